package io.plumbline.plans;

import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A revision that is being written. It has a version of its own, so that visits are delivered in the meantime. */
@Entity
@Table(name = "plan_revision_draft")
class PlanRevisionDraft {
    @Id
    private UUID planId;

    @Version
    private @Nullable Long version;

    private int base;

    @Convert(converter = PlanColumns.Content.class)
    private PlanDraft content;

    private StaffId writtenBy;
    private Instant writtenAt;

    /** @param base the number of the revision that it changes */
    static PlanRevisionDraft begun(PlanId plan, int base, PlanDraft content, StaffId by, Instant at) {
        var draft = new PlanRevisionDraft();
        draft.planId = plan.value();
        draft.base = base;
        draft.write(content, by, at);
        return draft;
    }

    void write(PlanDraft typed, StaffId by, Instant at) {
        content = typed;
        writtenBy = by;
        writtenAt = at;
    }

    /** Has what is planned with a practitioner done by another, who took the plan over; what is typed stays. */
    void handOver(StaffId from, StaffId to) {
        content = content.withServices(content.services().stream()
                .map(line -> from.equals(line.practitionerId()) ? line.with(to) : line)
                .toList());
    }

    /** Rests on the current revision from now on; what is typed stays. */
    void rebase(int current) {
        base = current;
    }

    int base() {
        return base;
    }

    long version() {
        return version == null ? 0 : version;
    }

    PlanDraft content() {
        return content;
    }

    StaffId writtenBy() {
        return writtenBy;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanRevisionDraft() {}
}
