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

    static Running of(PostgresFolder folder, ProcessHandle process, Listening at) {
        Tcp tcp = new Tcp(Listening.HOST, at.port());
        Address address = at.socket() ? new UnixSocket(folder.socketFolder(), at.port()) : tcp;
        return new Running(process, address, at.tcp() ? Optional.of(tcp) : Optional.empty());
    }

    ServerLogin login(String database, String user, Passwords passwords) {
        return new ServerLogin(address, database, user, passwords.of(user), "disable");
    }

    boolean alive() {
        return ServerProcesses.alive(process);
    }
}
