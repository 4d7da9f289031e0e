package io.plumbline.leads;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call to a lead, its outcome and its note. */
@Entity
@Table(name = "call_attempt")
class CallAttempt {
    private static final int LONGEST_NOTE = 2000;

    @Id
    private UUID id;

    private Instant attemptedAt;
    private StaffId attemptedBy;

    @Enumerated(EnumType.STRING)
    private CallOutcome outcome;

    private String note;
    private @Nullable Instant undoneAt;

    /**
     * Creates an attempt.
     *
     * @throws Refused if the note is too long
     */
    CallAttempt(Call call, StaffId by, Instant at) {
        this.id = Ids.next();
        this.outcome = call.outcome();
        this.note = TextLimit.optional("What was said", call.note(), LONGEST_NOTE);
        this.attemptedBy = by;
        this.attemptedAt = at;
    }

    /** Records that the call was logged by mistake: it counts for nothing. */
    void undo(Instant at) {
        undoneAt = at;
    }

    UUID id() {
        return id;
    }

    String note() {
        return note;
    }

    Instant at() {
        return attemptedAt;
    }

    /** Returns whether the latest of these calls agreed on a time for the next. */
    static boolean isLaterCallAgreed(Collection<CallAttempt> calls) {
        return calls.stream()
                .filter(call -> call.undoneAt == null)
                .max(Comparator.comparing(CallAttempt::at))
                .filter(latest -> latest.outcome == CallOutcome.CALL_LATER)
                .isPresent();
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected CallAttempt() {}
}
