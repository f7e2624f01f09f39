package dev.gravitas.e2e.torture;

/// What can be killed.
///
/// - `PRODUCER`: the program that embeds the sensor
/// - `CONSOLE`: the console that runs beside it on the same data folder
/// - `POSTMASTER`: the database's main process; its others end when they notice
/// - `BACKEND`: one process of the database that serves a session; the server then restarts itself and recovers
enum Victim {
    PRODUCER, CONSOLE, POSTMASTER, BACKEND
}
