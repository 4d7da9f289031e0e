package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;

/** A consent of a patient was printed with its text. */
@StoredKind("consent.printed")
record ConsentPrinted(ConsentId consent, PatientId patient, ConsentKind consentKind) implements Recorded {
    @Override
    public String detail() {
        return consentKind.name();
    }
}
