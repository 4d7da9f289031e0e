package io.plumbline.plans.templates;

import io.plumbline.phases.PhaseDefaults;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template of the clinics: published versions, and beside them what somebody is writing. */
@Entity
@Table(name = "plan_template")
class PlanTemplate extends Aggregate<PlanTemplate> {
    static final String UNNAMED = "Unnamed template";

    private String name;
    private int published;

    @Convert(converter = TemplateContent.Column.class)
    private @Nullable TemplateContent draft;

    private Instant createdAt;
    private StaffId createdBy;
    private @Nullable Instant retiredAt;
    private @Nullable StaffId retiredBy;
    private @Nullable String retiredReason;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "template_id", nullable = false, updatable = false)
    @OrderBy("number desc")
    private List<PlanTemplateVersion> versions = new ArrayList<>();

    static PlanTemplate begun(TemplateContent content, StaffId by, Instant at) {
        var template = new PlanTemplate();
        template.id = Ids.next();
        template.createdAt = at;
        template.createdBy = by;
        template.name = UNNAMED;
        template.write(content);
        return template;
    }

    /** Begins the next version with what the newest says; does nothing while one is being written. */
    void edit() {
        refuseRetired();
        if (draft == null) {
            draft = versions.getFirst().details().content();
        }
    }

    /** @throws NoLongerDraft if a colleague published or discarded the draft in the meantime */
    void write(TemplateContent content) {
        refuseRetired();
        var isBegun = draft == null && published == 0;
        var fields =
                isBegun ? List.of("begun") : RecordVersions.changedFields(NoLongerDraft.requireDraft(draft), content);
        draft = content;
        if (published == 0) {
            name = content.name().isEmpty() ? UNNAMED : content.name();
        }
        registerEvent(new PlanTemplateEvent.Written(id, String.join(", ", fields)));
    }

    /**
     * Publishes the draft as the next version.
     *
     * @throws Refused if something is missing, or nothing differs from the newest version; the message is for the user
     */
    void publish(String reason, PhaseDefaults defaults, StaffId by, Instant at) {
        refuseRetired();
        var content = NoLongerDraft.requireDraft(draft);
        content.requireComplete(defaults);
        if (published > 0 && versions.getFirst().details().content().equals(content)) {
            throw new Refused("Nothing differs from version " + published + " yet");
        }
        published++;
        versions.addFirst(PlanTemplateVersion.of(
                published, content, published == 1 && reason.isBlank() ? "First version" : reason, by, at));
        name = content.name();
        draft = null;
        registerEvent(new PlanTemplateEvent.Published(id, "version " + published));
    }

    /** Discards the draft; a template that was never published is then no longer listed. */
    void discard(StaffId by, Instant at) {
        NoLongerDraft.requireDraft(draft);
        draft = null;
        if (published == 0) {
            retire("Discarded before its first version", by, at);
        }
        registerEvent(new PlanTemplateEvent.Discarded(id));
    }

    void retire(String reason, StaffId by, Instant at) {
        refuseRetired();
        retiredReason = TextLimit.required("The reason", reason, 440);
        retiredAt = at;
        retiredBy = by;
        registerEvent(new PlanTemplateEvent.Moved(id, "retired"));
    }

    void offerAgain() {
        if (retiredAt == null || published == 0) {
            throw new Refused("This template is not retired");
        }
        retiredAt = null;
        retiredBy = null;
        retiredReason = null;
        registerEvent(new PlanTemplateEvent.Moved(id, "offered again"));
    }

    private void refuseRetired() {
        if (retiredAt != null) {
            throw new Refused("This template is retired. Offer it again before you edit it");
        }
    }

    UUID id() {
        return id;
    }

    boolean isDiscarded() {
        return retiredAt != null && published == 0;
    }

    TemplateRow row(@Nullable TemplateContent newest) {
        return new TemplateRow(
                id.toString(),
                published,
                false,
                draft != null,
                retiredAt != null,
                newest != null ? newest : draft != null ? draft : TemplateContent.empty());
    }

    TemplateDetails details() {
        return new TemplateDetails(
                id.toString(),
                version(),
                name,
                null,
                draft,
                retiredReason,
                versions.stream().map(PlanTemplateVersion::details).toList());
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanTemplate() {}
}
