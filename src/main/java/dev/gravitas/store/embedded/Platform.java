package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.util.Locale;

/// The operating systems that we have PostgreSQL binaries for.
enum Platform {
    LINUX_X64("postgres-linux-x86_64.txz"),
    LINUX_ARM64("postgres-linux-arm_64.txz"),
    WINDOWS_X64("postgres-windows-x86_64.txz"),
    MAC_X64("postgres-darwin-x86_64.txz"),
    MAC_ARM64("postgres-darwin-arm_64.txz");

    private final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    /// @throws StoreException MISCONFIGURED where there are no binaries
    static Platform current() throws StoreException {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) throws StoreException {
        String name = system.toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64");
        boolean x64 = processor.equals("amd64") || processor.equals("x86_64");
        if (name.startsWith("linux") && (arm || x64)) {
            return arm ? LINUX_ARM64 : LINUX_X64;
        }
        if (name.startsWith("mac") && (arm || x64)) {
            return arm ? MAC_ARM64 : MAC_X64;
        }
        if (name.startsWith("windows") && x64) {
            return WINDOWS_X64;
        }
        throw new StoreException(Kind.MISCONFIGURED,
                "There is no embedded PostgreSQL for " + system + " on " + processor
                        + ": set an external PostgreSQL.");
    }

    /// Name of the archive on the class path.
    String archive() {
        return archive;
    }

    boolean windows() {
        return this == WINDOWS_X64;
    }

    boolean linux() {
        return this == LINUX_X64 || this == LINUX_ARM64;
    }

    /// Name of a program's file.
    String program(String name) {
        return windows() ? name + ".exe" : name;
    }
}
