package io.plumbline.referrals;

import io.plumbline.patients.related.ReferringContact;
import io.plumbline.patients.related.ReferringContacts;
import io.plumbline.shared.ids.ContactId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the patient's page who of the contacts book may have referred a patient. */
@Component
class ReferringContactsOfBook implements ReferringContacts {
    private final ContactQuery query;
    private final Contacts contacts;

    ReferringContactsOfBook(ContactQuery query, Contacts contacts) {
        this.query = query;
        this.contacts = contacts;
    }

    @Override
    public List<ReferringContact> find(String typed, int most) {
        return query.list(new ContactFilter(typed, null, false), null, most).stream()
                .map(row -> new ReferringContact(row.id(), row.called()))
                .toList();
    }

    @Override
    public Optional<ReferringContact> find(ContactId contact) {
        return contacts.findById(contact.value())
                .map(Contact::details)
                .map(found -> new ReferringContact(found.id(), found.draft().called()));
    }
}
