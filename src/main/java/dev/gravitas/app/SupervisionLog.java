package dev.gravitas.app;

import dev.gravitas.store.embedded.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what the supervisor of the embedded server does. The state that the operator sees comes from asking the
/// server itself.
final class SupervisionLog implements Supervisor.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SupervisionLog.class);

    @Override
    public void lost() {
        LOG.warn("PostgreSQL ended by itself; restarting it");
    }

    @Override
    public void restarting(String stage) {
        LOG.info("PostgreSQL: {}", stage);
    }

    @Override
    public void restored() {
        LOG.info("PostgreSQL answers again");
    }

    @Override
    public void failed(String reason) {
        LOG.error("PostgreSQL could not be restarted, trying again: {}", reason);
    }
}
