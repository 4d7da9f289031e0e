package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent text of the clinics: published versions, and beside them what somebody is writing. */
@Entity
@Table(name = "consent_text")
class ConsentText extends Aggregate<ConsentText> {
    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private ConsentLanguage language;

    private int published;

    @Convert(converter = ConsentTextContent.Column.class)
    private @Nullable ConsentTextContent draft;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "text_id", nullable = false, updatable = false)
    @OrderBy("number desc")
    private List<ConsentTextVersion> versions = new ArrayList<>();

    static ConsentText begun(ConsentTextKey key, ConsentTextContent example) {
        var text = new ConsentText();
        text.id = Ids.next();
        text.kind = key.kind();
        text.language = key.language();
        text.edit(example);
        return text;
    }

    /**
     * Begins the next version with what the newest says; does nothing while one is being written.
     *
     * @param example what the first version begins with
     */
    void edit(ConsentTextContent example) {
        if (draft == null) {
            draft = versions.isEmpty() ? example : versions.getFirst().content().forNext();
            registerEvent(new ConsentTextEvent.Written(id, key() + ": begun"));
        }
    }

    /** @throws NoLongerDraft if a colleague published or discarded the draft in the meantime */
    void write(ConsentTextContent content) {
        var fields = RecordVersions.changedFields(NoLongerDraft.requireDraft(draft), content);
        draft = content;
        registerEvent(new ConsentTextEvent.Written(id, key() + ": " + String.join(", ", fields)));
    }

    /**
     * Publishes the draft as the next version.
     *
     * @throws Refused if something is missing, or nothing differs from the newest version; the message is for the user
     */
    void publish(StaffId by, Instant at, LocalDate today) {
        var content = NoLongerDraft.requireDraft(draft);
        var newest = versions.isEmpty() ? null : versions.getFirst().content();
        content.requireComplete(newest == null ? null : newest.validFrom(), today);
        if (newest != null && newest.saysTheSameAs(content)) {
            throw new Refused("Nothing differs from version " + published + " yet");
        }
        published++;
        versions.addFirst(ConsentTextVersion.of(published, content, by, at));
        draft = null;
        registerEvent(new ConsentTextEvent.Published(id, key() + ": version " + published));
    }

    void discard() {
        NoLongerDraft.requireDraft(draft);
        draft = null;
        registerEvent(new ConsentTextEvent.Discarded(id, key().toString()));
    }

    private ConsentTextKey key() {
        return new ConsentTextKey(kind, language);
    }

    @Nullable
    ConsentTextContent draft() {
        return draft;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected ConsentText() {}
}
