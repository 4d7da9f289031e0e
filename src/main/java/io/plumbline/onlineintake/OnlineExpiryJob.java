package io.plumbline.onlineintake;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes every hour what expired links leave, on one node at a time; a row that another node deleted is gone already. */
@Component
class OnlineExpiryJob {
    private static final int MOST_AT_ONCE = 100;

    private final OnlineExpiryService expiry;
    private final SystemActor system;

    OnlineExpiryJob(OnlineExpiryService expiry, SystemActor system) {
        this.expiry = expiry;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "expired-online-intakes")
    void ring() {
        system.call(() -> expiry.deleteOld(MOST_AT_ONCE));
    }
}
