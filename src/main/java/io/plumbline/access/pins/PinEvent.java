package io.plumbline.access.pins;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Audit events of signing PINs. */
public sealed interface PinEvent extends Recorded {
    /** Returns whose PIN it is. */
    StaffId account();

    @Override
    default UUID subject() {
        return account().value();
    }

    /** A person set a PIN, or another one. */
    @StoredKind("pin.set")
    record Chosen(StaffId account) implements PinEvent {}

    /**
     * A PIN was removed.
     *
     * @param detail the cause in a few words
     */
    record Removed(StaffId account, String detail) implements PinEvent {}

    /** Five wrong tries disabled a PIN until its owner gives the password. */
    @StoredKind("pin.off")
    record Exhausted(StaffId account) implements PinEvent {
        /** It happens in a session of theirs. */
        @Override
        public StaffId actor() {
            return account;
        }

        @Override
        public String detail() {
            return "five wrong tries";
        }
    }
}
