package dev.gravitas.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A time in which the FX thread answered nobody.
///
/// @param doing the method that was seen most in it, and in how many of how many looks: of ours, or else the topmost of the toolkit,
///     or of any
record Stall(double millis, String doing) {
    private static final List<String> FIRST = List.of("dev.gravitas.", "io.fair_acc.", "javafx.scene.", "com.sun.", "");

    static Stall of(long nanos, List<StackTraceElement[]> seen) {
        var counted = seen.stream()
                .map(Stall::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var most = counted.entrySet().stream().max(Map.Entry.comparingByValue());
        return new Stall(nanos / 1e6, most.map(entry -> entry.getKey() + " (" + entry.getValue() + " of "
                + seen.size() + " looks)").orElse("not seen"));
    }

    private static String name(StackTraceElement[] stack) {
        return FIRST.stream()
                .flatMap(start -> Arrays.stream(stack).filter(frame -> frame.getClassName().startsWith(start)))
                .findFirst()
                .map(frame -> frame.getClassName().replaceFirst("^.*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .orElse("nothing");
    }
}
