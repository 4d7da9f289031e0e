package io.plumbline.phrases;

import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text with the code that inserts it. Notes keep what was inserted, so a phrase may change and go. */
@Entity
@Table(name = "phrase")
class Phrase extends Aggregate<Phrase> {
    private UUID operationId;

    @Column(name = "owner_id")
    private @Nullable StaffId owner;

    private String code;

    @Column(name = "body")
    private String text;

    private @Nullable String offeredAs;

    /** @param owner null for a phrase of the clinics */
    static Phrase added(PhraseDraft draft, @Nullable StaffId owner, OperationId operation) {
        var phrase = new Phrase();
        phrase.id = Ids.next();
        phrase.operationId = operation.value();
        phrase.owner = owner;
        phrase.describe(draft);
        phrase.registerEvent(
                new PhraseEvent.Added(phrase.id, phrase.scope().label().toLowerCase(Locale.ROOT)));
        return phrase;
    }

    void edit(PhraseDraft draft) {
        if (isRetired()) {
            throw new Refused("This phrase is retired. Offer it again before you edit it");
        }
        var fields = RecordVersions.changedFields(draft(), draft);
        if (!fields.isEmpty()) {
            describe(draft);
            registerEvent(new PhraseEvent.Edited(id, String.join(", ", fields)));
        }
    }

    void retire() {
        if (isRetired()) {
            throw new Refused("This phrase is retired already");
        }
        offeredAs = null;
        registerEvent(new PhraseEvent.Retired(id));
    }

    void offerAgain() {
        if (!isRetired()) {
            throw new Refused("This phrase is not retired");
        }
        describe(draft());
        registerEvent(new PhraseEvent.OfferedAgain(id));
    }

    /** To be called before it is deleted. */
    void recordDeletion() {
        if (!isRetired()) {
            throw new Refused("Retire this phrase before you delete it");
        }
        registerEvent(new PhraseEvent.Deleted(id));
    }

    private void describe(PhraseDraft draft) {
        code = draft.code();
        text = draft.text();
        offeredAs = (owner == null ? "clinics" : owner.value().toString()) + " " + code;
    }

    PhraseDraft draft() {
        return new PhraseDraft(code, text);
    }

    PhraseId id() {
        return new PhraseId(id);
    }

    boolean isRetired() {
        return offeredAs == null;
    }

    boolean isOf(StaffId staff) {
        return staff.equals(owner);
    }

    PreparedTextScope scope() {
        return owner == null ? PreparedTextScope.CLINICS : PreparedTextScope.OWN;
    }

    PhraseBook.Entry entry() {
        return new PhraseBook.Entry(scope(), code);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Phrase() {}
}
