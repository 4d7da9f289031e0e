package io.plumbline.records.disposal;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records that one person proposes to dispose of. Another person approves or declines it; between the approval and the
 * disposal there is a time in which everybody concerned may cancel it.
 */
@Entity
@Table(name = "disposal_list")
class DisposalList extends Aggregate<DisposalList> {
    static final int LONGEST_REASON = 400;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private int records;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column(updatable = false)
    private StaffId proposedBy;

    @Enumerated(EnumType.STRING)
    private DisposalStatus status;

    private @Nullable Instant decidedAt;
    private @Nullable StaffId decidedBy;
    private @Nullable Instant beginsAt;
    private @Nullable Instant endedAt;
    private @Nullable StaffId endedBy;
    private @Nullable String closingReason;

    /** @throws Refused if the reason is missing or too long; the message is for the user */
    static DisposalList proposed(int records, String reason, StaffId by, Instant at) {
        var list = new DisposalList();
        list.id = DisposalListId.next().value();
        list.reason = TextLimit.required(DisposalField.REASON, "The reason", reason, LONGEST_REASON);
        list.records = records;
        list.proposedAt = at;
        list.proposedBy = by;
        list.status = DisposalStatus.PROPOSED;
        list.registerEvent(new DisposalEvent.Proposed(list.id(), records));
        return list;
    }

    /** @throws Refused if it waits for nobody, or the current user proposed it; the message is for the user */
    void approve(StaffId by, Instant at, Duration wait) {
        requireSecondPerson(by);
        status = DisposalStatus.APPROVED;
        decidedAt = at;
        decidedBy = by;
        beginsAt = at.plus(wait);
        registerEvent(new DisposalEvent.Approved(id(), records));
    }

    /** @throws Refused as {@link #approve}, or if the reason is missing; the message is for the user */
    void decline(String why, StaffId by, Instant at) {
        requireSecondPerson(by);
        closingReason = TextLimit.required(DisposalField.REASON, "The reason", why, LONGEST_REASON);
        status = DisposalStatus.DECLINED;
        decidedAt = at;
        decidedBy = by;
        end(by, at);
        registerEvent(new DisposalEvent.Declined(id(), records));
    }

    /** @throws Refused if the disposal has begun or is over, or the reason is missing; the message is for the user */
    void cancel(String why, StaffId by, Instant at) {
        if (!DisposalStatus.CANCELABLE.contains(status)) {
            throw new Refused(
                    status == DisposalStatus.RUNNING
                            ? "The disposal has begun, so it can no longer be canceled"
                            : "This list is closed: " + status.label().toLowerCase(Locale.ROOT));
        }
        closingReason = TextLimit.required(DisposalField.REASON, "The reason", why, LONGEST_REASON);
        status = DisposalStatus.CANCELED;
        end(by, at);
        registerEvent(new DisposalEvent.Canceled(id(), records));
    }

    /** Begins the disposal if its time has come. */
    boolean begin(Instant now) {
        if (status != DisposalStatus.APPROVED || beginsAt == null || beginsAt.isAfter(now)) {
            return false;
        }
        status = DisposalStatus.RUNNING;
        registerEvent(new DisposalEvent.Begun(id(), records));
        return true;
    }

    /** Ends the disposal, because nothing of the list is left. */
    void done(StaffId by, Instant at) {
        if (status != DisposalStatus.RUNNING) {
            throw new IllegalStateException("Only a running disposal ends: " + id);
        }
        status = DisposalStatus.DONE;
        end(by, at);
        registerEvent(new DisposalEvent.Done(id(), records));
    }

    private void end(StaffId by, Instant at) {
        endedAt = at;
        endedBy = by;
    }

    private void requireSecondPerson(StaffId by) {
        if (status != DisposalStatus.PROPOSED) {
            throw new Refused("This list is decided already: " + status.label().toLowerCase(Locale.ROOT));
        }
        if (proposedBy.equals(by)) {
            throw new Refused("You proposed this list, so a second person has to decide on it");
        }
    }

    boolean isRunning() {
        return status == DisposalStatus.RUNNING;
    }

    DisposalListId id() {
        return new DisposalListId(id);
    }

    int records() {
        return records;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected DisposalList() {}
}
