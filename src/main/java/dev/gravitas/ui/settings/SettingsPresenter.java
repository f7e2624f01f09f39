package dev.gravitas.ui.settings;

import dev.gravitas.config.Allowed;
import dev.gravitas.config.PresentSetting;
import dev.gravitas.config.PresentSetting.Origin;
import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting;
import dev.gravitas.config.Setting.Standard;
import dev.gravitas.model.ConsoleStatus.Role;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

/// Puts settings into words. Thread-safe.
public final class SettingsPresenter {
    private final Formats formats;
    private final Strings strings;
    private final Role role;

    /// @param role of this process: a viewer's changes reach the recorder when it starts next
    public SettingsPresenter(Formats formats, Strings strings, Role role) {
        this.formats = formats;
        this.strings = strings;
        this.role = role;
    }

    public SettingsScreen present(PresentSettings present) {
        return new SettingsScreen(present.settings().stream().map(this::row).toList(),
                String.join("\n", present.faults()));
    }

    private SettingRow row(PresentSetting present) {
        var setting = present.setting();
        var standard = setting.standard() instanceof Standard.Value(var text) ? text : "";
        return new SettingRow(setting, present.text() == null ? standard : present.text(), placeholder(setting),
                !(present.origin() instanceof Origin.Environment), present.origin() instanceof Origin.File,
                switch (present.origin()) {
                    case Origin.Default() when setting.standard() instanceof Standard.None ->
                        strings.text("settings.origin.none");
                    case Origin.Default() -> strings.text("settings.origin.default");
                    case Origin.File() -> strings.text("settings.origin.file");
                    case Origin.Environment(var variable) -> strings.text("settings.origin.environment", variable);
                });
    }

    private String placeholder(Setting setting) {
        return setting.standard() instanceof Standard.Found(var words) ? words : strings.text("settings.none");
    }

    /// What a value must be.
    String range(Setting setting) {
        return setting.allowed() instanceof Allowed.Whole(var least, var most, var unit)
                ? strings.text("settings.range.both",
                        formats.count(least), formats.count(most)) + (unit.isEmpty() ? "" : " " + unit)
                : setting.allowed().words();
    }

    /// Why a value cannot be used.
    String fault(Setting setting) {
        return strings.text("settings.fault", range(setting));
    }

    /// Allowed values, default, and when a change counts.
    String rule(Setting setting) {
        return setting.standard() instanceof Standard.None
                ? strings.text("settings.rule.none", range(setting), effect(setting))
                : strings.text("settings.rule", range(setting), standard(setting), effect(setting));
    }

    private String standard(Setting setting) {
        return switch (setting.standard()) {
            case Standard.Value(var text) when setting.allowed() instanceof Allowed.Whole(_, var most, _)
                    && most > 65_535 ->
                formats.count(Long.parseLong(text));
            case Standard.Value(var text) -> text;
            case Standard.Found(var words) -> words;
            case Standard.None() -> strings.text("settings.none");
        };
    }

    /// When a change counts.
    String effect(Setting setting) {
        if (!setting.appliesAtOnce()) {
            return strings.text("settings.effect.next");
        }
        return role == Role.VIEWER && setting.group() == Setting.Group.GPU
                ? strings.text("settings.effect.viewer")
                : strings.text("settings.effect.now");
    }

    /// What a setting is for.
    String help(Setting setting) {
        return strings.text(switch (setting) {
            case DATABASE_MODE -> "settings.help.mode";
            case DATABASE_HOST -> "settings.help.host";
            case DATABASE_PORT -> "settings.help.port";
            case DATABASE_NAME -> "settings.help.name";
            case DATABASE_USER -> "settings.help.user";
            case DATABASE_PASSWORD_FILE -> "settings.help.password";
            case DATABASE_READER_USER -> "settings.help.reader";
            case DATABASE_READER_PASSWORD_FILE -> "settings.help.reader.password";
            case DATABASE_WRITER_USER -> "settings.help.writer";
            case DATABASE_WRITER_PASSWORD_FILE -> "settings.help.writer.password";
            case DATABASE_SSL_MODE -> "settings.help.ssl";
            case HOST_LABEL -> "settings.help.label";
            case ENDPOINT_PORT -> "settings.help.endpoint";
            case FOOTPRINT_MAX_TABLE_BYTES -> "settings.help.bytes";
            case FOOTPRINT_MAX_ROWS -> "settings.help.rows";
            case GPU_NVML_LIBRARY -> "settings.help.nvml";
            case GPU_LOCKOUT_FREE_MIB -> "settings.help.lockout";
        });
    }

    String saved(Setting setting) {
        return strings.text("settings.saved", setting.key());
    }

    String counts(Setting setting) {
        return strings.text("settings.counts", effect(setting));
    }

    String undone(Setting setting) {
        return strings.text("settings.undone", setting.key());
    }
}
