package io.plumbline.clinics;

import io.plumbline.shared.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manager says about a clinic.
 *
 * @param code the short code that the public form uses; 2 to 16 small letters or digits
 * @param zone in which everything agreed at this clinic is meant
 * @param country ISO 3166 alpha-2; the region of its telephone numbers
 * @param phone where people call the clinic; null where none was said yet
 * @param promiseMinutes opening minutes until a lead's first call attempt, 1 to 480
 */
public record ClinicDraft(
        String code,
        String name,
        ZoneId zone,
        String country,
        @Nullable PhoneNumber phone,
        String emergencyNumber,
        int promiseMinutes,
        List<OpeningHours> hours,
        List<ClosedDay> closedDays) {

    /** A clinic without a telephone number yet. */
    public ClinicDraft(
            String code,
            String name,
            ZoneId zone,
            String country,
            String emergencyNumber,
            int promiseMinutes,
            List<OpeningHours> hours,
            List<ClosedDay> closedDays) {
        this(code, name, zone, country, null, emergencyNumber, promiseMinutes, hours, closedDays);
    }
}
