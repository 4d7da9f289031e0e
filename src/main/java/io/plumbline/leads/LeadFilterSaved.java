package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.Locale;
import java.util.UUID;

/** Somebody keeps a filter of leads under a name, under another, or no more. */
public record LeadFilterSaved(StaffId by, Deed deed) implements Recorded {
    /** What may be done with a filter. */
    enum Deed {
        SAVED,
        RENAMED,
        REMOVED
    }

    @Override
    public String kind() {
        return "lead-filter." + deed.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID subject() {
        return by.value();
    }
}
