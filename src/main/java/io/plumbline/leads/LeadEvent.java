package io.plumbline.leads;

import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Events of a lead, which update the open lists of leads. */
public sealed interface LeadEvent extends Recorded, VisibleChange {
    LeadId lead();

    @Override
    default UUID subject() {
        return lead().value();
    }

    /** A request for a consultation was received. */
    record Received(LeadId lead) implements LeadEvent {}

    /**
     * The person of an open lead sent the public form again.
     *
     * @param reference the reference that the person received for that request
     */
    record AskedAgain(LeadId lead, String reference) implements LeadEvent {}

    /** The status of a lead changed. */
    @StoredKind("lead.moved")
    record StatusChanged(LeadId lead, LeadStatus from, LeadStatus to) implements LeadEvent {
        /** Returns whether the activity already shows this change through a call, merge or reopening. */
        boolean isToldElsewhere() {
            return to == LeadStatus.MERGED
                    || from == LeadStatus.MERGED
                    || to == LeadStatus.NEW && (from == LeadStatus.LOST || from == LeadStatus.SPAM)
                    || isToldByACall();
        }

        private boolean isToldByACall() {
            return to == LeadStatus.CONTACTED && !from.hasFollowUp()
                    || to == LeadStatus.ATTEMPTING && from != LeadStatus.NURTURE;
        }

        @Override
        public String detail() {
            return "status " + from + " to " + to;
        }
    }

    /** A lead was moved to another queue. */
    record Assigned(LeadId lead, ClinicId from, ClinicId to) implements LeadEvent {
        @Override
        public String detail() {
            return "queue " + name(from) + " to " + name(to);
        }

        private static String name(ClinicId queue) {
            return queue.equals(LeadQueue.GROUP) ? "group" : queue.toString();
        }
    }

    /** A lead was claimed for a call. */
    record Claimed(LeadId lead) implements LeadEvent {}

    /**
     * A claim was released before it expired, by its holder, at sign-out or when the account was deactivated.
     *
     * @param actor who released it; needed because there is no current user after sign-out
     */
    record Released(LeadId lead, StaffId actor) implements LeadEvent {}

    /**
     * A call was logged, whatever its outcome.
     *
     * @param note what was said; it may identify a person, so the audit trail does not contain it
     */
    record Called(LeadId lead, CallOutcome outcome, String note) implements LeadEvent {
        @Override
        public String detail() {
            return "outcome " + outcome;
        }
    }

    /** The details of a lead were edited. */
    @StoredKind("lead.corrected")
    record Edited(LeadId lead, List<String> fields, long revision) implements LeadEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
        }
    }

    /** A lead was converted to a patient. */
    record Converted(LeadId lead, PatientId patient) implements LeadEvent {}

    /** A lead missed its response target and the managers of its queue were notified; published once for each lead. */
    record Escalated(LeadId lead) implements LeadEvent {}

    /** A lost lead or spam was reopened. The reason may identify a person, so the audit trail does not contain it. */
    record Reopened(LeadId lead, String reason) implements LeadEvent {
        static final int LONGEST_REASON = 200;

        /**
         * Validates the reason.
         *
         * @throws Refused if it is missing or too long
         */
        public Reopened {
            reason = TextLimit.required("The reason", reason, LONGEST_REASON);
        }
    }

    /** The person of a lead was erased, since the lead became no patient or is spam. */
    record Erased(LeadId lead) implements LeadEvent {}

    /** A chiropractor took a clinical review. */
    record ReviewTaken(LeadId lead) implements LeadEvent {}

    /** A chiropractor decided a clinical review. The reason is clinical, so the audit trail does not contain it. */
    record ReviewDecided(LeadId lead, ReviewOutcome outcome) implements LeadEvent {
        @Override
        public String detail() {
            return "outcome " + outcome;
        }
    }

    /** The chiropractor who decided a clinical review undid the decision. */
    record ReviewUndone(LeadId lead) implements LeadEvent {}

    /** A lead was merged into another lead of the same person. */
    record Merged(LeadId lead, LeadId kept) implements LeadEvent {
        @Override
        public String detail() {
            return "into " + kept;
        }
    }

    /** The merge of a lead was undone. */
    record Unmerged(LeadId lead, LeadId kept) implements LeadEvent {
        @Override
        public String detail() {
            return "out of " + kept;
        }
    }

    /**
     * The last action on a lead was undone by the person who acted.
     *
     * @param from the status that the action had led to
     * @param to the status from before the action, which returned
     * @param note what was noted of a call; it may identify a person, so the audit trail does not contain it
     */
    record Undone(LeadId lead, Act act, LeadStatus from, LeadStatus to, String note) implements LeadEvent {
        /** The actions on a lead that can be undone. */
        public enum Act {
            CLAIM,
            CALL,
            MOVE,
            REOPENING
        }

        @Override
        public String kind() {
            return "lead." + act.name().toLowerCase(Locale.ROOT) + "-undone";
        }

        @Override
        public String detail() {
            return from == to ? "" : "status " + from + " to " + to;
        }
    }

    /** A person asked not to be contacted. */
    record ContactStopped(LeadId lead) implements LeadEvent {}

    /** A person with a contact stop asked for a consultation again. */
    record ContactStopLifted(LeadId lead) implements LeadEvent {}
}
