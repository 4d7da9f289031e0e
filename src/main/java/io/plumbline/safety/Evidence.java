package io.plumbline.safety;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The evidence that clears a red flag. Source: the software rules of the screening rules, "until a licensed clinician
 * records clearance (who, when, reason, evidence)".
 *
 * @param examinedBy who examined the patient, at most 120 characters
 * @param examination the findings, at most 400 characters
 * @param examinedOn the day of the examination
 */
@Embeddable
public record Evidence(
        @Column(name = "examined_by") String examinedBy,
        @Column(name = "examination") String examination,
        @Column(name = "examined_on") LocalDate examinedOn) {
    /** @throws Refused if a text is missing or too long; the message is for the user */
    public Evidence {
        examinedBy = TextLimit.required("Who examined the patient", examinedBy, 120);
        examination = TextLimit.required("What the examination found", examination, 400);
    }
}
