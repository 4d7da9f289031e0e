package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;

/** A patient gave or withdrew a consent. */
public record ConsentChanged(ConsentId consent, PatientId patient, ConsentKind consentKind, boolean given)
        implements Recorded {
    @Override
    public String kind() {
        return given ? "consent.given" : "consent.withdrawn";
    }

    @Override
    public String detail() {
        return consentKind.name();
    }
}
