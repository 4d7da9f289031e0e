package io.plumbline.plans;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What one practitioner had still to do in a plan went to another. */
@Entity
@Table(name = "plan_hand_over")
class PlanHandOver {
    @Id
    private UUID id;

    private StaffId fromId;
    private StaffId toId;
    private int visits;
    private boolean responsible;
    private Instant handedAt;
    private StaffId handedBy;

    /**
     * @param visits how many visits were still to come
     * @param responsible whether the responsibility for the plan went with them
     */
    static PlanHandOver of(StaffId from, StaffId to, int visits, boolean responsible, StaffId by, Instant at) {
        var handOver = new PlanHandOver();
        handOver.id = Ids.next();
        handOver.fromId = from;
        handOver.toId = to;
        handOver.visits = visits;
        handOver.responsible = responsible;
        handOver.handedAt = at;
        handOver.handedBy = by;
        return handOver;
    }

    StaffId from() {
        return fromId;
    }

    StaffId to() {
        return toId;
    }

    int visits() {
        return visits;
    }

    boolean isResponsible() {
        return responsible;
    }

    Instant at() {
        return handedAt;
    }

    StaffId by() {
        return handedBy;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanHandOver() {}
}
