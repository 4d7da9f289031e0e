package io.plumbline.access;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/**
 * An account was changed.
 *
 * @param what the fields that are other now, and the roles that it has since
 */
public record AccountChanged(StaffId account, String what) implements Recorded {
    @Override
    public String kind() {
        return "account.changed";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return what;
    }
}
