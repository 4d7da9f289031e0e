package io.plumbline.shared.store;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import java.util.UUID;

/** A saved filter of a list was saved, renamed or removed. */
record FilterSaved(StaffId by, String list, Deed deed) implements Recorded {
    /** What was done to the filter. */
    enum Deed {
        SAVED,
        RENAMED,
        REMOVED
    }

    @Override
    public String kind() {
        return list + "-filter." + deed.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID subject() {
        return by.value();
    }
}
