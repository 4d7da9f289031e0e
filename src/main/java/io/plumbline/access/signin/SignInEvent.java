package io.plumbline.access.signin;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit events of signing in and out. */
@StoredKind("account")
public sealed interface SignInEvent extends Recorded {

    /** A user signed in. */
    record SignedIn(StaffId actor) implements SignInEvent {
        @Override
        public UUID subject() {
            return actor.value();
        }
    }

    /** A user signed out. */
    record SignedOut(StaffId actor) implements SignInEvent {
        @Override
        public UUID subject() {
            return actor.value();
        }
    }

    /**
     * A sign-in was refused; the person is unknown.
     *
     * @param account the account with the given user name; null if there is none. An unknown name is not stored because
     *     it may be a password entered in the wrong field
     * @param detail the cause in a few words, and the address
     */
    @StoredKind("signin.refused")
    record Refused(@Nullable StaffId account, String detail) implements SignInEvent {
        @Override
        public UUID subject() {
            return account == null ? StaffId.NOBODY.value() : account.value();
        }

        @Override
        public StaffId actor() {
            return StaffId.NOBODY;
        }
    }
}
