package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/// What came of asking for something that may not be there. Missing is not zero, so none of the ways to be missing has a
/// number.
///
/// @param <T> what was asked for
public sealed interface Outcome<T> {

    /// It was told.
    record Value<T>(T value) implements Outcome<T> {}

    /// Some of it was told.
    ///
    /// @param why the rest is missing, as a sentence for the operator
    record Partial<T>(T value, String why) implements Outcome<T> {}

    /// It is not there, and asking again will not change that.
    ///
    /// @param why as a sentence for the operator
    record NotSupported<T>(String why) implements Outcome<T> {}

    /// It is there, and this account may not ask for it.
    record Refused<T>(String why) implements Outcome<T> {}

    /// It may be there again later.
    ///
    /// @param since when it was first found missing
    record Unavailable<T>(String why, Instant since) implements Outcome<T> {}

    /// Asking went wrong in a way that nobody expects.
    record Failed<T>(String why) implements Outcome<T> {}

    static <T> Outcome<T> of(T value) {
        return new Value<>(value);
    }

    /// The value, also one that lacks something; null where there is none.
    default @Nullable T orNull() {
        return switch (this) {
            case Value<T>(var value) -> value;
            case Partial<T>(var value, _) -> value;
            case NotSupported<T> _,Refused<T> _,Unavailable<T> _,Failed<T> _ -> null;
        };
    }

    /// Why there is no value or something is missing in it, null where it is whole.
    default @Nullable String why() {
        return switch (this) {
            case Value<T> _ -> null;
            case Partial<T>(_, var why) -> why;
            case NotSupported<T>(var why) -> why;
            case Refused<T>(var why) -> why;
            case Unavailable<T>(var why, _) -> why;
            case Failed<T>(var why) -> why;
        };
    }

    /// The same with another value.
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(var value) -> new Value<>(change.apply(value));
            case Partial<T>(var value, var why) -> new Partial<>(change.apply(value), why);
            case Refused<T>(var why) -> new Refused<>(why);
            case NotSupported<T>(var why) -> new NotSupported<>(why);
            case Unavailable<T>(var why, var since) -> new Unavailable<>(why, since);
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }
}
