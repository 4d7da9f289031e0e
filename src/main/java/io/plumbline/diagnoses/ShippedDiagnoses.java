package io.plumbline.diagnoses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The diagnoses that ship, as versioned data with a source.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
record ShippedDiagnoses(
        String version, String source, @Nullable String approvedBy, List<Diagnosis> diagnoses) {
    ShippedDiagnoses {
        diagnoses = List.copyOf(diagnoses);
    }
}
