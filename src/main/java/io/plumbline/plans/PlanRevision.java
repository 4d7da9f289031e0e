package io.plumbline.plans;

import io.plumbline.plans.StepOrder.Agreement;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan says from a revision on, who made it and why. It never changes. */
@Entity
@Table(name = "plan_revision")
class PlanRevision {
    @Id
    private UUID id;

    private int number;

    @Convert(converter = PlanColumns.Content.class)
    private PlanDraft content;

    private String reason;
    private Instant madeAt;
    private StaffId madeBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Agreement agreement;

    private String agreedBy;
    private int visitsAdded;
    private int visitsRemoved;

    /** Returns what was activated, the first revision of a plan. */
    static PlanRevision activated(PlanDraft content, StaffId by, Instant at) {
        var revision = new PlanRevision();
        revision.id = Ids.next();
        revision.number = 1;
        revision.content = content;
        revision.reason = "";
        revision.madeAt = at;
        revision.madeBy = by;
        revision.agreedBy = "";
        return revision;
    }

    static PlanRevision of(
            int number,
            PlanDraft content,
            PlanRevisionService.Order order,
            int added,
            int removed,
            StaffId by,
            Instant at) {
        var revision = activated(content, by, at);
        revision.number = number;
        revision.reason = order.reason();
        revision.agreement = order.agreement();
        revision.agreedBy = order.agreement() == null ? "" : order.agreedBy();
        revision.visitsAdded = added;
        revision.visitsRemoved = removed;
        return revision;
    }

    PlanRevisionService.Row row() {
        return new PlanRevisionService.Row(
                number, madeAt, madeBy, reason, agreement, agreedBy, visitsAdded, visitsRemoved, content);
    }

    PlanDraft content() {
        return content;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanRevision() {}
}
