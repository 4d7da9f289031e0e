package io.plumbline.support;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts of clinics with what a test does not say: no address, and adjustment and massage on the same day. */
public final class ClinicDrafts {
    private ClinicDrafts() {}

    /** Returns a draft without an address. */
    public static ClinicDraft of(
            String code,
            String name,
            ZoneId zone,
            String country,
            @Nullable PhoneNumber phone,
            String emergencyNumber,
            int responseTargetMinutes,
            List<BusinessHours> hours,
            List<ClosedDay> closedDays,
            CombinedCare combinedCare) {
        return new ClinicDraft(
                code,
                name,
                zone,
                country,
                phone,
                emergencyNumber,
                responseTargetMinutes,
                hours,
                closedDays,
                combinedCare,
                "");
    }

    /** Returns a draft without an address, with adjustment and massage on the same day. */
    public static ClinicDraft of(
            String code,
            String name,
            ZoneId zone,
            String country,
            @Nullable PhoneNumber phone,
            String emergencyNumber,
            int responseTargetMinutes,
            List<BusinessHours> hours,
            List<ClosedDay> closedDays) {
        return of(
                code,
                name,
                zone,
                country,
                phone,
                emergencyNumber,
                responseTargetMinutes,
                hours,
                closedDays,
                CombinedCare.SAME_DAY);
    }

    /** Returns a draft without a telephone number. */
    public static ClinicDraft of(
            String code,
            String name,
            ZoneId zone,
            String country,
            String emergencyNumber,
            int responseTargetMinutes,
            List<BusinessHours> hours,
            List<ClosedDay> closedDays) {
        return of(code, name, zone, country, null, emergencyNumber, responseTargetMinutes, hours, closedDays);
    }
}
