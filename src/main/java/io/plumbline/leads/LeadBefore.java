package io.plumbline.leads;

import io.plumbline.leads.LeadEvent.Undone.Act;
import io.plumbline.shared.UndoRule;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** How a lead stood before an action, to which undoing the action returns. The row is kept when it was undone. */
@Entity
@Table(name = "lead_before")
// the database user of the portal may update one column
@DynamicUpdate
class LeadBefore {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Act act;

    private Instant doneAt;
    private StaffId doneBy;
    private @Nullable Instant undoneAt;

    @Embedded
    private LeadProgress progress;

    @Embedded
    private @Nullable LeadClaim claim;

    @Embedded
    private LeadMilestones milestones;

    private boolean phoneWrong;
    private @Nullable UUID callId;

    LeadBefore(
            Act act,
            LeadProgress progress,
            @Nullable LeadClaim claim,
            LeadMilestones milestones,
            boolean phoneWrong,
            StaffId by,
            Instant at) {
        this.id = Ids.next();
        this.act = act;
        this.progress = progress;
        this.claim = claim;
        this.milestones = milestones.copy();
        this.phoneWrong = phoneWrong;
        this.doneBy = by;
        this.doneAt = at;
    }

    /**
     * Records that the person who acted undoes it.
     *
     * @throws io.plumbline.shared.Refused if somebody else acted, or too long ago; the message is for the user
     */
    void undo(StaffId by, Instant at) {
        UndoRule.require(by, at, doneBy, doneAt);
        undoneAt = at;
    }

    /** Keeps which call the action logged. */
    void logs(CallAttempt call) {
        callId = call.id();
    }

    boolean isOf(CallAttempt call) {
        return call.id().equals(callId);
    }

    Instant doneAt() {
        return doneAt;
    }

    UUID id() {
        return id;
    }

    Act act() {
        return act;
    }

    LeadProgress progress() {
        return progress;
    }

    @Nullable
    LeadClaim claim() {
        return claim;
    }

    LeadMilestones milestones() {
        return milestones.copy();
    }

    boolean isPhoneWrong() {
        return phoneWrong;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadBefore() {}
}
