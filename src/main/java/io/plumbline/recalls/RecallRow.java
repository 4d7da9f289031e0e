package io.plumbline.recalls;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A patient on the recall board: no clinical content.
 *
 * @param name the name as shown
 * @param language the language that the patient speaks; empty if not recorded
 * @param plannedOn the day that is planned for the next visit; null if none is
 * @param lastResult null before the first attempt
 * @param nextOn the day agreed for the next contact; null before the first attempt
 * @param callingNow who is calling the patient now; null if nobody is
 * @param isOnHold whether nobody is to call the patient before a clinician was asked; without the reason
 * @param key where the row is in the order of the board
 */
public record RecallRow(
        PatientId patient,
        String name,
        @Nullable PhoneNumber phone,
        String language,
        ClinicId clinic,
        RecallReason reason,
        LocalDate since,
        @Nullable LocalDate lastVisitOn,
        @Nullable LocalDate plannedOn,
        int attempts,
        @Nullable RecallResult lastResult,
        @Nullable LocalDate nextOn,
        @Nullable String callingNow,
        boolean isOnHold,
        Key key) {
    /**
     * The place of a row: first the days agreed that have come, then the reasons, then the days ahead.
     *
     * @param part 0, 1 or 2
     */
    record Key(int part, int place, LocalDate dueOn) {}
}
