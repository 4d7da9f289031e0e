package io.plumbline.notes;

import io.plumbline.access.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What signing a session note does beyond its own row: it raises what was found, ends the visit, and counts it. */
@Component
class NoteSigning {
    private final SessionNotes notes;
    private final VisitList visits;
    private final IdentityService identity;
    private final PatientService patients;
    private final SafetyService safety;
    private final AppointmentService appointments;
    private final PlanService plans;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final Clock clock;

    NoteSigning(
            SessionNotes notes,
            VisitList visits,
            IdentityService identity,
            PatientService patients,
            SafetyService safety,
            AppointmentService appointments,
            PlanService plans,
            CredentialService credentials,
            ClinicService clinics,
            Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.identity = identity;
        this.patients = patients;
        this.safety = safety;
        this.appointments = appointments;
        this.plans = plans;
        this.credentials = credentials;
        this.clinics = clinics;
        this.clock = clock;
    }

    void sign(SessionNote note) {
        // first the header, as who moves the visit does: the note is signed before it moves, or not as it was seen
        patients.holdHeader(note.patient());
        credentials.requireMaySign(note.service().discipline(), note.treatedOn());
        var patient = patients.brief(note.patient()).orElseThrow();
        note.sign(
                patient.clinicalHold() || patient.thrustHold() && note.draft().hasThrust(),
                Caller.current().staff(),
                clock.instant(),
                todayAt(note.clinic()));
        identity.demandProof();
        notes.saveAndFlush(note);
        var rule = note.draft().safetyRule();
        if (note.draft().safetyRecheck() == SafetyRecheck.YES && rule != null) {
            safety.raiseSigned(note.id(), note.patient(), note.clinic(), Map.of(rule, ScreeningAnswer.YES));
        }
        var visit = note.delivered();
        Optional.ofNullable(visit.appointment())
                .or(() -> Optional.ofNullable(visit.plannedVisit()).flatMap(visits::bookedAs))
                .ifPresent(appointments::held);
        if (note.draft().isTreated()) {
            plans.deliver(visit);
        }
    }

    private LocalDate todayAt(ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
