package dev.gravitas.architecture.planted.alarm;

/// A name that says nothing.
public class AlarmManager {
}
