package io.plumbline.forms;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of the clinics: published versions, and beside them what somebody is writing. */
@Entity
@Table(name = "intake_form")
class FormDefinition extends Aggregate<FormDefinition> {
    static final String UNNAMED = "Unnamed form";

    private String name;
    private int published;

    @Convert(converter = FormContent.Column.class)
    private @Nullable FormContent draft;

    private boolean retired;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "form_id", nullable = false, updatable = false)
    @OrderBy("number desc")
    private List<FormDefinitionVersion> versions = new ArrayList<>();

    static FormDefinition begun() {
        var form = new FormDefinition();
        form.id = FormId.next().value();
        form.name = UNNAMED;
        form.draft = FormContent.empty();
        form.registerEvent(new FormEvent.Written(form.id, "begun"));
        return form;
    }

    /** Begins the next version with what the newest asks; does nothing while one is being written. */
    void edit() {
        refuseRetired();
        if (draft == null) {
            draft = versions.getFirst().content();
            registerEvent(new FormEvent.Written(id, "begun"));
        }
    }

    /** @throws NoLongerDraft if a colleague published or discarded the draft in the meantime */
    void write(FormContent content) {
        refuseRetired();
        var fields = RecordVersions.changedFields(NoLongerDraft.requireDraft(draft), content);
        draft = content;
        if (published == 0) {
            name = content.name().isEmpty() ? UNNAMED : content.name();
        }
        registerEvent(new FormEvent.Written(id, String.join(", ", fields)));
    }

    /**
     * Publishes the draft as the next version.
     *
     * @throws Refused if something is missing, or nothing differs from the newest version; the message is for the user
     */
    void publish(StaffId by, Instant at) {
        refuseRetired();
        var content = NoLongerDraft.requireDraft(draft);
        content.requireComplete();
        if (published > 0 && versions.getFirst().content().equals(content)) {
            throw new Refused("Nothing differs from version " + published + " yet");
        }
        published++;
        versions.addFirst(FormDefinitionVersion.of(published, content, by, at));
        name = content.name();
        draft = null;
        registerEvent(new FormEvent.Published(id, "version " + published));
    }

    /** Discards the draft; a form that was never published is then retired. */
    void discard() {
        NoLongerDraft.requireDraft(draft);
        draft = null;
        retired = retired || published == 0;
        registerEvent(new FormEvent.Discarded(id));
    }

    void retire() {
        refuseRetired();
        retired = true;
        registerEvent(new FormEvent.Moved(id, "retired"));
    }

    void offerAgain() {
        if (!retired || published == 0) {
            throw new Refused("This form is not retired");
        }
        retired = false;
        registerEvent(new FormEvent.Moved(id, "offered again"));
    }

    private void refuseRetired() {
        if (retired) {
            throw new Refused("This form is retired. Offer it again before you edit it");
        }
    }

    FormId id() {
        return new FormId(id);
    }

    boolean isDiscarded() {
        return retired && published == 0;
    }

    FormRow row(@Nullable FormContent newest) {
        return new FormRow(
                id(),
                name,
                published,
                draft != null,
                retired,
                newest != null ? newest : draft != null ? draft : FormContent.empty());
    }

    FormDetails details() {
        return new FormDetails(
                id(),
                version(),
                name,
                retired,
                draft,
                versions.stream().map(FormDefinitionVersion::details).toList());
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected FormDefinition() {}
}
