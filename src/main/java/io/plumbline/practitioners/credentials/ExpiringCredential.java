package io.plumbline.practitioners.credentials;

import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;

/**
 * A credential that expires within 60 days, or has expired and was not renewed.
 *
 * @param title its kind and discipline
 * @param daysLeft until its last valid day; negative if it has expired
 * @param warningDays the warning that it has reached: 60, 30 or 7 days
 */
public record ExpiringCredential(
        CredentialId id,
        StaffId practitioner,
        String name,
        String title,
        LocalDate validUntil,
        long daysLeft,
        int warningDays) {
    /** Returns whether the credential has expired. */
    public boolean isExpired() {
        return daysLeft < 0;
    }
}
