package dev.gravitas.e2e.outage;

import dev.gravitas.e2e.outage.FaultyRelay.Mode;

/// How a server that others run goes away, and how they bring it back.
///
/// - `STOPPED`, `KILLED`: its process is gone
/// - `REFUSED`: nobody listens
/// - `BLACK_HOLED`: packets vanish, in connections that are open and in new ones
/// - `COMMITS_CUT`: it does what it is told, and the link breaks before it can say so
/// - `FROZEN`: its processes do not run (SIGSTOP)
/// - `PASSWORD_CHANGED`: until the operator writes the new one into the password file
/// - `READ_ONLY`: it answers and takes no writes, as after a failover
/// - `NO_RIGHT`: the console's role may not insert
enum ExternalFault {
    STOPPED, KILLED, REFUSED, BLACK_HOLED, COMMITS_CUT, FROZEN, PASSWORD_CHANGED, READ_ONLY, NO_RIGHT;

    Outage of(ExternalServer server) {
        return new Outage() {
            @Override
            public void strike() throws Exception {
                ExternalFault.this.strike(server);
            }

            @Override
            public void heal() throws Exception {
                ExternalFault.this.heal(server);
            }
        };
    }

    private void strike(ExternalServer server) throws Exception {
        switch (this) {
            case STOPPED -> server.stop();
            case KILLED -> server.kill();
            case REFUSED -> server.relay().refuse();
            case BLACK_HOLED -> server.relay().turnInto(Mode.SWALLOW);
            case COMMITS_CUT -> server.relay().turnInto(Mode.CUT_COMMITS);
            case FROZEN -> server.freeze();
            case PASSWORD_CHANGED -> server.changePassword();
            case READ_ONLY -> server.administrator().takeNoWrites();
            case NO_RIGHT -> server.administrator().forbidInserts();
        }
    }

    private void heal(ExternalServer server) throws Exception {
        switch (this) {
            case STOPPED, KILLED -> server.start();
            case REFUSED, BLACK_HOLED, COMMITS_CUT -> server.relay().become(Mode.FORWARD);
            case FROZEN -> server.thaw();
            case PASSWORD_CHANGED -> server.tellPassword();
            case READ_ONLY -> server.administrator().takeWrites();
            case NO_RIGHT -> server.administrator().allowInserts();
        }
    }
}
