package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a printed consent says.
 *
 * @param text the text that was agreed to; null if the wording was typed
 */
public record PrintedConsent(
        PatientDetails patient,
        ConsentRow consent,
        @Nullable PublishedConsentText text) {}
