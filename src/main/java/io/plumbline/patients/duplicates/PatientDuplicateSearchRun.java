package io.plumbline.patients.duplicates;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.PatientId;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Component;

/**
 * Searches duplicates of the queued patients, newest first, on one node at a time. A run is limited, so that an import or
 * an upgrade slows nobody down.
 */
@Component
class PatientDuplicateSearchRun {
    private static final Logger LOG = LoggerFactory.getLogger(PatientDuplicateSearchRun.class);

    private final PatientDuplicateSearchService search;
    private final SystemActor system;

    PatientDuplicateSearchRun(PatientDuplicateSearchService search, SystemActor system) {
        this.search = search;
        this.system = system;
    }

    @SchedulerLock(name = "patient-duplicates")
    void search() {
        try {
            system.call(search::due).forEach(this::search);
        } catch (ConcurrencyFailureException | StaleVersion somebodyDecidesTheSame) {
            LOG.info("A possible duplicate is locked; the rest is searched in the next run");
        }
    }

    /** One failed search must not stop the others. Spring reports an unreadable stored value as a misuse. */
    private void search(PatientId patient) {
        try {
            system.call(() -> search.search(patient));
        } catch (Refused
                | IllegalArgumentException
                | IllegalStateException
                | InvalidDataAccessApiUsageException unreadable) {
            LOG.warn(
                    "Possible duplicates of patient {} cannot be searched: {}",
                    patient,
                    unreadable.getClass().getSimpleName());
            system.call(() -> search.leaveOut(patient));
        }
    }
}
