package io.plumbline.notes.templates;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note template. Notes keep what it filled in, so it needs no versions; it is retired, never deleted. */
@Entity
@Table(name = "note_template")
class NoteTemplate extends Aggregate<NoteTemplate> {
    private UUID operationId;

    @Column(name = "owner_id")
    private @Nullable StaffId owner;

    @Enumerated(EnumType.STRING)
    private AppointmentType service;

    private String name;

    @Convert(converter = NoteTemplateDraft.Column.class)
    private NoteTemplateDraft content;

    private @Nullable String offeredAs;

    /** @param owner null for a template of the clinics */
    static NoteTemplate added(NoteTemplateDraft draft, @Nullable StaffId owner, OperationId operation) {
        var template = new NoteTemplate();
        template.id = Ids.next();
        template.operationId = operation.value();
        template.owner = owner;
        template.describe(draft);
        template.registerEvent(new NoteTemplateEvent.Added(
                template.id, template.scope().label().toLowerCase(Locale.ROOT)));
        return template;
    }

    void edit(NoteTemplateDraft draft) {
        if (isRetired()) {
            throw new Refused("This template is retired. Offer it again before you edit it");
        }
        var fields = RecordVersions.changedFields(content, draft);
        if (!fields.isEmpty()) {
            describe(draft);
            registerEvent(new NoteTemplateEvent.Edited(id, String.join(", ", fields)));
        }
    }

    void retire() {
        if (isRetired()) {
            throw new Refused("This template is retired already");
        }
        offeredAs = null;
        registerEvent(new NoteTemplateEvent.Retired(id));
    }

    void offerAgain() {
        if (!isRetired()) {
            throw new Refused("This template is not retired");
        }
        describe(content);
        registerEvent(new NoteTemplateEvent.OfferedAgain(id));
    }

    private void describe(NoteTemplateDraft draft) {
        content = draft;
        service = draft.service();
        name = draft.name();
        offeredAs = (owner == null ? "clinics" : owner.value().toString()) + " " + service.name() + " "
                + Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    NoteTemplateDetails details(boolean mayChange) {
        return new NoteTemplateDetails(id(), version(), scope(), content, isRetired(), mayChange);
    }

    NoteTemplateDraft draft() {
        return content;
    }

    NoteTemplateId id() {
        return new NoteTemplateId(id);
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

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected NoteTemplate() {}
}
