package io.plumbline.outbox;

import io.plumbline.access.SystemActor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the due mails; each mail is sent by only one node. */
@Component
class OutboxJob {
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
        system.call(outbox::sendDue);
    }
}
