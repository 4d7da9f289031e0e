package io.plumbline.notes.amendments;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
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
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/** A signed addition to a signed session note. It never changes. */
@Entity
@Table(name = "session_note_amendment")
class NoteAmendment extends AbstractAggregateRoot<NoteAmendment> implements Persistable<UUID> {
    @Id
    private UUID id;

    private UUID noteId;
    private PatientId patientId;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    private String amendment;
    private @Nullable UUID copyId;
    private StaffId signedBy;
    private Instant signedAt;
    private int contentFormat;
    private String contentHash;

    /**
     * Signs an addition to a signed note.
     *
     * @param text at most 2,000 characters
     * @param copy the note in the right record, if the note was written in the wrong one
     * @param seal computes the hash of the signed content
     */
    static NoteAmendment signed(
            NoteId note,
            PatientId patient,
            AmendmentKind kind,
            String text,
            @Nullable NoteId copy,
            StaffId by,
            Instant at,
            ContentMac seal) {
        var signed = new NoteAmendment();
        signed.id = Ids.next();
        signed.noteId = note.value();
        signed.patientId = patient;
        signed.kind = kind;
        signed.amendment = TextLimit.required("The " + kind.label().toLowerCase(Locale.ROOT), text, 2000);
        signed.copyId = copy == null ? null : copy.value();
        signed.signedBy = by;
        signed.signedAt = at.truncatedTo(ChronoUnit.MICROS); // the precision of the store, since the hash covers it
        signed.contentFormat = SignedAmendment.FORM;
        signed.contentHash = seal.computeMac(signed.content().text());
        signed.registerEvent(signed.signature());
        return signed;
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return seal.fits(content().texts(contentFormat), contentHash);
    }

    /** Returns the signature event that the audit trail must hold. */
    AmendmentSigned signature() {
        return new AmendmentSigned(id, new NoteId(noteId), patientId, amendment, contentHash);
    }

    private SignedAmendment content() {
        return new SignedAmendment(id, noteId, patientId.value(), kind, amendment, copyId, signedBy.value(), signedAt);
    }

    boolean isOf(NoteId note) {
        return note.value().equals(noteId);
    }

    AmendmentKind kind() {
        return kind;
    }

    String text() {
        return amendment;
    }

    @Nullable
    NoteId copy() {
        return copyId == null ? null : new NoteId(copyId);
    }

    StaffId signedBy() {
        return signedBy;
    }

    Instant signedAt() {
        return signedAt;
    }

    String contentHash() {
        return contentHash;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Returns true: a saved amendment is never saved again. */
    @Override
    public boolean isNew() {
        return true;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected NoteAmendment() {}
}
