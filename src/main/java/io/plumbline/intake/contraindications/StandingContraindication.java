package io.plumbline.intake.contraindications;

import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;

/**
 * A contraindication that is to be heeded: confirmed, or left to a chiropractor who has not decided yet.
 *
 * @param reach technique, level and site in one line; empty if the rules no longer have the contraindication
 * @param note the signed note that says so last
 */
public record StandingContraindication(
        String code, ContraindicationAnswer answer, String reach, IntakeId note, ClinicId clinic, Instant signedAt) {}
