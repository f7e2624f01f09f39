/// The database goes away in every way we know while a program goes on logging, and comes back.
@NullMarked
package dev.gravitas.e2e.outage;

import org.jspecify.annotations.NullMarked;
