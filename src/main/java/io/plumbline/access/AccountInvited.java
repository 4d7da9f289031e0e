package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Set;
import java.util.UUID;

/** Somebody was invited to an account. */
public record AccountInvited(StaffId account, Set<Role> roles) implements Recorded {
    @Override
    public String kind() {
        return "account.invited";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return "roles " + RolesColumn.names(roles);
    }
}
