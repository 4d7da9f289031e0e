package io.plumbline.orders;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What happened to an order. Never changed. */
@Entity
@Table(name = "checkout_order_step")
class OrderStep {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private OrderStepKind kind;

    private Instant takenAt;
    private StaffId takenBy;
    private String words;

    OrderStep(OrderStepKind kind, StaffId by, Instant at, String words) {
        this.id = Ids.next();
        this.kind = kind;
        this.takenBy = by;
        this.takenAt = at;
        this.words = words;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected OrderStep() {}
}
