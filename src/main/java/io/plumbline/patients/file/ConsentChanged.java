package io.plumbline.patients.file;

import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A patient gave or withdrew a consent. */
record ConsentChanged(UUID consent, PatientId patient, ConsentKind consentKind, boolean given) implements Recorded {
    @Override
    public String kind() {
        return given ? "consent.given" : "consent.withdrawn";
    }

    @Override
    public UUID subject() {
        return consent;
    }

    @Override
    public String detail() {
        return consentKind.name();
    }
}
