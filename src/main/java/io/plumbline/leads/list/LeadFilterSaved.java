package io.plumbline.leads.list;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import java.util.UUID;

/** A saved lead filter was saved, renamed or removed. */
record LeadFilterSaved(StaffId by, Deed deed) implements Recorded {
    /** What was done to the filter. */
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
