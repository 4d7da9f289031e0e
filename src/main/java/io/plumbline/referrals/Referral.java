package io.plumbline.referrals;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A referral of a patient to somebody else, open until an answer or a closing reason is recorded. */
@Entity
@Table(name = "referral")
class Referral extends Aggregate<Referral> {
    private static final int WHY = 400;
    private static final int OLDEST_DOCUMENT_YEARS = 10;

    private UUID operationId;
    private PatientId patientId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private ReferralSource.@Nullable Kind sourceKind;

    private @Nullable UUID sourceId;
    private @Nullable UUID contactId;
    private String addressee;
    private String reason;

    @Enumerated(EnumType.STRING)
    private ReferralPriority priority;

    private LocalDate askedOn;
    private Instant askedAt;
    private StaffId askedBy;
    private LocalDate dueOn;
    private Instant overdueAt;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    private Instant statusAt;
    private String answer = "";
    private @Nullable LocalDate documentOn;
    private @Nullable Instant answeredAt;
    private @Nullable StaffId answeredBy;

    @Enumerated(EnumType.STRING)
    private @Nullable CloseReason closeReason;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private List<ReferralStep> steps = new ArrayList<>();

    /** Who does something, when, and the time zone of the clinic for its days. */
    record Moment(StaffId by, Instant at, ZoneId zone) {
        LocalDate today() {
            return LocalDate.ofInstant(at, zone);
        }
    }

    /**
     * Refers a patient.
     *
     * @param addressee to whom, as the contact is called today
     */
    static Referral asked(
            PatientId patient,
            ReferralDraft draft,
            String addressee,
            @Nullable ReferralSource source,
            OperationId operation,
            Moment now) {
        var referral = new Referral();
        referral.id = Ids.next();
        referral.operationId = operation.value();
        referral.patientId = patient;
        referral.clinicId = draft.clinic();
        referral.sourceKind = source == null ? null : source.kind();
        referral.sourceId = source == null ? null : source.id();
        referral.contactId = draft.to() == null ? null : draft.to().value();
        referral.addressee = addressee;
        referral.reason = draft.reason();
        referral.priority = draft.priority();
        referral.askedOn = now.today();
        referral.askedAt = now.at();
        referral.askedBy = now.by();
        referral.status = ReferralStatus.ACTIVE;
        referral.statusAt = now.at();
        referral.isDueOn(draft.dueOn(), now);
        referral.step(
                new ReferralStep(ReferralStepKind.ASKED, now.by(), now.at(), draft.reason()).dueOn(draft.dueOn()));
        referral.registerEvent(new ReferralEvent.Asked(referral.id(), patient, draft.dueOn()));
        return referral;
    }

    /** Corrects why the patient is referred; the words before stay in the history. */
    void correctReason(String corrected, String why, Moment now) {
        requireActive("Its reason can no longer be corrected");
        reason = ReferralDraft.reason(corrected);
        step(new ReferralStep(ReferralStepKind.REASON_CORRECTED, now.by(), now.at(), reason).because(why(why)));
        registerEvent(new ReferralEvent.Corrected(id(), patientId, "reason"));
    }

    /** Moves the day by which the answer is due. */
    void changeDue(LocalDate day, String why, Moment now) {
        requireActive("Its answer is no longer awaited");
        if (day.equals(dueOn)) {
            throw new Refused(ReferralField.DUE_ON, "The answer is due on that day already");
        }
        var kept = why(why);
        isDueOn(day, now);
        step(new ReferralStep(ReferralStepKind.DUE_CHANGED, now.by(), now.at(), "")
                .because(kept)
                .dueOn(day));
        registerEvent(new ReferralEvent.DueChanged(id(), patientId, day));
    }

    /** Records the answer. */
    void answer(ReferralAnswer given, Moment now) {
        requireNext(ReferralStatus.ANSWERED);
        requireDocumentDay(given.documentOn(), now.today());
        var from = status;
        take(given, now);
        moveTo(ReferralStatus.ANSWERED, now.at());
        step(new ReferralStep(ReferralStepKind.ANSWERED, now.by(), now.at(), answer).documentOn(documentOn));
        registerEvent(new ReferralEvent.Answered(id(), patientId, from));
    }

    /** Corrects the answer; the words before stay in the history. */
    void correctAnswer(ReferralAnswer given, String why, Moment now) {
        if (status != ReferralStatus.ANSWERED) {
            throw new Refused(impossible("There is no answer to correct"));
        }
        requireDocumentDay(given.documentOn(), now.today());
        var kept = why(why);
        answer = given.words();
        documentOn = given.documentOn();
        step(new ReferralStep(ReferralStepKind.ANSWER_CORRECTED, now.by(), now.at(), answer)
                .because(kept)
                .documentOn(documentOn));
        registerEvent(new ReferralEvent.Corrected(id(), patientId, "answer"));
    }

    /** Closes the referral without an answer, or as entered in error. */
    void close(CloseReason as, String words, Moment now) {
        requireNext(as.leadsTo());
        var kept = TextLimit.optional("The note", words, WHY);
        var from = status;
        closeReason = as;
        moveTo(as.leadsTo(), now.at());
        step(new ReferralStep(ReferralStepKind.CLOSED, now.by(), now.at(), kept).closedAs(as));
        registerEvent(new ReferralEvent.Closed(id(), patientId, from, status));
    }

    private void take(ReferralAnswer given, Moment now) {
        answer = given.words();
        documentOn = given.documentOn();
        answeredAt = now.at();
        answeredBy = now.by();
    }

    private void isDueOn(LocalDate day, Moment now) {
        if (day.isBefore(now.today())) {
            throw new Refused(ReferralField.DUE_ON, "Choose today or a later day");
        }
        if (day.isAfter(now.today().plusYears(1))) {
            throw new Refused(ReferralField.DUE_ON, "Choose a day within a year");
        }
        dueOn = day;
        overdueAt = day.plusDays(1).atStartOfDay(now.zone()).toInstant();
    }

    private static void requireDocumentDay(@Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_DOCUMENT_YEARS)))) {
            throw new Refused(
                    ReferralField.DOCUMENT_ON,
                    "Choose the date of the document, not in the future and not before ten years");
        }
    }

    private static String why(String typed) {
        var kept = TextLimit.optional("The reason", typed, WHY);
        if (TextLimit.isBlank(kept)) {
            throw new Refused(ReferralField.WHY, "Enter a reason; it stays on record");
        }
        return kept;
    }

    private void requireActive(String why) {
        if (status != ReferralStatus.ACTIVE) {
            throw new Refused(impossible(why));
        }
    }

    private void requireNext(ReferralStatus next) {
        if (!status.next().contains(next)) {
            throw new Refused(impossible("It cannot become " + next.label().toLowerCase(Locale.ROOT)));
        }
    }

    /** Returns why something is impossible, and what is possible. */
    private String impossible(String why) {
        var next = status.next().stream()
                .map(one -> one.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return "This referral is " + status.label().toLowerCase(Locale.ROOT) + ". " + why
                + (next.isEmpty() ? ". Write a new referral instead" : ". It can become " + next);
    }

    private void moveTo(ReferralStatus next, Instant at) {
        status = next;
        statusAt = at;
    }

    private void step(ReferralStep step) {
        steps.add(step);
    }

    ReferralId id() {
        return new ReferralId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    @Nullable
    ReferralSource source() {
        return sourceKind == null || sourceId == null ? null : new ReferralSource(sourceKind, sourceId);
    }

    ReferralStatus status() {
        return status;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Referral() {}
}
