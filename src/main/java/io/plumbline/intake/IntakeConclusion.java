package io.plumbline.intake;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/** The signed conclusion of a chiropractor on an intake note that left the outcome to one. It never changes. */
@Entity
@Table(name = "intake_note_conclusion")
class IntakeConclusion extends AbstractAggregateRoot<IntakeConclusion> implements Persistable<UUID> {
    /** The most characters of a reason. */
    static final int MOST = 1000;

    @Id
    private UUID noteId;

    private PatientId patientId;

    @Enumerated(EnumType.STRING)
    private IntakeOutcome outcome;

    private String reason;
    private String noteHash;
    private StaffId concludedBy;
    private Instant concludedAt;
    private int contentFormat;
    private String contentHash;

    /**
     * Concludes a signed note that left the outcome to a chiropractor.
     *
     * @param reason what was found and why this follows, 1 to 1,000 characters
     * @throws Refused if the note does not wait for a conclusion, the outcome is none, or the reason is missing or too
     *     long; the message is for the user
     */
    static IntakeConclusion of(
            IntakeNote note, IntakeOutcome outcome, String reason, StaffId by, Instant at, ContentMac seal) {
        if (note.status() == IntakeStatus.DRAFT || note.draft().outcome() != IntakeOutcome.CHIROPRACTOR_TO_DECIDE) {
            throw new Refused("This intake note does not wait for the conclusion of a chiropractor");
        }
        if (!outcome.isConclusion()) {
            throw new Refused("Choose an outcome that concludes the note");
        }
        var concluded = new IntakeConclusion();
        concluded.noteId = note.id().value();
        concluded.patientId = note.patient();
        concluded.outcome = outcome;
        concluded.reason = TextLimit.required("The reason", reason, MOST);
        concluded.noteHash = Objects.requireNonNullElse(note.contentHash(), "");
        concluded.concludedBy = by;
        concluded.concludedAt =
                at.truncatedTo(ChronoUnit.MICROS); // the precision of the store, since the hash covers it
        concluded.contentFormat = SignedConclusion.FORMAT;
        concluded.contentHash = seal.computeMac(concluded.content());
        concluded.registerEvent(concluded.signature());
        return concluded;
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return contentFormat == SignedConclusion.FORMAT && seal.fits(content(), contentHash);
    }

    /** Returns the signature event that the audit trail must hold. */
    IntakeEvent.Concluded signature() {
        return new IntakeEvent.Concluded(new IntakeId(noteId), patientId, contentHash);
    }

    private SignedConclusion content() {
        return new SignedConclusion(
                contentFormat, noteId, patientId.value(), outcome, reason, noteHash, concludedBy.value(), concludedAt);
    }

    IntakeOutcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    StaffId concludedBy() {
        return concludedBy;
    }

    Instant concludedAt() {
        return concludedAt;
    }

    String contentHash() {
        return contentHash;
    }

    @Override
    public UUID getId() {
        return noteId;
    }

    /** Returns true: a saved conclusion is never saved again. */
    @Override
    public boolean isNew() {
        return true;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected IntakeConclusion() {}
}
