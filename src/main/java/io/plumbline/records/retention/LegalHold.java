package io.plumbline.records.retention;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold on a patient's record, as while a proceeding runs. As long as it lasts, no rule ends the retention of the
 * record. One person asks to lift it, and another lifts it.
 */
@Entity
@Table(name = "legal_hold")
class LegalHold extends Aggregate<LegalHold> {
    static final int LONGEST_REASON = 400;

    @Column(updatable = false)
    private PatientId patientId;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant placedAt;

    @Column(updatable = false)
    private StaffId placedBy;

    private @Nullable String liftReason;
    private @Nullable Instant liftAskedAt;
    private @Nullable StaffId liftAskedBy;
    private @Nullable Instant liftedAt;
    private @Nullable StaffId liftedBy;

    /** @throws Refused if the reason is missing or too long; the message is for the user */
    static LegalHold of(PatientId patient, String reason, StaffId by, Instant at) {
        var hold = new LegalHold();
        hold.id = LegalHoldId.next().value();
        hold.patientId = patient;
        hold.reason = TextLimit.required(LegalHoldField.REASON, "The reason", reason, LONGEST_REASON);
        hold.placedAt = at;
        hold.placedBy = by;
        hold.registerEvent(new LegalHoldEvent.Placed(hold.id(), patient));
        return hold;
    }

    /** @throws Refused if it is lifted, somebody has asked already, or the reason is missing; the message is for the user */
    void askToLift(String why, StaffId by, Instant at) {
        refuseIfLifted();
        if (liftAskedBy != null) {
            throw new Refused("A colleague has asked to lift this hold already");
        }
        liftReason = TextLimit.required(LegalHoldField.REASON, "The reason", why, LONGEST_REASON);
        liftAskedAt = at;
        liftAskedBy = by;
        registerEvent(new LegalHoldEvent.LiftAsked(id(), patientId));
    }

    /** @throws Refused if it is lifted, nobody asked, or the current user asked; the message is for the user */
    void lift(StaffId by, Instant at) {
        refuseIfLifted();
        if (liftAskedBy == null) {
            throw new Refused(
                    "A legal hold is lifted by two people: ask to lift it first, then a second person lifts it");
        }
        if (liftAskedBy.equals(by)) {
            throw new Refused("You asked to lift this hold, so a second person has to lift it");
        }
        liftedAt = at;
        liftedBy = by;
        registerEvent(new LegalHoldEvent.Lifted(id(), patientId));
    }

    /** Keeps the hold although somebody asked to lift it. Who asked may take that back in the same way. */
    void keep() {
        refuseIfLifted();
        if (liftAskedBy == null) {
            throw new Refused("Nobody asks to lift this hold");
        }
        liftReason = null;
        liftAskedAt = null;
        liftAskedBy = null;
        registerEvent(new LegalHoldEvent.LiftRefused(id(), patientId));
    }

    private void refuseIfLifted() {
        if (liftedAt != null) {
            throw new Refused("This hold is lifted already");
        }
    }

    LegalHoldId id() {
        return new LegalHoldId(id);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected LegalHold() {}
}
