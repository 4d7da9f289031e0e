package io.plumbline.patients.duplicates;

import io.plumbline.access.SystemActor;
import io.plumbline.patients.PatientEvent;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.merging.RecordsRegrouped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues a search after each change by which a patient may match others, or no longer match them. */
@Component
class PatientDuplicateSearchListener {
    private static final Set<String> COMPARED =
            Set.of("givenName", "familyName", "birthDate", "phone", "email", "otherPhones", "reach");

    private final PatientDuplicateStore pairs;
    private final PatientDuplicateSearchService search;
    private final PatientDuplicateSearchRun run;
    private final SystemActor system;

    PatientDuplicateSearchListener(
            PatientDuplicateStore pairs,
            PatientDuplicateSearchService search,
            PatientDuplicateSearchRun run,
            SystemActor system) {
        this.pairs = pairs;
        this.search = search;
        this.run = run;
        this.system = system;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientEvent.Added event) {
        pairs.searchSoon(List.of(event.patient()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientEvent.Edited event) {
        if (!Collections.disjoint(event.fields(), COMPARED)) {
            pairs.searchSoon(List.of(event.patient()));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientEvent.Removed event) {
        pairs.removeAllOf(event.patient());
    }

    /** The manager of that clinic sees the patient now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientHeaderService.KnownAt event) {
        pairs.searchSoon(List.of(event.patient()));
    }

    /** What is read as one is no duplicate; what was unmerged may be one again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped event) {
        pairs.withdrawWithin(event.all());
        pairs.searchSoon(event.all());
    }

    /** Asks for work before taking the lease, so that nothing is written while there is none. */
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (!system.call(search::due).isEmpty()) {
            run.search();
        }
    }
}
