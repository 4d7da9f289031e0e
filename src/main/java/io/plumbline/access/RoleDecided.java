package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A manager confirmed or declined a clinical role that the administrator granted. */
public record RoleDecided(StaffId account, Role role, boolean isConfirmed) implements Recorded {
    @Override
    public String kind() {
        return isConfirmed ? "role.confirmed" : "role.declined";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return role.name();
    }
}
