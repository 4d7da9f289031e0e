package io.plumbline.safety.ui;

import io.plumbline.patients.related.ReferringContact;
import io.plumbline.safety.ClearanceChoices;
import io.plumbline.safety.Examiner;
import org.jspecify.annotations.Nullable;

/**
 * Who can be chosen as the examiner before a red flag is cleared.
 *
 * @param examiner null for somebody whom neither the staff nor the contacts book has
 */
record ExaminerOption(String label, @Nullable Examiner examiner) {
    static final ExaminerOption SOMEBODY_ELSE = new ExaminerOption("Somebody else, by name and role", null);

    static ExaminerOption of(ClearanceChoices.Clinician clinician) {
        return new ExaminerOption(clinician.name(), new Examiner.OfStaff(clinician.id()));
    }

    static ExaminerOption of(ReferringContact contact) {
        return new ExaminerOption(contact.name() + ", outside", new Examiner.OfContact(contact.id()));
    }

    boolean isOfStaff() {
        return examiner instanceof Examiner.OfStaff;
    }
}
