package dev.gravitas.app;

/// Prints the home of the Java that runs it. The build records this for the launcher, which falls back to it where
/// `java` is too old.
final class JavaHome {
    private JavaHome() {
    }

    static void main(String[] args) {
        System.out.println(System.getProperty("java.home"));
    }
}
