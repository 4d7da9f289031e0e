package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to sign in and was refused; who it was is not known.
 *
 * @param account the account that was named; null where there is none of that name, and then the name is not kept: it
 *     may be a password in the wrong field
 * @param why in a few words, and from where
 */
public record SignInRefused(@Nullable StaffId account, String why) implements Recorded {
    @Override
    public String kind() {
        return "signin.refused";
    }

    @Override
    public UUID subject() {
        return account == null ? StaffId.NOBODY.value() : account.value();
    }

    @Override
    public StaffId actor() {
        return StaffId.NOBODY;
    }

    @Override
    public String detail() {
        return why;
    }
}
