package io.plumbline.downtime;

import io.plumbline.access.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes when the portal starts for which clinics it was away. The leases of the jobs say when a portal last ran, so another
 * node that ran in that time counts; nothing is written for it while the portal runs.
 */
@Component
class OutageCheck {
    private static final Logger LOG = LoggerFactory.getLogger(OutageCheck.class);

    private final OutageStore leases;
    private final OutageService outages;
    private final SystemActor system;
    private final boolean isDemo;

    OutageCheck(
            OutageStore leases, OutageService outages, SystemActor system, @Value("${plumbline.demo}") boolean isDemo) {
        this.leases = leases;
        this.outages = outages;
        this.system = system;
        this.isDemo = isDemo;
    }

    /** Before all jobs, which begin by the same event and take leases. A command runs no jobs. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        if (!isDemo && started.getApplicationContext() instanceof WebServerApplicationContext) {
            check();
        }
    }

    /** Notes the time since the last job as an outage of each clinic that was open. */
    void check() {
        var away = leases.sinceLastJob();
        if (away.isPresent() && system.call(() -> outages.note(away.get())) > 0) {
            LOG.info(
                    "The portal was away while clinics were open: their start pages list the visits that are on paper");
        }
    }
}
