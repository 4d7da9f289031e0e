package io.plumbline.access.sessions;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/**
 * Somebody signed out other sessions of their own.
 *
 * @param count how many were running
 */
@StoredKind("account.sessions-ended")
public record StaffSessionEvent(StaffId actor, int count) implements Recorded {
    @Override
    public UUID subject() {
        return actor.value();
    }

    @Override
    public String detail() {
        return count == 1 ? "1 other session" : count + " other sessions";
    }
}
