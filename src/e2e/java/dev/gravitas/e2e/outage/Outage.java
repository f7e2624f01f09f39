package dev.gravitas.e2e.outage;

/// One way in which the database goes away.
interface Outage {
    void strike() throws Exception;

    /// Undoes it, as whoever is responsible for the server, the network or the disk would. The console is not touched.
    void heal() throws Exception;
}
