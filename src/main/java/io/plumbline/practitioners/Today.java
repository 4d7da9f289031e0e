package io.plumbline.practitioners;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * The current date for staff who work in several time zones: the earliest one, so that nothing counts as over too soon.
 */
public final class Today {
    private Today() {}

    /** Returns the earliest current date at the clinics of a user. */
    public static LocalDate of(CurrentUser user, ClinicService clinics, Clock clock) {
        return user.clinics().stream()
                .map(clinics.labels()::get)
                .filter(Objects::nonNull)
                .map(clinic -> clinic.today(clock))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock));
    }
}
