package io.plumbline.access;

import io.plumbline.access.signin.StaffUser;
import io.plumbline.shared.CurrentUser;
import org.springframework.security.core.userdetails.UserDetails;

/** Shows tests of other modules who an account is. */
public final class Accounts {
    private Accounts() {}

    public static CurrentUser currentUserOf(UserDetails account) {
        return ((StaffUser) account).currentUser();
    }
}
