package dev.gravitas.ui.settings;

import dev.gravitas.config.Setting;

/// One setting as it is written on screen.
///
/// @param value what counts, empty where that is found out by the console
/// @param placeholder stands in an empty field
/// @param editable whether the file decides
/// @param inFile whether the file says something
/// @param origin who says so
public record SettingRow(Setting setting, String value, String placeholder, boolean editable, boolean inFile,
        String origin) {}
