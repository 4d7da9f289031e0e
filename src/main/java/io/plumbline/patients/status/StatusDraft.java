package io.plumbline.patients.status;

import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a patient is to be set inactive or deceased.
 *
 * @param since the day of death, or since when the patient is inactive
 * @param reason why, or for a deceased patient who said so; at most {@link #LONGEST_REASON} characters
 */
public record StatusDraft(PatientStatus status, LocalDate since, String reason) {
    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 160;

    /** @throws Refused if the reason is missing or too long; the message is for the user */
    public StatusDraft {
        reason = reason(status == PatientStatus.DECEASED ? "The source" : "The reason", reason);
    }

    static String reason(String what, String text) {
        return TextLimit.required(what, text, LONGEST_REASON);
    }

    /** Refuses a day that cannot be. */
    void refuseImpossible(@Nullable LocalDate birthDate, LocalDate today) {
        if (since.isAfter(today)) {
            throw new Refused("The day is in the future");
        }
        if (birthDate != null && since.isBefore(birthDate)) {
            throw new Refused("The day is before the birth date");
        }
    }

    /** Returns the reason that stands at what ends. */
    String because() {
        return status == PatientStatus.DECEASED ? status.because() : status.because() + ": " + reason;
    }
}
