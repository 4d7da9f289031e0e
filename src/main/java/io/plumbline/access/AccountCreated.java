package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody was given an account. */
public record AccountCreated(StaffId account, Set<Role> roles) implements Recorded {
    @Override
    public String kind() {
        return "account.created";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(", ", "roles ", ""));
    }
}
