package dev.gravitas.ui.footprint;

/// One table of the database as it is written on screen.
public record TableRow(String name, String rows, String data, String indexes, String total, String share) {}
