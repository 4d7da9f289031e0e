package io.plumbline.access;

import io.plumbline.access.signin.StaffUser;
import io.plumbline.shared.Caller;
import org.springframework.security.core.userdetails.UserDetails;

/** Shows tests of other rooms who an account is. */
public final class Accounts {
    private Accounts() {}

    public static Caller callerOf(UserDetails account) {
        return ((StaffUser) account).caller();
    }
}
