package io.plumbline.imports;

import io.plumbline.access.SystemActor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes the files of old imports every hour, on one node at a time. An import has a version, so that a node whose
 * lease has expired deletes none twice.
 */
@Component
class ImportFileJob {
    private static final int MOST_AT_ONCE = 50;

    private final ImportFileService files;
    private final SystemActor system;

    ImportFileJob(ImportFileService files, SystemActor system) {
        this.files = files;
        this.system = system;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "old-imports")
    void ring() {
        system.call(() -> files.deleteOld(MOST_AT_ONCE));
    }
}
