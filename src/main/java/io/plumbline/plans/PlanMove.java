package io.plumbline.plans;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "plan_move")
class PlanMove {
    @Id
    private UUID id;

    private Instant movedAt;
    private StaffId movedBy;

    @Enumerated(EnumType.STRING)
    private PlanStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private PlanStatus toStatus;

    private String reason;

    static PlanMove of(PlanStatus from, PlanStatus to, String reason, StaffId by, Instant at) {
        var move = new PlanMove();
        move.id = Ids.next();
        move.movedAt = at;
        move.movedBy = by;
        move.fromStatus = from;
        move.toStatus = to;
        move.reason = reason;
        return move;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanMove() {}
}
