package io.plumbline.outbox;

import io.plumbline.access.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends the due mails; each mail is sent by only one node. */
@Component
class OutboxJob {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxJob.class);

    private final OutboxService outbox;
    private final SystemActor system;

    OutboxJob(OutboxService outbox, SystemActor system) {
        this.outbox = outbox;
        this.system = system;
    }

    @Scheduled(
            initialDelayString = "${plumbline.outbox.send-every}",
            fixedDelayString = "${plumbline.outbox.send-every}")
    void send() {
        try {
            system.call(outbox::sendDue);
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("The outbox cannot be read this time; its messages are sent later", storeIsAway);
        }
    }
}
