package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** An account was given a one-time link; an older one is void. */
public record AccountLinkMade(StaffId account) implements Recorded {
    @Override
    public String kind() {
        return "account.link-made";
    }

    @Override
    public UUID subject() {
        return account.value();
    }
}
