package dev.gravitas.store.embedded;

/// Who may log in to the embedded database. The server's superuser is known to this package alone.
///
/// - `CONSOLE`: owns the database and its tables, no superuser
/// - `READER`: may read every table
/// - `WRITER`: may insert events, nothing else
public enum Role {
    CONSOLE("gravitas"), READER("gravitas_reader"), WRITER("gravitas_writer");

    private final String user;

    Role(String user) {
        this.user = user;
    }

    /// Name of the role in the database.
    public String user() {
        return user;
    }
}
