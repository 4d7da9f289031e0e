package io.plumbline.patients;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;

/**
 * Who agreed to a consent, and how.
 *
 * @param name of the guardian; for a patient empty, or as typed online; at most 120 characters
 */
public record ConsentAgreement(By by, String name, Way way) {
    /** The length of the longest name. */
    public static final int LONGEST_NAME = 120;

    /** Who agreed. */
    public enum By {
        PATIENT("The patient"),
        GUARDIAN("A guardian");

        private final String label;

        By(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How they agreed. */
    public enum Way {
        PAPER("In person, signed on paper"),
        VERBAL("Verbally"),
        ONLINE("Online");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @throws Refused if a guardian has no name, or a name is too long; the message is for the user */
    public ConsentAgreement {
        name = by == By.GUARDIAN
                ? TextLimit.required("The name of the guardian", name, LONGEST_NAME)
                : TextLimit.optional("The name", name, LONGEST_NAME);
    }

    /** Returns the agreement of the patient. */
    public static ConsentAgreement ofPatient(Way way) {
        return new ConsentAgreement(By.PATIENT, "", way);
    }

    /** Returns who agreed and how, as the screen shows it. */
    public String words() {
        return (name.isEmpty() ? by.label() : by.label() + ", " + name) + " · " + way.label();
    }
}
