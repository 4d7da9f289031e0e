package io.plumbline.safety;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.RecordsRegrouped;
import io.plumbline.shared.ids.PatientId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a change to a red flag changes elsewhere, in its transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FlagEffects {
    private final PatientFlagQuery patientFlagQuery;
    private final AskedRelationService asked;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final ApplicationEventPublisher events;

    FlagEffects(
            PatientFlagQuery patientFlagQuery,
            AskedRelationService asked,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            ApplicationEventPublisher events) {
        this.patientFlagQuery = patientFlagQuery;
        this.asked = asked;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.events = events;
    }

    /** Relates the patient to somebody who may decide the flag, so that the flag is on that person's list. */
    void keepOnLists(RedFlag flag) {
        asked.relateByFlag(flag.patient(), flag.clinic(), flag.id())
                .forEach(one -> events.publishEvent(new ChartOpenedByFlag(one, flag.patient())));
    }

    /** Relates the patient to the clinicians of the clinic who may confirm that the flag is cleared. */
    void keepOnListsToConfirm(RedFlag flag) {
        asked.relateToConfirm(flag.patient(), flag.clinic(), flag.id())
                .forEach(one -> events.publishEvent(new ChartOpenedByFlag(one, flag.patient())));
    }

    /** Keeps the header, and ends the access of who took the flag; of those who were asked to decide it, once it is over. */
    void decided(RedFlag flag) {
        keepHeader(flag.patient());
        asked.endByTaking(flag.patient(), flag.id(), flag.status().awaitsOutcome());
        if (flag.isOver()) {
            asked.endByFlag(flag.patient(), flag.id());
        }
    }

    /** Renews the access of the current user who had taken a flag, to undo the decision; returns whether they had. */
    boolean renewTaking(RedFlag flag) {
        return asked.renewByTaking(flag.patient(), flag.id());
    }

    /** Locks the patient's header, as whoever raises a flag does. */
    void holdHeader(PatientId patient) {
        patients.holdHeader(patient);
    }

    /** After a merge, the strictest hold of the records holds for all; after an unmerge, each has its own. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped regrouped) {
        regrouped
                .readAs()
                .forEach(patient -> headers.openFlagRegrouped(
                        patient, () -> patientFlagQuery.mostUrgentInForce(records.of(patient))));
    }

    /** Keeps the most urgent flag in force in the patient's header. */
    void keepHeader(PatientId patient) {
        headers.openFlagIs(patient, () -> patientFlagQuery.mostUrgentInForce(records.of(patient)));
    }
}
