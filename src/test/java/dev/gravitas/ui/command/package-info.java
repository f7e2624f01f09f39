@NullMarked
package dev.gravitas.ui.command;

import org.jspecify.annotations.NullMarked;
