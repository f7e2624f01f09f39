/// A producer, a console and the database are killed at random moments, over and over; what was acknowledged must be
/// there, once, and in order.
@NullMarked
package dev.gravitas.e2e.torture;

import org.jspecify.annotations.NullMarked;
