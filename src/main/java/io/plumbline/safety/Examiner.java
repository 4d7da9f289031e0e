package io.plumbline.safety;

import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.StaffId;

/** Who examined the patient before a red flag is cleared. */
public sealed interface Examiner {
    /** A clinician of the clinic who may clear the flag. */
    record OfStaff(StaffId staff) implements Examiner {}

    /** A person or an organization of the contacts book. */
    record OfContact(ContactId contact) implements Examiner {}

    /**
     * Somebody else outside the clinic.
     *
     * @param name 1 to 120 characters, with at least two letters
     * @param role what they are, such as their profession: 1 to 80 characters, with at least two letters
     */
    record Named(String name, String role) implements Examiner {}
}
