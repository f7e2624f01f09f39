package dev.gravitas.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Path;

/// Sends the log to a file in `logs` of the data folder, at most five files of 5 MB, one line per event: line breaks
/// and control characters of logged texts are made visible, so that no text can forge a line.
final class LogFiles {
    private static final String ONE_LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{24} - "
            + "%replace(%replace(%msg){'[\\r\\n]+', ' | '}){'[\\x00-\\x08\\x0b-\\x1f\\x7f]', '?'}%n%ex{full}";

    private final Path folder;
    private final String name;

    LogFiles(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// Keeps the log quiet until it has its file: whatever comes before must not lie among a command's answers.
    static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    void install() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        // JavaFX and the PostgreSQL driver log to java.util.logging, which would print to standard error.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("dev.gravitas").setLevel(Level.INFO);
        root.addAppender(appender(context));
    }

    private RollingFileAppender<ILoggingEvent> appender(LoggerContext context) {
        var file = folder.resolve(name + ".log").toString();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(ONE_LINE);
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder);
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file.replace("%", "%%") + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(4);
        rolling.start();
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context);
        trigger.setMaxFileSize(new FileSize(5 * FileSize.MB_COEFFICIENT));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.start();
        return appender;
    }
}
