package dev.gravitas.architecture.planted.alarm;

import org.eclipse.jetty.server.Server;

import java.time.Instant;

/// Reads the wall clock, sleeps, prints, keeps static state, serves HTTP.
public class BreaksCodeRules {
    static int state;

    void run(Server server) throws InterruptedException {
        Thread.sleep(1);
        System.out.println(Instant.now() + "" + server);
        state++;
    }
}
