package io.plumbline.audit;

import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tables of which the trail has the hash of every record: since then, a record without a hash is a forged one. */
@Component
class BackfilledTableStore {
    private final SignatureRowQuery rows;
    private final AuditTrailListener trail;

    BackfilledTableStore(SignatureRowQuery rows, AuditTrailListener trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /** An audit event: all records of a table that were there before their hashes have one now. */
    private record Backfilled(String detail) implements Recorded {
        static final String KIND = "content.sealed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public UUID subject() {
            return CurrentUser.SYSTEM.staff().value();
        }

        @Override
        public StaffId actor() {
            return CurrentUser.SYSTEM.staff();
        }
    }

    boolean contains(CoveredTable table) {
        return rows.find(Backfilled.KIND, List.of(CurrentUser.SYSTEM.staff().value())).stream()
                .anyMatch(row -> row.row().detail().startsWith(table.table() + ": "));
    }

    /** Says so in the trail. */
    void add(CoveredTable table, long records) {
        trail.append(new Backfilled(table.table() + ": " + Count.of(records, "record", "records")));
    }
}
