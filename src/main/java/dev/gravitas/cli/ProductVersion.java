package dev.gravitas.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
public final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"Gravitas Console " + text()};
    }

    /// Of this console.
    public static String text() {
        var version = ProductVersion.class.getPackage().getImplementationVersion();
        return version != null ? version : "development build";
    }
}
