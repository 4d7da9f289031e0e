package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A day on which a clinic is closed regardless of its business hours. */
@Embeddable
public record ClosedDay(
        @Column(name = "closed_on") LocalDate on,
        @Column(length = 80) String reason) {
    /**
     * @throws Refused if the reason is missing or longer than 80 characters
     */
    public ClosedDay {
        reason = TextLimit.required("The reason", reason, 80);
    }
}
