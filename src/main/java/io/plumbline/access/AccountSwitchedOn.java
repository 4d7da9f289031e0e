package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** An account that was switched off may sign in again. */
public record AccountSwitchedOn(StaffId account) implements Recorded {
    @Override
    public String kind() {
        return "account.switched-on";
    }

    @Override
    public UUID subject() {
        return account.value();
    }
}
