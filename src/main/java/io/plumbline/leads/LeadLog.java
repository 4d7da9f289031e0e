package io.plumbline.leads;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a lead: who changed it last, its calls, and how it stood before each action that can be undone.
 * Only the last action can be undone, and only until anything else happens to the lead.
 */
@Embeddable
class LeadLog {
    private Instant changedAt;
    private StaffId changedBy;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<CallAttempt> attempts = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<LeadBefore> befores = new ArrayList<>();

    /** The last action, if it can be undone; null once anything else has happened. */
    private @Nullable UUID undoId;

    @SuppressWarnings("NullAway.Init") // required by JPA, and changed at once
    LeadLog() {}

    /** Records who changed the lead. The action before can no longer be undone. */
    void changed(StaffId by, Instant at) {
        changedBy = by;
        changedAt = at;
        keepLast();
    }

    /** Keeps the last action for good: it can no longer be undone. */
    void keepLast() {
        undoId = null;
    }

    void add(CallAttempt attempt) {
        attempts.add(attempt);
    }

    /** Records that the last change can be undone, which returns the lead to how it stood before. */
    void mayReturnTo(LeadBefore before) {
        befores.add(before);
        undoId = before.id();
    }

    /**
     * Undoes the last action, and its call if it logged one.
     *
     * @return how the lead stood before the action
     * @throws Refused if anything else has happened since, somebody else acted, or too long ago; the message is for the
     *     user
     */
    LeadBefore undo(StaffId by, Instant at) {
        var before = befores.stream()
                .filter(one -> one.id().equals(undoId))
                .findFirst()
                .orElseThrow(() -> new Refused("This lead has changed since, so it stays as it is now"));
        before.undo(by, at);
        callOf(before).ifPresent(call -> call.undo(at));
        return before;
    }

    /** Returns what was noted of the call that an action logged; empty if it logged none. */
    String noteOf(LeadBefore action) {
        return callOf(action).map(CallAttempt::note).orElse("");
    }

    private Optional<CallAttempt> callOf(LeadBefore action) {
        return attempts.stream().filter(action::isOf).findFirst();
    }

    /** Returns whether the latest call agreed on a time for the next. */
    boolean isLaterCallAgreed() {
        return CallAttempt.isLaterCallAgreed(attempts);
    }

    /** Returns whether nobody changed the lead after an instant. */
    boolean isUntouchedSince(Instant since) {
        return !changedAt.isAfter(since);
    }

    Instant changedAt() {
        return changedAt;
    }

    StaffId changedBy() {
        return changedBy;
    }
}
