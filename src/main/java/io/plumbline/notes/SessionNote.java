package io.plumbline.notes;

import io.plumbline.plans.DeliveredVisit;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.ContentSignature;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session_note")
@DynamicUpdate // the lock of a signed note refuses an update that writes its content again
class SessionNote extends Aggregate<SessionNote> {
    private PatientId patientId;
    private ClinicId clinicId;
    private StaffId authorId;

    @Enumerated(EnumType.STRING)
    private AppointmentType service;

    private LocalDate treatedOn;
    private @Nullable UUID appointmentId;
    private @Nullable UUID plannedVisitId;

    @Enumerated(EnumType.STRING)
    private NoteStatus status;

    @Embedded
    private @Nullable TakenOver takenOver;

    private @Nullable Integer pressure;
    private @Nullable Integer stopAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Response response;

    private @Nullable Integer minutes;
    private @Nullable Pain painBefore;
    private @Nullable Pain painAfter;

    @Enumerated(EnumType.STRING)
    private @Nullable SafetyRecheck safetyRecheck;

    private @Nullable String safetyRule;

    @Enumerated(EnumType.STRING)
    private @Nullable ConsentToday consent;

    private String statement = "";
    private String observations = "";
    private String nextStep = "";

    private SessionDetails details = SessionDetails.EMPTY;

    private Instant createdAt;
    private Instant changedAt;

    @Embedded
    private ContentSignature signature = new ContentSignature();

    /** Stored apart, since the lock of a signed note lets nothing of it change; null if it was never chosen. */
    @Formula("(select x.privacy from session_note_privacy x where x.note_id = id)")
    @Enumerated(EnumType.STRING)
    private @Nullable NotePrivacy privacy;

    /** Read with the note, so that a note without decisions costs no statement of its own. */
    @Formula("(select count(*) from session_note_cosignature c where c.note_id = id)")
    private int decisions;

    @Formula("(select count(*) from session_note_cosignature c where c.note_id = id and c.decision = 'COSIGNED')")
    private int cosignatures;

    @Formula("(select count(*) from session_note_amendment a where a.note_id = id and a.kind = 'ENTERED_IN_ERROR')")
    private int errors;

    @ElementCollection
    @BatchSize(size = SignedNotes.PAGE)
    @CollectionTable(name = "session_note_area", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    @Column(name = "region")
    private List<BodyRegion> areas = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = SignedNotes.PAGE)
    @CollectionTable(name = "session_note_modality", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    @Column(name = "modality")
    private List<String> modalities = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = SignedNotes.PAGE)
    @CollectionTable(name = "session_note_check", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<CheckAnswer> checks = new ArrayList<>();

    static SessionNote begun(VisitToWrite visit, StaffId author, Instant at) {
        return begun(NoteId.next(), visit, author, at);
    }

    /** Begins the note with an ID that was chosen before. */
    static SessionNote begun(NoteId id, VisitToWrite visit, StaffId author, Instant at) {
        var note = of(id, visit, author, at);
        note.registerEvent(new NoteEvent.Edited(note.id(), note.patientId, 0, List.of("begun")));
        return note;
    }

    /** Begins the note of a visit whose practitioner can no longer write it. */
    static SessionNote takenOver(VisitToWrite visit, StaffId author, TakenOver takenOver, Instant at) {
        var note = of(NoteId.next(), visit, author, at);
        note.takenOver = takenOver;
        note.registerEvent(new NoteEvent.TakenOver(note.id(), note.patientId, takenOver.from()));
        return note;
    }

    private static SessionNote of(NoteId id, VisitToWrite visit, StaffId author, Instant at) {
        var note = new SessionNote();
        note.id = id.value();
        note.patientId = visit.patient();
        note.clinicId = visit.clinic();
        note.authorId = author;
        note.service = visit.service();
        note.treatedOn = visit.on();
        note.appointmentId =
                visit.appointment() == null ? null : visit.appointment().value();
        note.plannedVisitId =
                visit.plannedVisit() == null ? null : visit.plannedVisit().value();
        note.status = NoteStatus.DRAFT;
        note.createdAt = at;
        note.changedAt = at;
        return note;
    }

    /**
     * Writes the draft. A signed note is part of the clinical record and cannot be edited.
     *
     * @throws Refused if the note is signed, or the draft goes beyond the scope of practice of the visit's discipline
     */
    void write(NoteDraft draft, Instant at) {
        requireDraft();
        draft.details().requireInScope(service.discipline());
        var before = draft();
        safetyRecheck = draft.safetyRecheck();
        safetyRule = draft.safetyRule();
        consent = draft.consent();
        painBefore = draft.painBefore();
        painAfter = draft.painAfter();
        replace(areas, draft.areas());
        replace(modalities, List.copyOf(draft.modalities()));
        pressure = draft.pressure();
        stopAt = draft.stopAt();
        minutes = draft.minutes();
        response = draft.response();
        observations = draft.observations();
        statement = draft.statement();
        nextStep = draft.nextStep();
        details = draft.details();
        var fields = RecordVersions.changedFields(before, draft());
        if (!fields.isEmpty()) {
            changedAt = at;
            registerEvent(new NoteEvent.Edited(id(), patientId, version() + 1, fields));
        }
    }

    /** Returns whether the note is still empty. */
    boolean isEmpty() {
        return draft().equals(NoteDraft.EMPTY);
    }

    /** Moves with its visit to another day and, while it is empty, to another practitioner. */
    void follow(StaffId practitioner, LocalDate on, Instant at) {
        requireDraft();
        if (!practitioner.equals(authorId)) {
            if (!isEmpty()) {
                throw new Refused("Only the author can read a draft");
            }
            registerEvent(new NoteEvent.HandedOver(id(), patientId, authorId, practitioner));
            authorId = practitioner;
            changedAt = at;
        }
        if (!on.equals(treatedOn)) {
            registerEvent(new NoteEvent.Edited(id(), patientId, version() + 1, List.of("treatedOn")));
            treatedOn = on;
            changedAt = at;
        }
    }

    /** Documents an appointment that was booked apart from the visit of this draft. */
    void join(AppointmentId appointment, Instant at) {
        requireDraft();
        appointmentId = appointment.value();
        changedAt = at;
        registerEvent(new NoteEvent.Edited(id(), patientId, version() + 1, List.of("appointment")));
    }

    /**
     * Stores the answers to the signing checks. They must be saved before the note is signed: a signed note takes no
     * more rows.
     */
    void answer(List<CheckAnswer> answers) {
        requireDraft();
        replace(checks, answers);
    }

    /** @throws NoLongerDraft if the note is signed */
    void requireDraft() {
        if (status != NoteStatus.DRAFT) {
            throw new NoLongerDraft("This note is signed and can no longer be changed");
        }
    }

    /**
     * Refuses a note that cannot be signed.
     *
     * @param onHold whether manual treatment was on hold: the note still records what was done, and needs a statement
     * @param today the day at the clinic
     * @throws NotReadyToSign if a required field is missing
     */
    void requireSignable(boolean onHold, StaffId by, LocalDate today) {
        if (status != NoteStatus.DRAFT) {
            throw new Refused("This note is already signed");
        }
        if (!by.equals(authorId)) {
            throw new Refused("Only the author can sign a note");
        }
        if (treatedOn.isAfter(today)) {
            throw new Refused("This visit has not taken place yet. Sign its note afterward");
        }
        var missing = draft().missingToSign(service, onHold);
        if (!missing.isEmpty()) {
            throw new NotReadyToSign(missing);
        }
    }

    /**
     * Signs the stored note, which cannot change afterward. Refuses a note that cannot be signed.
     *
     * @param seal computes the hash of the signed content
     */
    void sign(boolean onHold, StaffId by, Instant at, LocalDate today, ContentMac seal) {
        sign(NoteStatus.SIGNED, onHold, by, at, today, seal);
    }

    /** Signs the note as {@link #sign} does; it counts, and waits for the co-signature of the author's supervisor. */
    void signSupervised(boolean onHold, StaffId by, Instant at, LocalDate today, ContentMac seal) {
        sign(NoteStatus.AWAITING_COSIGNATURE, onHold, by, at, today, seal);
        registerEvent(awaiting());
    }

    private void sign(NoteStatus as, boolean onHold, StaffId by, Instant at, LocalDate today, ContentMac seal) {
        requireSignable(onHold, by, today);
        status = as;
        var signedAt =
                signature.sign(by, at, SignedNote.FORM, () -> signedContent().text(), seal);
        registerEvent(signature());
        registerEvent(new NoteEvent.SignedContent(
                id(), patientId, clinicId, authorId, treatedOn, signedAt, draft(), List.copyOf(checks)));
    }

    /**
     * Refuses a decision about the co-signature of a note that does not wait for one, or by its author.
     *
     * @throws Refused with a message for the user
     */
    void requireAwaiting(StaffId by) {
        if (by.equals(authorId)) {
            throw new Refused("Nobody co-signs their own note");
        }
        if (status != NoteStatus.AWAITING_COSIGNATURE) {
            throw new Refused(
                    switch (status) {
                        case DRAFT -> "This note is a draft. Its author signs it first";
                        case ENTERED_IN_ERROR -> "This note was entered in error and needs no co-signature";
                        case SIGNED, AWAITING_COSIGNATURE -> "This note needs no co-signature any more";
                    });
        }
    }

    /**
     * Ends the wait for the co-signature. The content stays as the author signed it.
     *
     * @throws Refused if the note does not wait for a co-signature, or it is the author's own
     */
    void cosign(StaffId by) {
        requireAwaiting(by);
        status = NoteStatus.SIGNED;
    }

    /**
     * Marks a signed note as entered in error. It stays readable with its content, and no longer counts.
     *
     * @param copy the note in the right record, if this one was written in the wrong one
     * @throws Refused if the note is a draft, or is marked already
     */
    void enterInError(String reason, @Nullable NoteId copy) {
        if (!status.next().contains(NoteStatus.ENTERED_IN_ERROR)) {
            throw new Refused(
                    status == NoteStatus.DRAFT
                            ? "This note is a draft and can still be changed"
                            : "This note is already marked as entered in error");
        }
        status = NoteStatus.ENTERED_IN_ERROR;
        registerEvent(new NoteEvent.EnteredInError(id(), patientId, reason, copy));
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return signature.isIntact(form -> signedContent().texts(form), seal);
    }

    /** Returns whether the content matches its hash in a text that some builds did not know. */
    boolean isInEarlierText(ContentMac seal) {
        return signature.isIntact(form -> signedContent().earlierTexts(form), seal);
    }

    /** Returns the signature event that the audit trail must hold. */
    NoteEvent.Signed signature() {
        return new NoteEvent.Signed(id(), patientId, Objects.requireNonNullElse(contentHash(), ""));
    }

    /**
     * Returns whether what stands beside the signed note gives it the status that it has: an amendment that says why it
     * was entered in error, a co-signature for which it waited.
     */
    boolean isStatusOnRecord() {
        return switch (status) {
            case DRAFT -> true;
            case ENTERED_IN_ERROR -> errors > 0;
            case AWAITING_COSIGNATURE -> errors == 0 && cosignatures == 0;
            case SIGNED -> errors == 0 && (cosignatures > 0 || decisions == 0);
        };
    }

    /** Returns the event that the audit trail must not hold with this status; null if every event is possible. */
    @Nullable
    Recorded mustBeMissing() {
        return status == NoteStatus.SIGNED && cosignatures == 0 ? awaiting() : null;
    }

    private NoteEvent.AwaitingCosignature awaiting() {
        return new NoteEvent.AwaitingCosignature(id(), patientId);
    }

    /** Returns the content that the signature covers. */
    SignedNote signedContent() {
        return new SignedNote(
                id,
                patientId.value(),
                clinicId.value(),
                authorId.value(),
                service,
                treatedOn,
                appointmentId,
                plannedVisitId,
                draft(),
                signature.signedBy(),
                signature.signedAt(),
                List.copyOf(checks),
                takenOver);
    }

    /** Returns whether the note waits for a co-signature, or a supervisor has decided on one. */
    boolean isCosigned() {
        return status == NoteStatus.AWAITING_COSIGNATURE || decisions > 0;
    }

    /** Returns whether the patient was treated, which delivers a visit. */
    boolean isTreated() {
        return draft().isTreated(service);
    }

    /** Returns the answers to the signing checks, in the order in which they were asked. */
    List<CheckAnswer> checks() {
        return List.copyOf(checks);
    }

    /** Returns from whom the visit was taken over; null if its practitioner wrote the note. */
    @Nullable
    TakenOver takenOver() {
        return takenOver;
    }

    NoteDraft draft() {
        return new NoteDraft(
                safetyRecheck,
                safetyRule,
                consent,
                painBefore,
                areas,
                new TreeSet<>(modalities),
                pressure,
                stopAt,
                minutes,
                painAfter,
                response,
                observations,
                statement,
                nextStep,
                details);
    }

    DeliveredVisit delivered() {
        return new DeliveredVisit(
                id(),
                patientId,
                service,
                appointmentId == null ? null : new AppointmentId(appointmentId),
                plannedVisitId == null ? null : new PlannedVisitId(plannedVisitId),
                treatedOn);
    }

    private static <T> void replace(List<T> kept, List<T> now) {
        if (!kept.equals(now)) {
            kept.clear();
            kept.addAll(now);
        }
    }

    NoteId id() {
        return new NoteId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    StaffId author() {
        return authorId;
    }

    AppointmentType service() {
        return service;
    }

    LocalDate treatedOn() {
        return treatedOn;
    }

    NoteStatus status() {
        return status;
    }

    /** Returns the privacy as it was when the note was read. */
    NotePrivacy privacy() {
        return privacy == null ? NotePrivacy.RELATION : privacy;
    }

    @Nullable
    Instant signedAt() {
        return signature.signedAt();
    }

    @Nullable
    String contentHash() {
        return signature.contentHash();
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected SessionNote() {}
}
