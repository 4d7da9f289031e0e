package io.plumbline.patients;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.DrawnSignature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a patient agreed to care: who, how, and when.
 *
 * @param by at most 120 characters: the patient, or who decides for them; empty in what was stored before it was asked
 * @param on the day at the clinic; null in what was stored before it was asked
 * @param signature null unless it was signed on the screen
 */
public record PatientAgreement(
        Way way,
        String by,
        @Nullable LocalDate on,
        @Nullable DrawnSignature signature) {
    /** The length of the longest name. */
    public static final int LONGEST_NAME = 120;

    /** How a patient agreed. */
    public enum Way {
        SIGNED("Signed on the screen"),
        WRITTEN("In writing, on paper"),
        VERBAL("Verbally");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @throws Refused if the name is too long, or a signature is missing; the message is for the user */
    public PatientAgreement {
        by = TextLimit.optional("Who agreed", by, LONGEST_NAME);
        if ((way == Way.SIGNED) != (signature != null)) {
            throw new Refused("Sign in the box, or choose how else the patient agreed");
        }
    }

    /**
     * Returns an agreement that is recorded now.
     *
     * @throws Refused if the name is missing or too long, or a signature is missing; the message is for the user
     */
    public static PatientAgreement of(Way way, String by, LocalDate on, @Nullable DrawnSignature signature) {
        return new PatientAgreement(way, TextLimit.required("Who agreed", by, LONGEST_NAME), on, signature);
    }

    /** @throws Refused if the patient agreed after this day; the message is for the user */
    public void refuseAfter(LocalDate today) {
        if (on != null && on.isAfter(today)) {
            throw new Refused("The day of the agreement is in the future");
        }
    }
}
