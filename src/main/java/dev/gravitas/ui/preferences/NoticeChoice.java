package dev.gravitas.ui.preferences;

/// Of what the operating system shows a notification while another window is in front: of nothing, of what is wrong and that it is
/// over, or also of what was finished.
public enum NoticeChoice {
    NONE, TROUBLE, ALL
}
