package io.plumbline.access.lock;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Audit events of locking and unlocking the screens of a session. */
@StoredKind("screen")
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
    record Locked(StaffId account, String how) implements LockEvent {}

    /** The person unlocked their screens. */
    record Unlocked(StaffId account, String how) implements LockEvent {}

    /** Somebody entered something wrong at a locked screen. */
    @StoredKind("unlock.refused")
    record Refused(StaffId account, String how) implements LockEvent {
        /** Nobody knows who stands there. */
        @Override
        public StaffId actor() {
            return StaffId.NOBODY;
        }
    }
}
