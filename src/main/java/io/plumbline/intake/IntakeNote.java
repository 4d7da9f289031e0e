package io.plumbline.intake;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.ContentSignature;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "intake_note")
class IntakeNote extends Aggregate<IntakeNote> {
    private PatientId patientId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private IntakeStatus status;

    @Embedded
    private IntakeContent content = new IntakeContent();

    /** What makes it a later version; null for the first. */
    private @Nullable IntakeAmendment amendment;

    private String rulesVersion = "";
    private Instant createdAt;
    private StaffId createdBy;
    private @Nullable Instant changedAt;
    private @Nullable StaffId changedBy;

    @Embedded
    private ContentSignature signature = new ContentSignature();

    @ElementCollection
    @BatchSize(size = SignedIntakes.PAGE)
    @CollectionTable(name = "intake_note_check", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<CheckAnswer> checks = new ArrayList<>();

    static IntakeNote begun(PatientId patient, ClinicId clinic, IntakeDraft said, StaffId by, Instant at) {
        var note = new IntakeNote();
        note.id = Ids.next();
        note.patientId = patient;
        note.clinicId = clinic;
        note.status = IntakeStatus.DRAFT;
        note.content.begin(said);
        note.createdAt = at;
        note.createdBy = by;
        note.registerEvent(new IntakeEvent.Started(note.id(), patient));
        return note;
    }

    /**
     * Begins the next version of a signed note, which itself is never touched. It keeps the day of the first version, by
     * which notes are in order.
     *
     * @param says what the new version says before it is edited
     * @param reason why, 1 to 500 characters
     * @throws Refused if the note is a draft, or the reason is missing or too long; the message is for the user
     */
    static IntakeNote amending(IntakeNote signed, IntakeDraft says, String reason, StaffId by, Instant at) {
        if (!signed.status.next().contains(IntakeStatus.AMENDED)) {
            throw new Refused("This intake note is a draft and can still be changed");
        }
        var note = new IntakeNote();
        note.id = Ids.next();
        note.patientId = signed.patientId;
        note.clinicId = signed.clinicId;
        note.status = IntakeStatus.DRAFT;
        note.amendment = new IntakeAmendment(signed.first(), signed.id, signed.revision() + 1, reason);
        note.content.begin(says);
        note.createdAt = signed.createdAt;
        note.createdBy = by;
        note.changedAt = at;
        note.changedBy = by;
        note.registerEvent(new IntakeEvent.AmendmentStarted(note.id(), note.patientId, note.revision()));
        return note;
    }

    /** Writes the draft. A signed note is part of the clinical record and cannot be edited. */
    void write(IntakeDraft draft, StaffId by, Instant at) {
        requireDraft();
        var fields = content.write(draft);
        if (!fields.isEmpty()) {
            changedBy = by;
            changedAt = at;
            registerEvent(new IntakeEvent.Edited(id(), patientId, version() + 1, fields));
        }
    }

    /** @throws NoLongerDraft if the note is signed */
    void requireDraft() {
        if (status != IntakeStatus.DRAFT) {
            throw new NoLongerDraft("This intake note is signed and can no longer be changed");
        }
    }

    /** Stores the answers that follow from the patient's age, which the form never asks for. */
    void answerByAge(Map<String, ScreeningAnswer> withAge) {
        if (status == IntakeStatus.DRAFT) {
            content.answerByAge(withAge);
        }
    }

    /**
     * Stores the answers to the signing checks. They must be saved before the note is signed: a signed note takes no
     * more rows.
     */
    void answer(List<CheckAnswer> answers) {
        requireDraft();
        if (!checks.equals(answers)) {
            checks.clear();
            checks.addAll(answers);
        }
    }

    /**
     * Refuses a note that cannot be signed.
     *
     * @throws NotReadyToSign if a required field is missing
     */
    void requireSignable(ScreeningRules rules) {
        if (!status.next().contains(IntakeStatus.SIGNED)) {
            throw new Refused("This intake note is signed already");
        }
        var missing = content.missing(rules);
        if (!missing.isEmpty()) {
            throw new NotReadyToSign(missing);
        }
    }

    /**
     * Signs the stored note, which cannot change afterward. Refuses a note that cannot be signed.
     *
     * @param seal computes the hash of the signed content
     */
    void sign(ScreeningRules rules, StaffId by, Instant at, ContentMac seal) {
        requireSignable(rules);
        status = amendment == null ? IntakeStatus.SIGNED : IntakeStatus.AMENDED;
        rulesVersion = rules.version();
        signature.sign(by, at, signedContent().form(), () -> signedContent().text(), seal);
        registerEvent(signature());
    }

    /** Returns whether the signed note leaves the outcome or a contraindication to a chiropractor. */
    boolean isLeftToChiropractor() {
        return status != IntakeStatus.DRAFT && content.isLeftToChiropractor();
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return signature.isIntact(form -> signedContent().texts(form), seal);
    }

    /** Returns the signature event that the audit trail must hold. */
    IntakeEvent.Signed signature() {
        return new IntakeEvent.Signed(id(), patientId, Objects.requireNonNullElse(contentHash(), ""));
    }

    /** Returns the content that the signature covers. */
    SignedIntake signedContent() {
        return new SignedIntake(
                id,
                patientId.value(),
                clinicId.value(),
                draft(),
                rulesVersion,
                signature.signedBy(),
                signature.signedAt(),
                List.copyOf(checks),
                amendment);
    }

    /** Returns the answers to the signing checks, in the order in which they were asked. */
    List<CheckAnswer> checks() {
        return List.copyOf(checks);
    }

    IntakeDraft draft() {
        return content.draft();
    }

    /** Returns what the draft says beside its parts that are rows of their own, which need not be read for it. */
    IntakeMore more() {
        return content.more();
    }

    IntakeId id() {
        return new IntakeId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    IntakeStatus status() {
        return status;
    }

    /** Returns what makes it a later version; null for the first. */
    @Nullable
    IntakeAmendment amendment() {
        return amendment;
    }

    /** Returns the number of this version, from 1. */
    int revision() {
        return amendment == null ? 1 : amendment.revision();
    }

    private UUID first() {
        return amendment == null ? id : amendment.firstId();
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Returns when the note was last edited; {@code now} if it never was. */
    Instant writtenAt(Instant now) {
        return changedAt == null ? now : changedAt;
    }

    StaffId changedBy() {
        return changedBy == null ? createdBy : changedBy;
    }

    String rulesVersion() {
        return rulesVersion;
    }

    @Nullable
    StaffId signedBy() {
        return signature.signedBy();
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
    protected IntakeNote() {}
}
