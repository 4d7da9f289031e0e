package io.plumbline.patients;

import io.plumbline.shared.Dates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That another patient of one of the clinics has the same name, with what tells this one apart. Of the other it says
 * nothing: whoever reads it may not see that record.
 *
 * @param birthDate null if unknown
 * @param lastVisitOn the day of the last appointment that was completed; null if there was none
 */
public record SameName(
        @Nullable LocalDate birthDate, @Nullable LocalDate lastVisitOn) {
    /** Returns the sentence for whoever books, writes or looks something up. */
    public String sentence() {
        return "Another patient has this name. This one was born "
                + (birthDate == null ? "on a day that is not recorded" : Dates.dayAndYear(birthDate))
                + (lastVisitOn == null ? ", no visit completed yet" : ", last visit " + Dates.dayAndYear(lastVisitOn));
    }
}
