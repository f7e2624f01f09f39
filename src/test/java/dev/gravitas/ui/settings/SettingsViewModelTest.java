package dev.gravitas.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.Setting;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.testing.TestClock;
import dev.gravitas.ui.fx.Failures;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;

class SettingsViewModelTest {
    private static final Formats FORMATS = new Formats(Locale.ENGLISH);
    private static final Strings STRINGS = new Strings(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private SettingsViewModel model(SettingsPort port) {
        var status = new ConsoleStatus(ConsoleStatus.Role.RECORDER,
                new DatabaseStatus(DatabaseStatus.State.READY, "", null, ""), null, null);
        var model = new SettingsViewModel(port, presenter(ConsoleStatus.Role.RECORDER),
                new LiveView.Tools(Runnable::run,
                        new FxBridge(Runnable::run), new TestClock(Instant.EPOCH), new Failures(() -> status, STRINGS),
                        FORMATS));
        model.live().refresh();
        return model;
    }

    private SettingsViewModel model() {
        return model(new SampleSettings(folder, Map.of()));
    }

    private static SettingsPresenter presenter(ConsoleStatus.Role role) {
        return new SettingsPresenter(FORMATS, STRINGS, role);
    }

    private static SettingRow row(SettingsViewModel model, Setting setting) {
        return model.live().screen().get().orElseThrow().rows().get(setting.ordinal());
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }

    private static String last(SettingsViewModel model) {
        return model.last().get().orElseThrow().notice().title();
    }

    @Test
    void explainsABadValueWhileItIsTypedAndDoesNotSaveIt() {
        var model = model();
        var edit = model.edit(Setting.ENDPOINT_PORT);
        edit.draft().set("70000");
        assertThat(edit.fault().get()).isEqualTo("It must be a whole number from 0 to 65,535. Nothing is saved.");
        assertThat(edit.savable().get()).isFalse();
        model.save(Setting.ENDPOINT_PORT);
        assertThat(file()).doesNotExist();
        edit.draft().set(" 7000 ");
        assertThat(edit.fault().get()).isEmpty();
        assertThat(edit.savable().get()).isTrue();
    }

    @Test
    void savesAndTakesTheLastChangeBack() throws IOException {
        Files.writeString(file(), "# mine\nfootprint.max_rows=5000\n");
        var port = new SampleSettings(folder, Map.of());
        var model = model(port);
        model.edit(Setting.FOOTPRINT_MAX_ROWS).draft().set("6000");
        model.save(Setting.FOOTPRINT_MAX_ROWS);
        assertThat(file()).hasContent("# mine\nfootprint.max_rows=6000\n");
        assertThat(port.thresholds().maxRows()).isEqualTo(6_000);
        assertThat(last(model)).isEqualTo("footprint.max_rows is saved");
        Objects.requireNonNull(model.last().get().orElseThrow().undo()).run();
        assertThat(file()).hasContent("# mine\nfootprint.max_rows=5000\n");
        assertThat(port.thresholds().maxRows()).isEqualTo(5_000);
        assertThat(model.edit(Setting.FOOTPRINT_MAX_ROWS).draft().get()).isEqualTo("5000");
        assertThat(model.last().get().orElseThrow().undo()).isNull();
    }

    @Test
    void goesBackToTheDefaultByAnEmptyFieldOrTheButton() throws IOException {
        Files.writeString(file(), "endpoint.port=9000\nhost.label=rack\n");
        var model = model();
        model.edit(Setting.HOST_LABEL).draft().set(" ");
        model.save(Setting.HOST_LABEL);
        model.reset(Setting.ENDPOINT_PORT);
        assertThat(file()).isEmptyFile();
        assertThat(model.edit(Setting.ENDPOINT_PORT).draft().get()).isEqualTo("8417");
        assertThat(row(model, Setting.ENDPOINT_PORT).inFile()).isFalse();
    }

    @Test
    void keepsADraftWhileTheFileChangesBesideIt() throws IOException {
        var model = model();
        model.edit(Setting.HOST_LABEL).draft().set("mine");
        Files.writeString(file(), "host.label=theirs\nendpoint.port=9\n");
        model.live().refresh();
        assertThat(model.edit(Setting.HOST_LABEL).draft().get()).isEqualTo("mine");
        assertThat(model.edit(Setting.ENDPOINT_PORT).draft().get()).isEqualTo("9");
    }

    @Test
    void saysInPlaceWhatOnlySeveralSettingsTogetherShow() {
        var model = model();
        model.edit(Setting.DATABASE_MODE).draft().set("external");
        model.save(Setting.DATABASE_MODE);
        assertThat(model.edit(Setting.DATABASE_MODE).fault().get()).contains("database.host is missing");
        assertThat(file()).doesNotExist();
        assertThat(model.last().get()).isEmpty();
    }

    @Test
    void saysInPlaceThatTheDiskRefuses() {
        var model = model(new SampleSettings(folder, Map.of()).failing(new IOException("The disk is full.")));
        model.edit(Setting.ENDPOINT_PORT).draft().set("1");
        model.save(Setting.ENDPOINT_PORT);
        assertThat(model.edit(Setting.ENDPOINT_PORT).fault().get()).isEqualTo("The disk is full.");
        assertThat(model.edit(Setting.ENDPOINT_PORT).draft().get()).isEqualTo("1");
        assertThat(model.edit(Setting.ENDPOINT_PORT).saving().get()).isFalse();
        model.reset(Setting.ENDPOINT_PORT);
        model.live().refresh();
        assertThat(model.edit(Setting.ENDPOINT_PORT).fault().get()).isEqualTo("The disk is full.");
        assertThat(model.edit(Setting.ENDPOINT_PORT).draft().get()).isEqualTo("8417");
    }

    @Test
    void saysWhereAValueComesFromAndLeavesTheEnvironmentAlone() throws IOException {
        Files.writeString(file(), "host.label=rack\ncolour=blue\n");
        var model = model(new SampleSettings(folder, Map.of("GRAVITAS_ENDPOINT_PORT", "1")));
        assertThat(row(model, Setting.ENDPOINT_PORT)).extracting(SettingRow::editable, SettingRow::origin)
                .containsExactly(false, "from GRAVITAS_ENDPOINT_PORT in the environment, not to be changed here");
        assertThat(row(model, Setting.HOST_LABEL).origin()).isEqualTo("from settings.properties");
        assertThat(row(model, Setting.DATABASE_HOST).origin()).isEqualTo("not set");
        assertThat(row(model, Setting.DATABASE_MODE)).extracting(SettingRow::value, SettingRow::origin)
                .containsExactly("embedded", "default");
        assertThat(row(model, Setting.GPU_LOCKOUT_FREE_MIB)).extracting(SettingRow::value, SettingRow::placeholder)
                .containsExactly("", "the larger of 5 % and 1024");
        assertThat(model.live().screen().get().orElseThrow().faults()).startsWith("colour is not a setting");
    }

    @Test
    void explainsAValueThatSomebodyElseHasWritten() throws IOException {
        Files.writeString(file(), "endpoint.port=many\n");
        var edit = model().edit(Setting.ENDPOINT_PORT);
        assertThat(edit.draft().get()).isEqualTo("many");
        assertThat(edit.fault().get()).startsWith("It must be a whole number");
    }

    @Test
    void saysWhenAChangeCounts() {
        assertThat(presenter(ConsoleStatus.Role.RECORDER).rule(Setting.GPU_LOCKOUT_FREE_MIB)).isEqualTo(
                "Allowed: a whole number from 1 to 1,048,576 MiB. Default: the larger of 5 % and 1024. A change counts at once.");
        assertThat(presenter(ConsoleStatus.Role.RECORDER).rule(Setting.DATABASE_HOST)).isEqualTo(
                "Allowed: a host name or IP address. A change counts from the next start on.");
        assertThat(presenter(ConsoleStatus.Role.VIEWER).effect(Setting.GPU_LOCKOUT_FREE_MIB))
                .startsWith("at once here");
        assertThat(presenter(ConsoleStatus.Role.VIEWER).effect(Setting.FOOTPRINT_MAX_ROWS)).isEqualTo("at once");
    }

    @Test
    void takesAPreferenceBack() {
        var model = model();
        var theme = new SimpleObjectProperty<>(ThemeChoice.LIGHT);
        model.choose(theme, ThemeChoice.LIGHT, new Notice("same", ""), new Notice("", ""));
        assertThat(model.last().get()).isEmpty();
        model.choose(theme, ThemeChoice.DARK, new Notice("changed", ""), new Notice("as it was", ""));
        assertThat(theme.get()).isEqualTo(ThemeChoice.DARK);
        Objects.requireNonNull(model.last().get().orElseThrow().undo()).run();
        assertThat(theme.get()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(last(model)).isEqualTo("as it was");
        model.dismiss();
        assertThat(model.last().get()).isEmpty();
    }
}
