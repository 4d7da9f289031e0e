package io.plumbline.onlineintake;

import io.plumbline.patients.Unproven;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A one-time link to an online intake, for a patient or a lead, and what became of it; what the person answers is stored
 * beside it. The online intake of a lead gets its patient once the lead is converted.
 */
@Entity
@Table(name = "online_intake")
class OnlineIntake extends AbstractAggregateRoot<OnlineIntake> {
    /** So many wrong answers end the link. */
    static final int MOST_WRONG = 5;

    static final String WRONG_ANSWERS = "five wrong answers";
    static final String REPLACED = "replaced by a newer link";
    static final String BY_STAFF = "by staff";
    static final String LEAD_CLOSED = "the lead was closed";

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private @Nullable PatientId patientId;
    private @Nullable UUID leadId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private OnlineIntakeState state;

    private String tokenHash;
    private String language;
    private boolean byMail;
    private int wrongAnswers;
    private Instant createdAt;
    private StaffId createdBy;
    private Instant expiresAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable StaffId withdrawnBy;
    private String withdrawnWhy = "";
    private @Nullable Instant reviewedAt;
    private @Nullable StaffId reviewedBy;
    private @Nullable UUID noteId;

    @Enumerated(EnumType.STRING)
    private @Nullable Unproven unproven;

    private boolean fromClinic;
    private @Nullable Instant confirmedAt;
    private @Nullable StaffId confirmedBy;

    @Embedded
    private MailedCode code = new MailedCode();

    /**
     * Whom a link is for, by which clinic, in which language, and how it reaches the person.
     *
     * @param patient null for a lead
     * @param lead null for a patient
     * @param unproven why the link proves nothing about who answers; null if it does
     */
    record Addressee(
            @Nullable PatientId patient,
            @Nullable LeadId lead,
            ClinicId clinic,
            String language,
            boolean byMail,
            @Nullable Unproven unproven) {
        Addressee {
            if ((patient == null) == (lead == null)) {
                throw new IllegalArgumentException("A link is for a patient or for a lead");
            }
        }
    }

    /** @param tokenHash the hash of the token, which itself is not stored */
    static OnlineIntake created(Addressee to, String tokenHash, StaffId by, Instant at, Duration lasts) {
        var intake = new OnlineIntake();
        intake.id = Ids.next();
        intake.patientId = to.patient();
        intake.leadId = to.lead() == null ? null : to.lead().value();
        intake.clinicId = to.clinic();
        intake.state = OnlineIntakeState.SENT;
        intake.tokenHash = tokenHash;
        intake.language = to.language();
        intake.byMail = to.byMail();
        intake.unproven = to.unproven();
        intake.createdAt = at;
        intake.createdBy = by;
        intake.expiresAt = at.plus(lasts);
        intake.registerEvent(
                new OnlineIntakeEvent.Created(intake.id(), to.patient(), to.lead(), to.byMail(), to.unproven()));
        return intake;
    }

    /** Returns the state at a time, which may be expired. */
    OnlineIntakeState state(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? OnlineIntakeState.EXPIRED : state;
    }

    /** Records the right answer to the question. Only the first one opens the form. */
    void answeredRight(Origin from, Instant at) {
        requireOpen(at);
        if (state == OnlineIntakeState.SENT) {
            moveTo(OnlineIntakeState.OPENED, at);
            openedAt = at;
            registerEvent(new OnlineIntakeEvent.Opened(id(), patientId));
            note(from, "opened");
        }
    }

    /** Tells the audit trail of an act from the clinic, beside the act itself. */
    private void note(Origin from, String act) {
        if (from == Origin.CLINIC) {
            registerEvent(new OnlineIntakeEvent.FromClinic(id(), patientId, act));
        }
    }

    /** Marks what is saved or submitted from the clinic. */
    private void mark(Origin from, String act) {
        fromClinic = fromClinic || from == Origin.CLINIC;
        note(from, act);
    }

    MailedCode code() {
        return code;
    }

    /** Records that a code was mailed; an earlier one no longer holds. */
    void codeSent(String hash, Instant at) {
        requireOpen(at);
        registerEvent(new OnlineIntakeEvent.CodeSent(id(), patientId, code.mailed(hash, at)));
    }

    /** Records that the form was opened with what is saved, by a code that does not hold again. */
    void continued(Origin from, Instant at) {
        requireOpen(at);
        code.use();
        registerEvent(new OnlineIntakeEvent.Continued(id(), patientId));
        note(from, "continued");
        answeredRight(from, at);
    }

    /** Records that the form was opened with what is saved by the browser that saved it, whose pass was too old. */
    void reopened(Origin from, Instant at) {
        requireOpen(at);
        registerEvent(new OnlineIntakeEvent.Reopened(id(), patientId));
        note(from, "opened again");
        answeredRight(from, at);
    }

    /** Records that what was saved is deleted, since the person begins again without a code. */
    void begunAgain(Origin from, Instant at) {
        requireOpen(at);
        code.use();
        fromClinic = false;
        registerEvent(new OnlineIntakeEvent.BegunAgain(id(), patientId));
        note(from, "begun again");
        answeredRight(from, at);
    }

    /** Keeps the mark of answers from the clinic that a newer link takes over. */
    void takeOver(boolean wasFromClinic) {
        fromClinic = wasFromClinic;
    }

    /**
     * Records that somebody confirmed with the patient what was submitted.
     *
     * @throws Refused if there is nothing to confirm; the message is for the user
     */
    void confirm(StaffId by, Instant at) {
        if (submittedAt == null || confirmedAt != null || (unproven == null && !fromClinic)) {
            throw new Refused("There is nothing to confirm with the patient, or a colleague has confirmed it");
        }
        confirmedAt = at;
        confirmedBy = by;
        registerEvent(new OnlineIntakeEvent.Confirmed(id(), patientId));
    }

    /** Records a wrong answer to the question; the fifth ends the link. */
    void answeredWrong(StaffId by, Instant at) {
        requireOpen(at);
        wrongAnswers++;
        registerEvent(new OnlineIntakeEvent.AnsweredWrong(id(), patientId, wrongAnswers));
        if (wrongAnswers >= MOST_WRONG) {
            withdraw(WRONG_ANSWERS, by, at);
        }
    }

    /**
     * Records that a page was saved.
     *
     * @throws Refused if the form was not opened, or can no longer be answered
     */
    void saved(FormPage page, Origin from, Instant at) {
        requireOpened(at);
        mark(from, "saved " + page);
        registerEvent(new OnlineIntakeEvent.Saved(id(), patientId, page));
    }

    /**
     * Submits the form, once.
     *
     * @param contentHash the hash of what the patient answered
     * @throws Refused if the form was not opened, or can no longer be answered
     */
    void submit(String contentHash, Origin from, Instant at) {
        requireOpened(at);
        mark(from, "submitted");
        moveTo(OnlineIntakeState.SUBMITTED, at);
        submittedAt = at;
        registerEvent(new OnlineIntakeEvent.Submitted(id(), patientId, contentHash));
    }

    /**
     * Withdraws the link.
     *
     * @throws Refused if the patient can no longer answer in any case; the message is for the user
     */
    void withdraw(String why, StaffId by, Instant at) {
        moveTo(OnlineIntakeState.WITHDRAWN, at);
        withdrawnAt = at;
        withdrawnBy = by;
        withdrawnWhy = why;
        registerEvent(new OnlineIntakeEvent.Withdrawn(id(), patientId, why));
    }

    /**
     * Gives a lead's online intake to the patient that the lead became; the link keeps its question.
     *
     * @param at the clinic at which the lead was converted, whose clinicians review the answers
     * @param isOwnAddress whether its mail went to an address that the patient is known by
     */
    void passTo(PatientId patient, ClinicId at, boolean isOwnAddress) {
        if (patientId != null || leadId == null) {
            throw new IllegalStateException("Only an online intake of a lead passes to a patient");
        }
        patientId = patient;
        clinicId = at;
        if (unproven == null && !isOwnAddress) {
            unproven = Unproven.NEW_ADDRESS;
        }
        registerEvent(new OnlineIntakeEvent.Passed(id(), patient, new LeadId(leadId)));
    }

    /**
     * Records the intake note that was begun with the answers.
     *
     * @throws Refused if it was not submitted, or was reviewed; the message is for the user
     */
    void reviewBegun(IntakeId note, Instant at) {
        if (state != OnlineIntakeState.SUBMITTED) {
            throw refused(at);
        }
        noteId = note.value();
        registerEvent(new OnlineIntakeEvent.ReviewBegun(id(), patientId));
    }

    /** Records that the intake note that was begun with the answers was discarded: they wait for a review again. */
    void reviewDiscarded() {
        if (state == OnlineIntakeState.SUBMITTED) {
            noteId = null;
        }
    }

    /** Records that the intake note that was begun with the answers is signed. */
    void reviewed(StaffId by, Instant at) {
        moveTo(OnlineIntakeState.REVIEWED, at);
        reviewedAt = at;
        reviewedBy = by;
        registerEvent(new OnlineIntakeEvent.Reviewed(id(), patientId));
    }

    /** Returns the intake note that was begun with the answers; null if none was. */
    @Nullable
    IntakeId note() {
        return noteId == null ? null : new IntakeId(noteId);
    }

    private void requireOpen(Instant at) {
        if (!state(at).isOpen()) {
            throw refused(at);
        }
    }

    private void requireOpened(Instant at) {
        if (state(at) != OnlineIntakeState.OPENED) {
            throw refused(at);
        }
    }

    private void moveTo(OnlineIntakeState next, Instant at) {
        if (!state(at).next().contains(next)) {
            throw refused(at);
        }
        state = next;
    }

    private Refused refused(Instant at) {
        return new Refused("This online intake is " + state(at).label().toLowerCase(Locale.ROOT)
                + " and can no longer be changed");
    }

    OnlineIntakeId id() {
        return new OnlineIntakeId(id);
    }

    /** Returns the patient; null for a lead that is not converted. */
    @Nullable
    PatientId patient() {
        return patientId;
    }

    /** Returns the lead for which the link was created; null for a patient. */
    @Nullable
    LeadId lead() {
        return leadId == null ? null : new LeadId(leadId);
    }

    ClinicId clinic() {
        return clinicId;
    }

    String language() {
        return language;
    }

    boolean isByMail() {
        return byMail;
    }

    StaffId createdBy() {
        return createdBy;
    }

    int wrongAnswers() {
        return wrongAnswers;
    }

    String withdrawnWhy() {
        return withdrawnWhy;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected OnlineIntake() {}
}
