package io.plumbline.records.clinicexports;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes the exports that were released, and deletes the files that nobody downloaded in time. Making one takes longer than
 * the lease of a job; a node that comes after takes none that another makes.
 */
@Component
class ClinicExportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicExportJob.class);

    private final ClinicExportRunService exports;
    private final SystemActor system;

    ClinicExportJob(ClinicExportRunService exports, SystemActor system) {
        this.exports = exports;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10S")
    @SchedulerLock(name = "clinic-exports")
    void ring() {
        try {
            system.call(exports::run);
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("Exports of clinics cannot be made this time; they are in the next round", storeIsAway);
        }
    }
}
