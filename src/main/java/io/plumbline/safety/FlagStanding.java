package io.plumbline.safety;

import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of a red flag before a decision: everything that a decision replaces. A cleared flag is not decided again.
 */
@Embeddable
record FlagStanding(
        @Enumerated(EnumType.STRING) @Column(name = "before_status")
        FlagStatus status,

        @Column(name = "before_decided_at") @Nullable Instant decidedAt,
        @Column(name = "before_decided_by") @Nullable StaffId decidedBy,
        @Column(name = "before_reason") @Nullable String reason,
        @Column(name = "before_monitored_until") @Nullable LocalDate monitoredUntil,
        @Column(name = "before_outcome_due_at") @Nullable Instant outcomeDueAt) {}
