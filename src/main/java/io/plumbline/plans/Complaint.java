package io.plumbline.plans;

import io.plumbline.shared.ContentHash;
import io.plumbline.shared.PatientId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a plan is for, so that a patient has one plan for it. */
final class Complaint {
    private Complaint() {}

    /** The same for reasons for care of one patient that differ only in capitals, blanks or what nobody sees. */
    static String key(PatientId patient, String reasonForCare) {
        var sameness = Normalizer.normalize(reasonForCare, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{C}", "")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        return ContentHash.of(List.of(patient, sameness));
    }
}
