package io.plumbline.leads;

import io.plumbline.access.SystemActor;
import io.plumbline.patients.PatientAdded;
import io.plumbline.patients.PatientCorrected;
import io.plumbline.patients.PatientKnownAt;
import io.plumbline.shared.Caller;
import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that others of the same person are looked for whenever a lead or a patient may have got or lost one. */
@Component
class LeadTwinWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LeadTwinWatch.class);

    private static final Set<String> WHAT_A_LEAD_TELLS_TOO = Set.of("givenName", "familyName", "phone", "email");

    private final LeadTwinPairs pairs;
    private final LeadTwinSearchService search;
    private final LeadTwinRound round;
    private final SystemActor system;
    private final Clock clock;

    LeadTwinWatch(
            LeadTwinPairs pairs, LeadTwinSearchService search, LeadTwinRound round, SystemActor system, Clock clock) {
        this.pairs = pairs;
        this.search = search;
        this.round = round;
        this.system = system;
        this.clock = clock;
    }

    @EventListener({
        LeadReceived.class,
        LeadCorrected.class,
        LeadAssigned.class,
        LeadMerged.class,
        LeadUnmerged.class,
        LeadReopened.class
    })
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadChanged event) {
        pairs.lookSoon(event.lead());
    }

    /** Who is given up, or comes back, is asked about no longer or again. */
    @EventListener(condition = "#event.from().isOpen() != #event.to().isOpen()")
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadMoved event) {
        pairs.lookSoon(event.lead());
    }

    /** Who they were is settled where they are a patient whom somebody was asked about. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadConverted event) {
        pairs.settle(
                event.patient().value(),
                event.lead().value(),
                LeadTwinOutcome.CONVERTED,
                Caller.current().staff(),
                clock.instant());
        pairs.lookSoon(event.lead());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientAdded event) {
        pairs.lookSoon(event.patient());
    }

    /** A lead tells no birth date, so that of the patient makes and ends no pair. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientCorrected event) {
        if (!Collections.disjoint(event.fields(), WHAT_A_LEAD_TELLS_TOO)) {
            pairs.lookSoon(event.patient());
        }
    }

    /** Those who call the leads of that clinic see them now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PatientKnownAt event) {
        pairs.lookSoon(event.patient());
    }

    /** Asks first, so that nothing is written while there is nothing to do. */
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        try {
            if (!system.call(search::due).isEmpty()
                    || !system.call(search::duePatients).isEmpty()) {
                round.look();
            }
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.debug("Possible duplicates cannot be looked for this time; they are at the next round", storeIsAway);
        }
    }
}
