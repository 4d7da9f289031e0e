package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody said that two leads are not the same person's. */
public record LeadTwinDismissed(LeadId earlier, LeadId later) implements Recorded {
    @Override
    public String kind() {
        return "lead.twin-dismissed";
    }

    @Override
    public UUID subject() {
        return later.value();
    }

    @Override
    public String detail() {
        return "not " + earlier;
    }
}
