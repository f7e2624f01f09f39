package dev.gravitas.endpoint;

import dev.gravitas.store.StoreException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Semaphore;

/// Checks a request and answers it, so many at a time.
final class TelemetryHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(TelemetryHandler.class);
    private static final Refusal BUSY = Refusal.of(503, "busy", "Retry-After", "1");
    private static final Refusal DATABASE_AWAY = Refusal.of(503, "database_unavailable", "Retry-After", "5");

    private final Check checks;
    private final Routes routes;
    private final Reply reply;
    private final Semaphore free;

    TelemetryHandler(Check checks, Routes routes, Reply reply, int maxRequests) {
        this.checks = checks;
        this.routes = routes;
        this.reply = reply;
        free = new Semaphore(maxRequests);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var refusal = checks.refuse(request);
        if (refusal != null) {
            LOG.debug("Refused a request: {}", refusal.code());
            reply.send(response, callback, refusal);
        } else if (!free.tryAcquire()) {
            reply.send(response, callback, BUSY);
        } else {
            try {
                answer(routes.find(request).orElseThrow(), response, callback);
            } finally {
                free.release();
            }
        }
        return true;
    }

    private void answer(Routes.Source source, Response response, Callback callback) {
        try {
            reply.send(response, callback, source.read());
        } catch (StoreException e) {
            // The store says loudly that the database is away; here it would be said once per request.
            LOG.debug("No figures for a request: {}", e.getMessage());
            reply.send(response, callback, DATABASE_AWAY);
        } catch (RuntimeException e) {
            LOG.error("A request failed by a fault in the console; recording goes on.", e);
            reply.send(response, callback, Refusal.ofStatus(500));
        }
    }
}
