package io.plumbline.plans;

import io.plumbline.phases.PlanPhase;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.PlannedService;
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

    /**
     * Follows the hand-over of its plan: the services that the plan has handed over, and new ones of the phases that are
     * not over, go to the practitioner who takes over; what is typed stays.
     *
     * @param handedOver what the plan says since the hand-over
     * @param current the phase in which the plan is
     * @return whether something changed
     */
    boolean handOver(StaffId from, StaffId to, PlanDraft handedOver, PlanPhase current) {
        var followed = content.withServices(content.services().stream()
                .map(line -> from.equals(line.practitionerId()) && goesOver(line, to, handedOver, current)
                        ? line.with(to)
                        : line)
                .toList());
        var isChanged = !followed.equals(content);
        content = followed;
        return isChanged;
    }

    private static boolean goesOver(PlannedService line, StaffId to, PlanDraft handedOver, PlanPhase current) {
        return handedOver
                .serviceLike(line)
                .map(inPlan -> to.equals(inPlan.practitionerId()))
                .orElse(line.phase().compareTo(current) >= 0);
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
