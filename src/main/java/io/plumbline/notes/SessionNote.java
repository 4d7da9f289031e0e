package io.plumbline.notes;

import io.plumbline.plans.DeliveredVisit;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ContentSeal;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotReadyToSign;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.RecordVersions;
import io.plumbline.shared.StaffId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "session_note")
class SessionNote extends AbstractAggregateRoot<SessionNote> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

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
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant signedAt;
    private @Nullable StaffId signedBy;
    private @Nullable String contentHash;
    private int contentFormat;

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
    @CollectionTable(name = "session_note_check", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<CheckAnswer> checks = new ArrayList<>();

    static SessionNote begun(VisitToWrite visit, StaffId author, Instant at) {
        var note = new SessionNote();
        note.id = Ids.next();
        note.patientId = visit.patient();
        note.clinicId = visit.clinic();
        note.authorId = author;
        note.service = visit.service();
        note.treatedOn = visit.on();
        note.appointmentId = visit.appointment();
        note.plannedVisitId = visit.plannedVisit();
        note.status = NoteStatus.DRAFT;
        note.createdAt = at;
        note.changedAt = at;
        note.registerEvent(new NoteWritten(note.id, note.patientId, 0, List.of("begun")));
        return note;
    }

    /** Writes what is known so far; a signed note is part of the clinical record and is not reworded. */
    void write(NoteDraft draft, Instant at) {
        requireDraft();
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
        var fields = RecordVersions.changedFields(before, draft());
        if (!fields.isEmpty()) {
            changedAt = at;
            registerEvent(new NoteWritten(id, patientId, version() + 1, fields));
        }
    }

    /** Whether nothing is written in it yet. */
    boolean isEmpty() {
        return draft().equals(NoteDraft.EMPTY);
    }

    /** Goes with its visit to another day, and while nothing is written in it to another practitioner. */
    void follow(StaffId practitioner, LocalDate on, Instant at) {
        requireDraft();
        if (!practitioner.equals(authorId)) {
            if (!isEmpty()) {
                throw new IllegalStateException("What is written in a draft is its author's alone");
            }
            registerEvent(new NoteHandedOver(id, patientId, authorId, practitioner));
            authorId = practitioner;
            changedAt = at;
        }
        if (!on.equals(treatedOn)) {
            registerEvent(new NoteWritten(id, patientId, version() + 1, List.of("treatedOn")));
            treatedOn = on;
            changedAt = at;
        }
    }

    /** Keeps the answers to the checks; in the store before it is signed, since a signed note takes no rows any more. */
    void answer(List<CheckAnswer> answers) {
        requireDraft();
        replace(checks, answers);
    }

    /**
     * Refuses to discard what is more than an empty draft.
     *
     * @throws IllegalStateException in words for its author
     */
    void requireDiscardable() {
        requireDraft();
        if (!isEmpty()) {
            throw new IllegalStateException("Something is written in this note: only an empty one is discarded");
        }
    }

    private void requireDraft() {
        if (status != NoteStatus.DRAFT) {
            throw new IllegalStateException("This note is signed; it is not changed any more");
        }
    }

    /**
     * Refuses what would not be signed.
     *
     * @param onHold whether manual treatment was on hold: then what was done is still true, and wants a statement
     * @param today the day at the clinic
     * @throws NotReadyToSign if it lacks what a signed one must have
     */
    void requireSignable(boolean onHold, StaffId by, LocalDate today) {
        if (!status.next().contains(NoteStatus.SIGNED)) {
            throw new IllegalStateException("This note is signed already");
        }
        if (!by.equals(authorId)) {
            throw new IllegalStateException("A note is signed by who wrote it");
        }
        if (treatedOn.isAfter(today)) {
            throw new IllegalStateException("This visit is still to come; its note is signed once it has happened");
        }
        var missing = draft().missingToSign(service, onHold);
        if (!missing.isEmpty()) {
            throw new NotReadyToSign(missing);
        }
    }

    /**
     * Signs the note as it stands in the store; from then on nothing of it changes. Refuses what is not signable.
     *
     * @param seal makes the code of what is signed
     */
    void sign(boolean onHold, StaffId by, Instant at, LocalDate today, ContentSeal seal) {
        requireSignable(onHold, by, today);
        status = NoteStatus.SIGNED;
        signedBy = by;
        signedAt = at.truncatedTo(ChronoUnit.MICROS); // as the store keeps it, since the hash covers it
        contentFormat = SignedNote.FORMAT;
        contentHash = seal.of(signedContent());
        registerEvent(signature());
    }

    /** Whether its content is the one of which its code was made; the trail must have the same code. */
    boolean isIntact(ContentSeal seal) {
        return contentFormat == SignedNote.FORMAT && seal.fits(signedContent(), contentHash);
    }

    /** The event of its signature, as the trail must have it. */
    NoteSigned signature() {
        return new NoteSigned(id, patientId, Objects.requireNonNullElse(contentHash, ""));
    }

    /** What the signature covers. */
    SignedNote signedContent() {
        return new SignedNote(
                SignedNote.FORMAT,
                id,
                patientId.value(),
                clinicId.value(),
                authorId.value(),
                service,
                treatedOn,
                appointmentId,
                plannedVisitId,
                draft(),
                signedBy,
                signedAt,
                List.copyOf(checks));
    }

    /** Whether somebody was treated, which delivers a visit. */
    boolean isTreated() {
        return draft().isTreated(service);
    }

    /** The answers to the checks, in the order in which they were asked. */
    List<CheckAnswer> checks() {
        return List.copyOf(checks);
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
                nextStep);
    }

    DeliveredVisit delivered() {
        return new DeliveredVisit(id, patientId, service, appointmentId, plannedVisitId, treatedOn);
    }

    private static <T> void replace(List<T> kept, List<T> now) {
        if (!kept.equals(now)) {
            kept.clear();
            kept.addAll(now);
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? -1 : version;
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

    @Nullable
    Instant signedAt() {
        return signedAt;
    }

    @Nullable
    String contentHash() {
        return contentHash;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected SessionNote() {}
}
