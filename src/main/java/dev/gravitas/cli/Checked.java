package dev.gravitas.cli;

/// A command whose arguments can be wrong in ways that parsing does not find.
interface Checked {
    /// Called before anything is opened or made for the command.
    ///
    /// @throws picocli.CommandLine.ParameterException for the first argument that cannot be used
    void check();
}
