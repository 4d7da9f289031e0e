package io.plumbline.practitioners;

import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A credential that ends within sixty days, or has ended and was not renewed.
 *
 * @param title what it is and for what
 * @param daysLeft until its last valid day; negative where it has ended
 * @param warningDays which warning it has reached: 60, 30 or 7 days
 */
public record ExpiringCredential(
        UUID id,
        StaffId practitioner,
        String name,
        String title,
        LocalDate validUntil,
        long daysLeft,
        int warningDays) {
    /** Whether it has ended. */
    public boolean isExpired() {
        return daysLeft < 0;
    }
}
