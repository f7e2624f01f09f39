/// Events that are numbered by who logs them, and what has become of them: what was promised against what plain SQL finds.
@NullMarked
package dev.gravitas.e2e.oracle;

import org.jspecify.annotations.NullMarked;
