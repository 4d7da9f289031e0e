package io.plumbline.patients;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * The most urgent open red flag of a patient changed, or the last one was decided.
 *
 * @param level null if none is open anymore
 */
public record OpenFlagChanged(PatientId patient, @Nullable FlagLevel level) {}
