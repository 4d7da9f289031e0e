package io.plumbline.access.lock;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Audit events of locking and unlocking the screens of a session. */
public sealed interface LockEvent extends Recorded {
    /** Returns who is signed in. */
    StaffId account();

    /** Returns the cause or the means in a few words. */
    String how();

    @Override
    default UUID subject() {
        return account().value();
    }

    @Override
    default StaffId actor() {
        return account();
    }

    @Override
    default String detail() {
        return how();
    }

    /** The screens were locked. */
    record Locked(StaffId account, String how) implements LockEvent {
        @Override
        public String kind() {
            return "screen.locked";
        }
    }

    /** The person unlocked their screens. */
    record Unlocked(StaffId account, String how) implements LockEvent {
        @Override
        public String kind() {
            return "screen.unlocked";
        }
    }

    /** Somebody entered something wrong at a locked screen. */
    record Refused(StaffId account, String how) implements LockEvent {
        @Override
        public String kind() {
            return "unlock.refused";
        }

        /** Nobody knows who stands there. */
        @Override
        public StaffId actor() {
            return StaffId.NOBODY;
        }
    }
}
