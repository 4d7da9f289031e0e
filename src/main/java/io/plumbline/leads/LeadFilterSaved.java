package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody keeps a filter of leads under a name, or keeps it no more. */
public record LeadFilterSaved(StaffId by, boolean isKept) implements Recorded {
    @Override
    public String kind() {
        return isKept ? "lead-filter.saved" : "lead-filter.removed";
    }

    @Override
    public UUID subject() {
        return by.value();
    }
}
