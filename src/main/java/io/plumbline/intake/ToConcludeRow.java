package io.plumbline.intake;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;

/**
 * An intake note that waits for the conclusion of a chiropractor.
 *
 * @param author who signed it
 */
public record ToConcludeRow(IntakeId note, String patientName, String author, ClinicId clinic, Instant signedAt) {}
