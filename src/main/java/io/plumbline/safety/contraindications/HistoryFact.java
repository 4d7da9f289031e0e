package io.plumbline.safety.contraindications;

import java.util.Arrays;
import java.util.List;

/** A fact of the patient's history that a contraindication may follow from. */
public enum HistoryFact {
    OIL_ALLERGY("Allergy to oils"),
    LATEX_ALLERGY("Latex allergy"),
    PREGNANCY("Pregnant"),
    BLOOD_THINNERS("Takes blood thinners"),
    IMPLANTS("Implants"),
    SKIN("Open wound, burn or skin infection"),
    /** Never asked: it follows from the date of a surgery. */
    RECENT_SURGERY("Surgery less than 6 weeks ago"),
    /** Never asked: it follows from the date of a surgery. */
    SURGERY_WITHIN_YEAR("Surgery in the last 12 months");

    private final String label;

    HistoryFact(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the facts that the history asks about, in order. */
    public static List<HistoryFact> asked() {
        return Arrays.stream(values())
                .filter(fact -> fact != RECENT_SURGERY && fact != SURGERY_WITHIN_YEAR)
                .toList();
    }
}
