package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An audit event: what a record says, as a keyed hash. The trail has no view of it: it is the portal's own.
 *
 * @param form the number of its form
 * @param version of the record; 0 if its table has none
 * @param hash 64 hexadecimal digits
 * @param isRemoved whether the record is deleted, and the hash is of what went
 */
record RecordHash(String kind, UUID subject, int form, long version, String hash, boolean isRemoved)
        implements Recorded {
    private static final String REMOVED = "removed, ";
    private static final Pattern DETAIL =
            Pattern.compile("(" + REMOVED + ")?form (\\d{1,9}), version (\\d{1,18}), HMAC ([0-9a-f]{64})");

    @Override
    public String detail() {
        return (isRemoved ? REMOVED : "") + "form " + form + ", version " + version + ", HMAC " + hash;
    }

    @Override
    public StaffId actor() {
        return CurrentUser.SYSTEM.staff();
    }

    /** @throws IllegalStateException if the portal has never written such a row */
    static RecordHash in(TrailRow row) {
        var detail = DETAIL.matcher(row.detail());
        if (!detail.matches()) {
            throw new IllegalStateException("The audit row " + row.id() + " has no record hash");
        }
        return new RecordHash(
                row.kind(),
                row.subject(),
                Integer.parseInt(detail.group(2)),
                Long.parseLong(detail.group(3)),
                detail.group(4),
                detail.group(1) != null);
    }
}
