package io.plumbline.records.clinicexports;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the exports that were released, and deletes the files that nobody downloaded in time. Making one takes longer than
 * the lease of a job; a node that comes after takes none that another makes.
 */
@Component
class ClinicExportJob {
    private final ClinicExportRunService exports;
    private final SystemActor system;

    ClinicExportJob(ClinicExportRunService exports, SystemActor system) {
        this.exports = exports;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10S")
    @SchedulerLock(name = "clinic-exports")
    void ring() {
        system.call(exports::run);
    }
}
