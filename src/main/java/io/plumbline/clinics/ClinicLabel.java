package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import java.time.ZoneId;

/**
 * What every screen says of a clinic.
 *
 * @param country ISO 3166 alpha-2, the region of its telephone numbers
 * @param emergencyNumber whom people there call in an emergency
 */
public record ClinicLabel(ClinicId id, String code, String name, ZoneId zone, String country, String emergencyNumber) {}
