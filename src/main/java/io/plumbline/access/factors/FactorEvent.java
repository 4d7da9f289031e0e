package io.plumbline.access.factors;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Audit events of two-step sign-in. */
public sealed interface FactorEvent extends Recorded {
    /** Returns the account. */
    StaffId account();

    @Override
    default UUID subject() {
        return account().value();
    }

    /** The person themselves, also while they sign in. */
    @Override
    default StaffId actor() {
        return account();
    }

    /** Two-step sign-in was set up, with ten recovery codes; an earlier phone and earlier codes no longer work. */
    record SetUp(StaffId account) implements FactorEvent {}

    /** The owner turned two-step sign-in off. */
    record Removed(StaffId account) implements FactorEvent {}

    /** The one-time link for a lost device was used: two-step sign-in, passkeys and recovery codes are gone. */
    record Reset(StaffId account) implements FactorEvent {}

    /** The owner made new recovery codes; the earlier ones no longer work. */
    record CodesRenewed(StaffId account) implements FactorEvent {}

    /** The owner made a passkey, by which the account can be signed in. */
    record PasskeyAdded(StaffId account) implements FactorEvent {}

    /** The owner removed a passkey. */
    record PasskeyRemoved(StaffId account) implements FactorEvent {}

    /**
     * A code or a passkey was refused after the right password.
     *
     * @param detail the cause in a few words
     */
    record CodeRefused(StaffId account, String detail) implements FactorEvent {
        /** Nobody knows yet who this is. */
        @Override
        public StaffId actor() {
            return StaffId.NOBODY;
        }
    }

    /**
     * A recovery code was used.
     *
     * @param left how many are left
     */
    record RecoveryCodeUsed(StaffId account, int left) implements FactorEvent {
        @Override
        public String detail() {
            return left + " left";
        }
    }
}
