package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;

/**
 * The person who recorded a consent or its withdrawal undid it.
 *
 * @param given whether the consent was undone, otherwise its withdrawal
 */
public record ConsentUndone(ConsentId consent, PatientId patient, ConsentKind consentKind, boolean given)
        implements Recorded {
    @Override
    public String kind() {
        return given ? "consent.undone" : "consent.withdrawal-undone";
    }

    @Override
    public String detail() {
        return consentKind.name();
    }
}
