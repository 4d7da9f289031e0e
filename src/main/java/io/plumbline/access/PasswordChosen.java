package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Set;
import java.util.UUID;

/**
 * The person of an account chose a password by its one-time link.
 *
 * @param held the roles that wait for a manager since then
 */
public record PasswordChosen(StaffId actor, Set<Role> held) implements Recorded {
    @Override
    public String kind() {
        return "account.password-chosen";
    }

    @Override
    public UUID subject() {
        return actor.value();
    }

    @Override
    public String detail() {
        return held.isEmpty() ? "" : "to be confirmed again: " + RolesColumn.names(held);
    }
}
