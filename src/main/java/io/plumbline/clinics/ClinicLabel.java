package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PhoneNumber;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What every screen says of a clinic.
 *
 * @param country ISO 3166 alpha-2, the region of its telephone numbers
 * @param phone where people call the clinic; null where none was said yet
 * @param emergencyNumber whom people there call in an emergency
 */
public record ClinicLabel(
        ClinicId id,
        String code,
        String name,
        ZoneId zone,
        String country,
        @Nullable PhoneNumber phone,
        String emergencyNumber) {}
