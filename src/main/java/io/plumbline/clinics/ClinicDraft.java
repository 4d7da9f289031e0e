package io.plumbline.clinics;

import io.plumbline.shared.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editable data of a clinic.
 *
 * @param code the short code that the public form uses; 2 to 16 lowercase letters or digits
 * @param zone the time zone of all dates and times at this clinic
 * @param country ISO 3166 alpha-2; the region of its telephone numbers
 * @param phone where people call the clinic; null if not recorded yet
 * @param responseTargetMinutes business minutes until a lead's first call attempt, 1 to 480
 * @param combinedCare how adjustments and massages of a plan are paired
 * @param address as it stands on documents, at most 200 characters; empty if not recorded yet
 */
public record ClinicDraft(
        String code,
        String name,
        ZoneId zone,
        String country,
        @Nullable PhoneNumber phone,
        String emergencyNumber,
        int responseTargetMinutes,
        List<BusinessHours> hours,
        List<ClosedDay> closedDays,
        CombinedCare combinedCare,
        String address) {}
