package dev.gravitas;

/// Entry point: arguments in, exit code out.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        throw new UnsupportedOperationException("commands");
    }
}
