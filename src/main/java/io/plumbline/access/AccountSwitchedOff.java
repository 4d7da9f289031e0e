package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** An account was switched off; whoever holds something for its person lets go of it. */
public record AccountSwitchedOff(StaffId account) implements Recorded {
    @Override
    public String kind() {
        return "account.switched-off";
    }

    @Override
    public UUID subject() {
        return account.value();
    }
}
