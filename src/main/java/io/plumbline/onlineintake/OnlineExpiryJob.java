package io.plumbline.onlineintake;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes every hour what expired links leave, on one node at a time; a row that another node deleted is gone already. */
@Component
class OnlineExpiryJob {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineExpiryJob.class);
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
        try {
            system.call(() -> expiry.deleteOld(MOST_AT_ONCE));
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug(
                    "Expired online intakes cannot be read this time; they are looked at at the next round",
                    storeIsAway);
        }
    }
}
