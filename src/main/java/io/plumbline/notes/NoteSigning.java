package io.plumbline.notes;

import io.plumbline.access.RelationService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.SigningCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The effects of signing a session note beyond its own row: raises findings, completes the visit and counts it. */
@Component
class NoteSigning {
    /** How early a patient may be treated: a little before the booked time, but not long before it. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private final SessionNotes notes;
    private final HeldTreatmentService held;
    private final VisitQuery visits;
    private final RelationService relations;
    private final IdentityService identity;
    private final PatientService patients;
    private final ScreeningService screening;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final PlanService plans;
    private final CredentialService credentials;
    private final SupervisionService supervisions;
    private final NoteReactions reactions;
    private final NoteFactsSource facts;
    private final ClinicService clinics;
    private final ContentMac seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteSigning(
            SessionNotes notes,
            HeldTreatmentService held,
            VisitQuery visits,
            RelationService relations,
            IdentityService identity,
            PatientService patients,
            ScreeningService screening,
            ScheduleService schedule,
            AppointmentService appointments,
            PlanService plans,
            CredentialService credentials,
            SupervisionService supervisions,
            NoteReactions reactions,
            NoteFactsSource facts,
            ClinicService clinics,
            ContentMac seal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.held = held;
        this.visits = visits;
        this.relations = relations;
        this.identity = identity;
        this.patients = patients;
        this.screening = screening;
        this.schedule = schedule;
        this.appointments = appointments;
        this.plans = plans;
        this.credentials = credentials;
        this.supervisions = supervisions;
        this.reactions = reactions;
        this.facts = facts;
        this.clinics = clinics;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    void sign(SessionNote note, List<CheckReply> answers) {
        // lock the header first, as a move of the visit does, so that the note is signed before the visit moves, or
        // refused
        patients.holdHeader(note.patient());
        credentials.requireMaySign(note.service().discipline(), note.treatedOn());
        var visit = note.delivered();
        var booked = Optional.ofNullable(visit.appointment())
                .or(() -> Optional.ofNullable(visit.plannedVisit()).flatMap(visits::bookedAs))
                .flatMap(id -> bookingOf(note, id))
                // a visit that was moved to a later day while the note was written has not taken place
                .filter(row -> !row.on().isAfter(note.treatedOn()));
        var apart = visit.appointment() == null && booked.isEmpty() && note.takenOver() == null
                ? bookedApart(note)
                : Optional.<AppointmentRow>empty();
        if (note.draft().safetyRecheck() != SafetyRecheck.YES && hasRaisedFlag(note)) {
            throw new NotReadyToSign(
                    List.of("the safety re-check: a red flag was raised from this note, so something is new"));
        }
        var patient = patients.details(note.patient()).orElseThrow(NotAvailable::new);
        patient.on(note.patient()).requireAliveOn(note.treatedOn());
        var hasThrust = note.draft().hasThrust();
        var isHeld = patient.clinicalHold() || patient.thrustHold() && hasThrust;
        var me = CurrentUser.current().staff();
        var today = clinics.todayAt(note.clinic());
        // report missing fields first; nothing that is refused here is stored
        note.requireSignable(isHeld, me, today);
        booked.ifPresent(this::requireBegun);
        var answered = SigningCheck.answersTo(NoteCheck.of(facts.find(note, patient, today)), answers);
        identity.demandProofToSign();
        apart.ifPresent(row -> note.join(row.id(), clock.instant()));
        if (!answered.isEmpty()) {
            // while the note is still a draft: a signed note takes no more rows
            NoteChoice.lighterPressure(answered)
                    .ifPresent(pressure -> note.write(note.draft().withPressureAtMost(pressure), clock.instant()));
            note.answer(AnsweredCheck.answers(answered));
            notes.saveAndFlush(note);
        }
        if (supervisions.supervisorOf(me).isPresent()) {
            note.signSupervised(isHeld, me, clock.instant(), today, seal);
        } else {
            note.sign(isHeld, me, clock.instant(), today, seal);
        }
        notes.saveAndFlush(note);
        var found = note.draft().found();
        found.ifPresent(rule -> screening.raiseSigned(
                note.id().asClinicalNote(), note.patient(), note.clinic(), Map.of(rule, ScreeningAnswer.YES)));
        // includes a hold that this note itself found, during which the treatment was given
        if (note.isTreated() && (isHeld || found.isPresent() && isOnHold(note.patient(), hasThrust))) {
            held.record(note.id());
        }
        booked.or(() -> apart).ifPresent(row -> markHeld(row, note));
        if (note.isTreated()) {
            plans.deliver(visit.plannedVisit() == null ? note.delivered() : visit);
        }
        recordReaction(note, patient, NoteChoice.reactions(answered));
        NoteChoice.followUpOn(answered)
                .ifPresent(on -> events.publishEvent(new FollowUpAgreed(note.id(), note.patient(), note.clinic(), on)));
    }

    /**
     * Returns the appointment that a note documents although it was begun without one, if it has begun: the front desk booked
     * it apart from the plan, or when the patient walked in.
     */
    private Optional<AppointmentRow> bookedApart(SessionNote note) {
        return visits.bookedApart(note, relations.scopeOf(note.patient()).patients()).stream()
                .flatMap(id -> schedule.findForCurrentUser(id).stream())
                .filter(row -> !isAhead(row))
                .findFirst();
    }

    /** Returns the appointment of a note; one that was taken over is that of the practitioner whom the note names. */
    private Optional<AppointmentRow> bookingOf(SessionNote note, AppointmentId id) {
        var takenOver = note.takenOver();
        return takenOver == null
                ? schedule.findForCurrentUser(id)
                : schedule.findInRelation(id).filter(row -> row.practitioner().equals(takenOver.from()));
    }

    private void markHeld(AppointmentRow row, SessionNote note) {
        var whose = row.patient();
        if (whose != null && note.takenOver() == null) {
            appointments.markHeld(row.id(), whose);
        } else if (whose != null) {
            appointments.markHeldInRelation(row.id(), whose);
        }
    }

    private boolean isOnHold(PatientId patient, boolean hasThrust) {
        return patients.brief(patient)
                .filter(brief -> brief.clinicalHold() || brief.thrustHold() && hasThrust)
                .isPresent();
    }

    /** Returns whether a red flag was raised while the note was written. */
    boolean hasRaisedFlag(SessionNote note) {
        return !screening.raisedFrom(note.id().asClinicalNote(), note.patient()).isEmpty();
    }

    /** Records one reaction for all answers from which one follows, with the worst severity. */
    private void recordReaction(SessionNote note, PatientDetails patient, List<AnsweredCheck> told) {
        if (told.isEmpty()) {
            return;
        }
        var severities = reactions.severities();
        reactions.record(new NoteReactions.Told(
                note.id(),
                patient,
                note.clinic(),
                note.delivered().appointment(),
                note.treatedOn(),
                note.service(),
                note.draft().areaLabels(),
                told.stream()
                        .map(one -> one.values().getFirst())
                        .max(Comparator.comparingInt(severities::indexOf))
                        .orElseThrow(),
                told.stream().map(NoteChoice::reactionWords).distinct().collect(Collectors.joining(" "))));
    }

    private void requireBegun(AppointmentRow booked) {
        // on another day the note itself shows the difference
        if (booked.on().equals(clinics.todayAt(booked.clinic())) && isAhead(booked)) {
            throw new Refused("This visit begins at " + Dates.time(booked.at())
                    + ": sign the note after it starts, or ask the front desk to move the visit");
        }
    }

    /** Returns whether it is too early for a visit; a patient who has checked in may be treated early. */
    private boolean isAhead(AppointmentRow booked) {
        var starts = clinics.instantOf(booked.clinic(), booked.on(), booked.at());
        return booked.status().isAhead() && clock.instant().isBefore(starts.minus(EARLY));
    }
}
