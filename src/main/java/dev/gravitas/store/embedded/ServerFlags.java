package dev.gravitas.store.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The server's settings. They go on its command line, where they win over edited files. None holds a character that a
/// shell would touch.
final class ServerFlags {
    private static final List<String> ALWAYS = List.of(
            // What durability rests on.
            "fsync=on", "full_page_writes=on", "synchronous_commit=on",
            // Nobody adds code by editing a file.
            "shared_preload_libraries=", "session_preload_libraries=", "local_preload_libraries=",
            "password_encryption=scram-sha-256", "ssl=off", "authentication_timeout=10s",
            // A guest on somebody's workstation.
            "max_connections=40", "shared_buffers=128MB", "max_wal_size=1GB", "jit=off", "random_page_cost=1.1",
            "idle_in_transaction_session_timeout=60s", "cluster_name=gravitas", "timezone=UTC", "log_timezone=UTC",
            // No statement and no value in the log.
            "logging_collector=off", "log_destination=stderr", "log_statement=none", "log_min_duration_statement=-1",
            "log_min_error_statement=panic", "log_error_verbosity=terse", "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0", "log_lock_waits=on", "log_checkpoints=off");

    private ServerFlags() {
    }

    /// @return words for `pg_ctl -o`
    static String words(Listening listening) {
        List<String> where = new ArrayList<>();
        where.add("port=" + listening.port());
        where.add("listen_addresses=" + (listening.tcp() ? Listening.HOST : ""));
        where.add("unix_socket_directories=" + (listening.socket() ? Listening.SOCKET_FOLDER : ""));
        where.add("unix_socket_permissions=0700");
        return Stream.concat(ALWAYS.stream(), where.stream())
                .map(flag -> "-c " + flag)
                .collect(Collectors.joining(" "));
    }
}
