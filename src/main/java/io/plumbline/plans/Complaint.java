package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentHash;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The complaint that a plan is for, so that a patient has one plan for each. */
final class Complaint {
    private Complaint() {}

    /**
     * Returns a key that is equal for reasons for care of one patient that differ only in case, white space or
     * invisible characters.
     */
    static String key(PatientId patient, String reasonForCare) {
        var sameness = Normalizer.normalize(reasonForCare, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{C}", "")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        return ContentHash.of(List.of(patient, sameness));
    }
}
