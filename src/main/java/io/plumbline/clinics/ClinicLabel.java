package io.plumbline.clinics;

import io.plumbline.shared.ClinicId;
import java.time.ZoneId;

/** What every screen says of a clinic. */
public record ClinicLabel(ClinicId id, String code, String name, ZoneId zone) {}
