package io.plumbline.reactions;

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

/** What happened to a reaction, with the outcome and the next follow-up as they were then. Never changed. */
@Entity
@Table(name = "adverse_reaction_entry")
class ReactionEntry {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ReactionEntryKind kind;

    private Instant takenAt;
    private StaffId takenBy;

    @Enumerated(EnumType.STRING)
    private ReactionOutcome outcome;

    private String words;
    private @Nullable LocalDate followUpOn;
    private @Nullable StaffId followUpBy;
    private @Nullable String followUpAgreed;

    ReactionEntry(ReactionEntryKind kind, StaffId by, Instant at, ReactionOutcome outcome, String words) {
        this.id = Ids.next();
        this.kind = kind;
        this.takenBy = by;
        this.takenAt = at;
        this.outcome = outcome;
        this.words = words;
    }

    ReactionEntry next(@Nullable FollowUpPlan plan) {
        if (plan != null) {
            followUpOn = plan.on();
            followUpBy = plan.by();
            followUpAgreed = plan.agreed();
        }
        return this;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected ReactionEntry() {}
}
