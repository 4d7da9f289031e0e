package io.plumbline.leads;

import io.plumbline.shared.StaffId;
import java.util.UUID;

/**
 * A claim ended before its time: who held it gave it back, or is gone.
 *
 * @param actor who ended it; at sign-out there is no caller any more
 */
public record LeadReleased(LeadId lead, StaffId actor) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.released";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
