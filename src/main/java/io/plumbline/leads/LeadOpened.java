package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/**
 * Somebody opened a lead.
 *
 * @param isFirst whether nobody had opened it before
 */
public record LeadOpened(LeadId lead, boolean isFirst) implements Recorded {
    @Override
    public String kind() {
        return "lead.opened";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
