package io.plumbline.patients.related;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/** The contact who referred a patient was stated or removed. */
@StoredKind("patient.referring-contact")
record ReferringContactEvent(PatientId patient, @Nullable ContactId contact) implements Recorded {
    @Override
    public String detail() {
        return contact == null ? "none" : "contact " + contact.value();
    }
}
