package io.plumbline.safety;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step in the history of a red flag. It is written once. */
@Entity
@Table(name = "red_flag_step")
class RedFlagStep {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private FlagStatus status;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    private StaffId takenBy;
    private Instant takenAt;
    private String reason;
    private @Nullable LocalDate monitoredUntil;
    private @Nullable Evidence evidence;

    RedFlagStep(
            FlagStatus status,
            StepKind kind,
            StaffId by,
            Instant at,
            String reason,
            @Nullable LocalDate monitoredUntil,
            @Nullable Evidence evidence) {
        this.id = Ids.next();
        this.status = status;
        this.kind = kind;
        this.evidence = evidence;
        this.takenBy = by;
        this.takenAt = at;
        this.reason = reason;
        this.monitoredUntil = monitoredUntil;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected RedFlagStep() {}
}
