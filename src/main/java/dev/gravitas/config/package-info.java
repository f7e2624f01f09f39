/// Settings: what can be set, from where (file, environment, flags), within which ranges; and the folders of the
/// operating system. Everyone may read the records; only `app` loads them.
@NullMarked
package dev.gravitas.config;

import org.jspecify.annotations.NullMarked;
