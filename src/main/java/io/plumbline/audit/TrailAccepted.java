package io.plumbline.audit;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/**
 * Somebody at the machine accepted a trail that does not follow from what was known of it, such as after a restore.
 *
 * @param detail what was known
 */
record TrailAccepted(String detail) implements Recorded {
    @Override
    public String kind() {
        return "audit.accepted";
    }

    @Override
    public UUID subject() {
        return Caller.SYSTEM.staff().value();
    }
}
