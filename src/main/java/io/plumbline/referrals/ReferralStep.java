package io.plumbline.referrals;

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

/** What happened to a referral, with the words as they were then. Never changed. */
@Entity
@Table(name = "referral_step")
class ReferralStep {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ReferralStepKind kind;

    private Instant takenAt;
    private StaffId takenBy;
    private String words;
    private String why = "";
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate documentOn;

    @Enumerated(EnumType.STRING)
    private @Nullable CloseReason closeReason;

    ReferralStep(ReferralStepKind kind, StaffId by, Instant at, String words) {
        this.id = Ids.next();
        this.kind = kind;
        this.takenBy = by;
        this.takenAt = at;
        this.words = words;
    }

    ReferralStep because(String reason) {
        why = reason;
        return this;
    }

    ReferralStep dueOn(LocalDate day) {
        dueOn = day;
        return this;
    }

    ReferralStep documentOn(@Nullable LocalDate day) {
        documentOn = day;
        return this;
    }

    ReferralStep closedAs(CloseReason reason) {
        closeReason = reason;
        return this;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected ReferralStep() {}
}
