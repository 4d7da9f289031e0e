package io.plumbline.safety;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a change to a red flag changes elsewhere, in its transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FlagEffects {
    private final PatientFlagQuery patientFlagQuery;
    private final RelationService relations;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlagEffects(
            PatientFlagQuery patientFlagQuery,
            RelationService relations,
            PatientService patients,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patientFlagQuery = patientFlagQuery;
        this.relations = relations;
        this.patients = patients;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Relates the patient to somebody who may decide the flag, so that the flag is on that person's list. */
    void keepOnLists(RedFlag flag) {
        relations
                .relateByFlag(flag.patient(), flag.clinic(), flag.id())
                .forEach(one -> events.publishEvent(new ChartOpenedByFlag(one, flag.patient())));
    }

    /** Keeps the most urgent flag in force in the patient's header. */
    void keepHeader(PatientId patient) {
        patients.openFlagIs(patient, () -> patientFlagQuery.mostUrgentInForce(patient));
    }

    /** Returns the date at a clinic, from which the days of its flags are counted. */
    LocalDate todayAt(ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
