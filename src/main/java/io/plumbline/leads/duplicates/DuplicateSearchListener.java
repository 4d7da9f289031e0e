package io.plumbline.leads.duplicates;

import io.plumbline.access.SystemActor;
import io.plumbline.leads.LeadEvent;
import io.plumbline.patients.PatientEvent;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.shared.CurrentUser;
import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues a duplicate search after changes to a lead or patient that may add or remove candidates. */
@Component
class DuplicateSearchListener {
    private static final Set<String> WHAT_A_LEAD_TELLS_TOO = Set.of("givenName", "familyName", "phone", "email");

    private final DuplicateCandidateStore pairs;
    private final DuplicateSearchService search;
    private final DuplicateSearchRun round;
    private final SystemActor system;
    private final Clock clock;

    DuplicateSearchListener(
            DuplicateCandidateStore pairs,
            DuplicateSearchService search,
            DuplicateSearchRun round,
            SystemActor system,
            Clock clock) {
        this.pairs = pairs;
        this.search = search;
        this.round = round;
        this.system = system;
        this.clock = clock;
    }

    @EventListener({LeadEvent.Received.class, LeadEvent.Edited.class, LeadEvent.Assigned.class, LeadEvent.Reopened.class
    })
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent event) {
        pairs.dueLeads().add(event.lead());
    }

    /** Pairs leave the managers' lists when a lead is closed, also by an undo, and return when it is opened again. */
    @EventListener(
            classes = {LeadEvent.StatusChanged.class, LeadEvent.Undone.class},
            condition = "#event.from().isOpen() != #event.to().isOpen()")
    @Transactional(propagation = Propagation.MANDATORY)
    void onOpenedOrClosed(LeadEvent event) {
        pairs.dueLeads().add(event.lead());
    }

    /** Settles the pair of two leads that were merged. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Merged event) {
        pairs.settle(
                event.lead().value(),
                event.kept().value(),
                DuplicateOutcome.MERGED,
                CurrentUser.current().staff(),
                clock.instant());
        pairs.dueLeads().add(event.lead());
    }

    /** Asks about a pair again whose merge was undone. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Unmerged event) {
        pairs.unsettle(event.lead().value(), event.kept().value());
        pairs.dueLeads().add(event.lead());
    }

    /** Settles the pair with the patient that the lead became. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Converted event) {
        pairs.settle(
                event.patient().value(),
                event.lead().value(),
                DuplicateOutcome.CONVERTED,
                CurrentUser.current().staff(),
                clock.instant());
        pairs.dueLeads().add(event.lead());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientEvent.Added event) {
        pairs.duePatients().add(event.patient());
    }

    /** A lead has no date of birth, so a changed date of birth of a patient does not affect any pair. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientEvent.Edited event) {
        if (!Collections.disjoint(event.fields(), WHAT_A_LEAD_TELLS_TOO)) {
            pairs.duePatients().add(event.patient());
        }
    }

    /** Those who call the leads of that clinic can see the patient now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientHeaderService.KnownAt event) {
        pairs.duePatients().add(event.patient());
    }

    /** Checks for work before taking the lock, so that nothing is written while there is none. */
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (!system.call(search::due).isEmpty()
                || !system.call(search::duePatients).isEmpty()) {
            round.look();
        }
    }
}
