package io.plumbline.reactions;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adverse reaction of a patient to a treatment, open until its outcome says that it is over. In FHIR R4, an
 * AdverseEvent of actuality <em>actual</em>.
 */
@Entity
@Table(name = "adverse_reaction")
class AdverseReaction extends Aggregate<AdverseReaction> {
    private static final int LONGEST_REASON = 400;

    private UUID operationId;
    private PatientId patientId;
    private ClinicId clinicId;
    private @Nullable UUID noteId;
    private @Nullable UUID appointmentId;
    private LocalDate beganOn;
    private @Nullable LocalTime beganAt;
    private String description;

    @Enumerated(EnumType.STRING)
    private @Nullable AppointmentType suspected;

    private String area;

    @Enumerated(EnumType.STRING)
    private ReactionSeverity severity;

    @Enumerated(EnumType.STRING)
    private ReactionOutcome outcome;

    private @Nullable LocalDate followUpOn;
    private @Nullable Instant followUpAt;
    private @Nullable StaffId followUpBy;
    private @Nullable String followUpAgreed;
    private Instant recordedAt;
    private StaffId recordedBy;
    private Instant changedAt;
    private @Nullable String errorReason;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "reaction_id", nullable = false, updatable = false)
    private List<ReactionEntry> entries = new ArrayList<>();

    /** Who does something, when, and the time zone of the clinic for its days. */
    record Moment(StaffId by, Instant at, ZoneId zone) {
        LocalDate today() {
            return LocalDate.ofInstant(at, zone);
        }

        LocalTime time() {
            return LocalTime.ofInstant(at, zone);
        }
    }

    /**
     * Whose reaction it is, and where it was told.
     *
     * @param born null if the birth date is not known
     * @param note the session note; null if it was told outside of one
     * @param visit the appointment of the note's visit; null if it was told outside of one, or it was not booked
     */
    record Origin(
            PatientId patient,
            @Nullable LocalDate born,
            ClinicId clinic,
            @Nullable NoteId note,
            @Nullable AppointmentId visit) {}

    /** Records a reaction. */
    static AdverseReaction recorded(Origin origin, ReactionDraft draft, OperationId operation, Moment now) {
        requireOnset(draft, origin.born(), now);
        var reaction = new AdverseReaction();
        reaction.id = Ids.next();
        reaction.operationId = operation.value();
        reaction.patientId = origin.patient();
        reaction.clinicId = origin.clinic();
        reaction.noteId = origin.note() == null ? null : origin.note().value();
        reaction.appointmentId = origin.visit() == null ? null : origin.visit().value();
        reaction.beganOn = draft.beganOn();
        reaction.beganAt = draft.beganAt();
        reaction.description = draft.description();
        reaction.suspected = draft.suspected();
        reaction.area = draft.area();
        reaction.severity = draft.severity();
        reaction.recordedAt = now.at();
        reaction.recordedBy = now.by();
        reaction.become(draft.outcome(), draft.followUp(), now);
        reaction.enter(ReactionEntryKind.RECORDED, "", draft.followUp(), now);
        reaction.registerEvent(
                new ReactionEvent.ReactionRecorded(reaction.id(), origin.patient(), draft.severity(), draft.outcome()));
        return reaction;
    }

    private static void requireOnset(ReactionDraft draft, @Nullable LocalDate born, Moment now) {
        if (draft.beganOn().isAfter(now.today())) {
            throw new Refused(ReactionField.BEGAN_ON, "Choose today or an earlier day");
        }
        if (born != null && draft.beganOn().isBefore(born)) {
            throw new Refused(ReactionField.BEGAN_ON, "The patient was not born yet. Choose a later day");
        }
        if (draft.beganAt() != null
                && draft.beganOn().equals(now.today())
                && draft.beganAt().isAfter(now.time())) {
            throw new Refused(ReactionField.BEGAN_AT, "Enter a time that is over, or leave it empty");
        }
    }

    /** Records what a follow-up found; it ends the one that was due, and may agree the next. */
    void followUp(ReactionUpdate update, Moment now) {
        requireNoError();
        if (outcome.isOver()) {
            throw new Refused("This reaction is over: " + outcome.label().toLowerCase(Locale.ROOT)
                    + ". If it came back, change its outcome first");
        }
        var from = outcome;
        become(update.outcome(), update.next(), now);
        enter(ReactionEntryKind.FOLLOWED_UP, update.words(), update.next(), now);
        registerEvent(new ReactionEvent.FollowedUp(id(), patientId, from, outcome));
    }

    /** Changes the outcome without a follow-up; one that is due stays, unless the reaction is over. */
    void changeOutcome(ReactionUpdate update, Moment now) {
        requireNoError();
        if (update.outcome() == outcome) {
            throw new Refused(
                    ReactionField.OUTCOME,
                    "The outcome is " + outcome.label().toLowerCase(Locale.ROOT) + " already. Choose another one");
        }
        var from = outcome;
        if (followUpOn != null && update.next() == null && !update.outcome().isOver()) {
            outcome = update.outcome();
            changedAt = now.at();
        } else {
            become(update.outcome(), update.next(), now);
        }
        enter(ReactionEntryKind.OUTCOME_CHANGED, update.words(), update.next(), now);
        registerEvent(new ReactionEvent.OutcomeChanged(id(), patientId, from, outcome));
    }

    /** Marks the reaction as entered in error: it stays readable, is no longer open, and nothing is due. */
    void enterInError(String reason, Moment now) {
        requireNoError();
        errorReason = FollowUpPlan.text(
                ReactionField.WORDS, "The reason", reason, LONGEST_REASON, "Enter a reason; it stays on record");
        followUpIs(null, now);
        enter(ReactionEntryKind.ENTERED_IN_ERROR, errorReason, null, now);
        registerEvent(new ReactionEvent.EnteredInError(id(), patientId));
    }

    private void become(ReactionOutcome next, @Nullable FollowUpPlan plan, Moment now) {
        if (next.isOver() && plan != null) {
            throw new Refused(
                    ReactionField.FOLLOW_UP_ON,
                    "A reaction that is over needs no follow-up. Leave it empty, or choose another outcome");
        }
        if (!next.isOver() && plan == null && severity == ReactionSeverity.SEVERE) {
            throw new Refused(
                    ReactionField.FOLLOW_UP_ON, "A severe reaction needs a follow-up until it is over. Choose a day");
        }
        followUpIs(plan, now);
        outcome = next;
    }

    private void followUpIs(@Nullable FollowUpPlan plan, Moment now) {
        if (plan != null && plan.on().isBefore(now.today())) {
            throw new Refused(ReactionField.FOLLOW_UP_ON, "Choose today or a later day");
        }
        if (plan != null && plan.on().isAfter(now.today().plusYears(1))) {
            throw new Refused(ReactionField.FOLLOW_UP_ON, "Choose a day within a year");
        }
        followUpOn = plan == null ? null : plan.on();
        followUpAt = plan == null ? null : plan.on().atStartOfDay(now.zone()).toInstant();
        followUpBy = plan == null ? null : plan.by();
        followUpAgreed = plan == null ? null : plan.agreed();
        changedAt = now.at();
    }

    private void enter(ReactionEntryKind kind, String words, @Nullable FollowUpPlan next, Moment now) {
        entries.add(new ReactionEntry(kind, now.by(), now.at(), outcome, words).next(next));
    }

    private void requireNoError() {
        if (errorReason != null) {
            throw new Refused("This reaction was entered in error. Record a new one instead");
        }
    }

    ReactionId id() {
        return new ReactionId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    ReactionOutcome outcome() {
        return outcome;
    }

    /** Returns the day by which a follow-up is due; null if none is. */
    @Nullable
    LocalDate followUpOn() {
        return followUpOn;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AdverseReaction() {}
}
