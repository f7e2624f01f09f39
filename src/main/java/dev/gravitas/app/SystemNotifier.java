package dev.gravitas.app;

import dev.gravitas.ui.bell.Notifier;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Shows notifications by the program that the operating system has for scripts. Texts are handed over as arguments or in the
/// environment, never as part of a script.
///
/// @param command with its arguments, the texts left out
/// @param style how it takes them
record SystemNotifier(List<String> command, Style style) implements Notifier {
    private static final long SECONDS = 5;
    private static final String TITLE = "GRAVITAS_NOTICE_TITLE";
    private static final String TEXT = "GRAVITAS_NOTICE_TEXT";
    private static final String BALLOON = """
            Add-Type -AssemblyName System.Windows.Forms, System.Drawing
            $icon = New-Object System.Windows.Forms.NotifyIcon
            $icon.Icon = [System.Drawing.SystemIcons]::Information
            $icon.Visible = $true
            $icon.ShowBalloonTip(10000, $env:GRAVITAS_NOTICE_TITLE, $env:GRAVITAS_NOTICE_TEXT, 'None')
            Start-Sleep -Seconds 10
            $icon.Dispose()""";

    /// How a program takes title and text.
    enum Style {
        URGENCY_AND_ARGUMENTS, ARGUMENTS, ENVIRONMENT
    }

    SystemNotifier {
        command = List.copyOf(command);
    }

    /// @param osName as in the system property `os.name`
    static SystemNotifier ofSystem(String osName) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new SystemNotifier(List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", BALLOON),
                    Style.ENVIRONMENT);
        }
        return os.startsWith("mac")
                ? new SystemNotifier(List.of("osascript", "-e", "on run argv", "-e",
                        "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run"),
                        Style.ARGUMENTS)
                : new SystemNotifier(List.of("notify-send", "--app-name=Gravitas"), Style.URGENCY_AND_ARGUMENTS);
    }

    @Override
    public void show(String title, String text, boolean urgent) throws IOException {
        var process = start(title, text, urgent);
        try {
            // One that goes on keeps what it shows in sight.
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " ended with " + process.exitValue()
                        + ": perhaps there is no desktop that shows notifications.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(String title, String text, boolean urgent) throws IOException {
        var texts = switch (style) {
            case URGENCY_AND_ARGUMENTS -> List.of("--urgency=" + (urgent ? "critical" : "normal"), "--", title, text);
            case ARGUMENTS -> List.of(title, text);
            case ENVIRONMENT -> List.<String>of();
        };
        var builder = new ProcessBuilder(Stream.concat(command.stream(), texts.stream()).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (style == Style.ENVIRONMENT) {
            builder.environment().putAll(Map.of(TITLE, title, TEXT, text));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("This system has no " + command.getFirst() + ", which shows notifications.", e);
        }
    }
}
