package io.plumbline.patients.related;

import io.plumbline.shared.ids.ContactId;
import java.util.List;
import java.util.Optional;

/** Implemented by referrals: the contacts book, for who referred a patient. It has no patient data. */
public interface ReferringContacts {
    /** Returns the first active contacts that match the beginnings of words; all if the text is empty. */
    List<ReferringContact> find(String typed, int most);

    /** Returns a contact, also a deactivated one. */
    Optional<ReferringContact> find(ContactId contact);
}
