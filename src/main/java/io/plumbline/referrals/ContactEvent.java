package io.plumbline.referrals;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.ContactId;
import java.util.UUID;

/** Events of the contacts book for the audit trail. */
sealed interface ContactEvent extends Recorded {
    /** Returns the contact. */
    ContactId contact();

    @Override
    default UUID subject() {
        return contact().value();
    }

    /** A contact was added. */
    record Added(ContactId contact) implements ContactEvent {}

    /** A contact was edited; the detail names the fields. */
    record Corrected(ContactId contact, String detail) implements ContactEvent {}

    /** A contact was deactivated: new referrals cannot name it. */
    record Deactivated(ContactId contact) implements ContactEvent {}

    /** A contact may be named by new referrals again. */
    record Reactivated(ContactId contact) implements ContactEvent {}
}
