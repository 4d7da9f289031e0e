package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** Access to leads, recorded in the audit trail. */
@StoredKind("lead")
public sealed interface LeadAccessEvent extends Recorded {

    /**
     * A lead was opened.
     *
     * @param isFirst whether nobody had opened it before
     */
    @StoredKind("lead.opened")
    record Viewed(LeadId lead, boolean isFirst) implements LeadAccessEvent, Recorded.View, VisibleChange {
        @Override
        public UUID subject() {
            return lead.value();
        }

        @Override
        public boolean isVisible() {
            // the lead is no longer unopened
            return isFirst;
        }
    }

    /**
     * Access to a lead was refused: it is in none of the current user's queues or does not exist. The answer is the same in
     * both cases.
     */
    @StoredKind("lead.refused")
    record AccessRefused(LeadId lead) implements LeadAccessEvent {
        @Override
        public UUID subject() {
            return lead.value();
        }
    }

    /** A chiropractor viewed the leads in clinical review with their safety answers. */
    record ReviewsListed(StaffId reader) implements LeadAccessEvent, Recorded.View {
        @Override
        public UUID subject() {
            return reader.value();
        }
    }

    /**
     * Leads were exported to a file.
     *
     * @param subject the id of this export
     * @param reason never empty
     */
    record Exported(UUID subject, long leads, String reason) implements LeadAccessEvent {
        @Override
        public String detail() {
            return "leads " + leads + ", reason " + reason;
        }
    }

    /**
     * A batch of leads was imported from a file.
     *
     * @param subject the id of this import
     * @param before how many rows were skipped because they had been imported before
     */
    record Imported(UUID subject, long leads, long before) implements LeadAccessEvent {
        @Override
        public String detail() {
            return "leads " + leads + ", taken in before " + before;
        }
    }
}
