package io.plumbline.intake;

import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.Persistable;
import tools.jackson.core.type.TypeReference;

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

    @Convert(converter = DecidedColumn.class)
    private SortedMap<String, ContraindicationAnswer> decided;

    private String noteHash;
    private StaffId concludedBy;
    private Instant concludedAt;
    private int contentFormat;
    private String contentHash;

    /**
     * Concludes a signed note that left the outcome or a contraindication to a chiropractor.
     *
     * @param reason what was found and why this follows, 1 to 1,000 characters
     * @param decided confirmed or ruled out with a reason, each contraindication that was left to a chiropractor
     * @throws Refused if the note does not wait for a conclusion, the outcome is none, the reason is missing or too
     *     long, or a contraindication is not decided; the message is for the user
     */
    static IntakeConclusion of(
            IntakeNote note,
            IntakeOutcome outcome,
            String reason,
            SortedMap<String, ContraindicationAnswer> decided,
            StaffId by,
            Instant at,
            ContentMac seal) {
        if (!note.isLeftToChiropractor()) {
            throw new Refused("This intake note does not wait for the conclusion of a chiropractor");
        }
        if (!outcome.isConclusion()) {
            throw new Refused("Choose an outcome that concludes the note");
        }
        requireDecided(note.draft().more().leftToChiropractor(), decided);
        var concluded = new IntakeConclusion();
        concluded.decided = new TreeMap<>(decided);
        concluded.noteId = note.id().value();
        concluded.patientId = note.patient();
        concluded.outcome = outcome;
        concluded.reason = TextLimit.required("The reason", reason, MOST);
        concluded.noteHash = Objects.requireNonNullElse(note.contentHash(), "");
        concluded.concludedBy = by;
        concluded.concludedAt =
                at.truncatedTo(ChronoUnit.MICROS); // the precision of the store, since the hash covers it
        concluded.contentFormat = concluded.content().form();
        concluded.contentHash = seal.computeMac(concluded.content().text());
        concluded.registerEvent(concluded.signature());
        return concluded;
    }

    private static void requireDecided(
            SortedMap<String, ContraindicationAnswer> left, SortedMap<String, ContraindicationAnswer> decided) {
        if (!left.keySet().containsAll(decided.keySet())) {
            throw new Refused("The note leaves other contraindications to a chiropractor. Open it again");
        }
        left.forEach((code, asked) -> {
            var answer = decided.get(code);
            if (answer == null || !answer.isDecided()) {
                throw new Refused("Confirm or rule out, with a reason, the contraindication “" + asked.name() + "”");
            }
        });
    }

    /** Returns whether the content still matches its hash. The audit trail must hold the same hash. */
    boolean isIntact(ContentMac seal) {
        return seal.fits(content().texts(contentFormat), contentHash);
    }

    /** Returns the signature event that the audit trail must hold. */
    IntakeEvent.Concluded signature() {
        return new IntakeEvent.Concluded(new IntakeId(noteId), patientId, contentHash);
    }

    private SignedConclusion content() {
        return new SignedConclusion(
                noteId, patientId.value(), outcome, reason, decided, noteHash, concludedBy.value(), concludedAt);
    }

    IntakeOutcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    /** Returns what was decided on the contraindications that the note left to a chiropractor, by code. */
    SortedMap<String, ContraindicationAnswer> decided() {
        return Collections.unmodifiableSortedMap(decided);
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

    /** Stores the decisions as JSON; none is null. */
    static final class DecidedColumn extends JsonColumn<SortedMap<String, ContraindicationAnswer>> {
        DecidedColumn() {
            super(
                    new TypeReference<TreeMap<String, ContraindicationAnswer>>() {}.getType(),
                    Collections.emptySortedMap());
        }
    }
}
