package dev.gravitas.store.embedded;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Address;
import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.ServerLogin.UnixSocket;

import java.util.Optional;

/// A server that answered.
///
/// @param process its postmaster
/// @param address where to log in: the socket if it has one
/// @param tcp where it listens on TCP, if it does
record Running(ProcessHandle process, Address address, Optional<Tcp> tcp) {

    static Running of(PostgresFolder folder, ProcessHandle process, PostmasterPid pid) {
        Tcp tcp = new Tcp(Listening.HOST, pid.port());
        Address address = pid.socket() ? new UnixSocket(folder.socketFolder(), pid.port()) : tcp;
        return new Running(process, address, pid.tcp() ? Optional.of(tcp) : Optional.empty());
    }

    ServerLogin login(String database, String user, Passwords passwords) {
        return new ServerLogin(address, database, user, passwords.of(user), "disable");
    }

    boolean alive() {
        return ServerProcesses.alive(process);
    }
}
