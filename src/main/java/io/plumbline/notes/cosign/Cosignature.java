package io.plumbline.notes.cosign;

import io.plumbline.notes.NotesToCosign.ToCosign;
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
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;

/** The signed decision of a supervisor on a note. It never changes. */
@Entity
@Table(name = "session_note_cosignature")
class Cosignature extends AbstractAggregateRoot<Cosignature> implements Persistable<UUID> {
    /** The most characters of a remark. */
    static final int MOST = 1000;

    @Id
    private UUID id;

    private UUID noteId;
    private PatientId patientId;
    private int history;

    @Enumerated(EnumType.STRING)
    private CosignDecision decision;

    private String remark;
    private String noteHash;
    private StaffId decidedBy;
    private Instant decidedAt;
    private int contentFormat;
    private String contentHash;

    /** Co-signs a note. */
    static Cosignature cosigned(NoteId id, ToCosign note, int history, StaffId by, Instant at, ContentMac seal) {
        return decided(id, note, history, CosignDecision.COSIGNED, "", by, at, seal);
    }

    /**
     * Returns a note to its author.
     *
     * @param remark 1 to 1,000 characters
     * @throws io.plumbline.shared.Refused if the remark is missing or too long; the message is for the user
     */
    static Cosignature returned(
            NoteId id, ToCosign note, int history, String remark, StaffId by, Instant at, ContentMac seal) {
        var words = TextLimit.required("The remark", remark, MOST);
        return decided(id, note, history, CosignDecision.RETURNED, words, by, at, seal);
    }

    private static Cosignature decided(
            NoteId id,
            ToCosign note,
            int history,
            CosignDecision decision,
            String remark,
            StaffId by,
            Instant at,
            ContentMac seal) {
        var decided = new Cosignature();
        decided.id = Ids.next();
        decided.noteId = id.value();
        decided.patientId = note.patient();
        decided.history = history;
        decided.decision = decision;
        decided.remark = remark;
        decided.noteHash = note.contentHash();
        decided.decidedBy = by;
        decided.decidedAt = at.truncatedTo(ChronoUnit.MICROS); // the precision of the store, since the hash covers it
        decided.contentFormat = SignedCosignature.FORM;
        decided.contentHash = seal.computeMac(decided.content().text());
        decided.registerEvent(decided.signature());
        return decided;
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return seal.fits(content().texts(contentFormat), contentHash);
    }

    /** Returns the signature event that the audit trail must hold. */
    CosignatureSigned signature() {
        return new CosignatureSigned(id, new NoteId(noteId), patientId, decision, contentHash);
    }

    private SignedCosignature content() {
        return new SignedCosignature(
                id, noteId, patientId.value(), history, decision, remark, noteHash, decidedBy.value(), decidedAt);
    }

    boolean isOf(NoteId note) {
        return note.value().equals(noteId);
    }

    CosignDecision decision() {
        return decision;
    }

    String remark() {
        return remark;
    }

    StaffId decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String contentHash() {
        return contentHash;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Returns true: a saved decision is never saved again. */
    @Override
    public boolean isNew() {
        return true;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Cosignature() {}
}
