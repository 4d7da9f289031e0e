package io.plumbline.access.breakglass;

import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Computes until when break-glass access is to be reviewed: until the end of the third day after it began on which a
 * clinic that knows the patient opens; of several clinics, the first of these ends. A clinic without hours, and a
 * patient whom no clinic knows, have Monday to Friday.
 */
@Component
class ReviewClock {
    private static final int WORKING_DAYS = 3;

    private static final int LONGEST_SEARCH_DAYS = 366;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ClinicService clinics;

    ReviewClock(ClinicService clinics) {
        this.clinics = clinics;
    }

    /** Returns the instant from which the review is overdue. */
    Instant dueAt(Collection<ClinicId> knownAt, Instant begun) {
        var times = clinics.callTimes();
        return knownAt.stream()
                .map(times::get)
                .filter(Objects::nonNull)
                .map(clinic -> afterWorkingDays(clinic.businessTime(), begun))
                .min(Instant::compareTo)
                .orElseGet(() -> afterWorkingDays(new BusinessTime(ZoneOffset.UTC, List.of(), Set.of()), begun));
    }

    private static Instant afterWorkingDays(BusinessTime clinic, Instant begun) {
        Predicate<LocalDate> isWorkingDay =
                clinic.hours().isEmpty() ? day -> !WEEKEND.contains(day.getDayOfWeek()) : clinic::opensOn;
        return LocalDate.ofInstant(begun, clinic.zone())
                .plusDays(1)
                .datesUntil(LocalDate.ofInstant(begun, clinic.zone()).plusDays(LONGEST_SEARCH_DAYS))
                .filter(isWorkingDay)
                .skip(WORKING_DAYS - 1L)
                .findFirst()
                // closed for a year: nobody works there who could wait
                .orElseGet(() -> LocalDate.ofInstant(begun, clinic.zone()).plusDays(WORKING_DAYS))
                .plusDays(1)
                .atStartOfDay(clinic.zone())
                .toInstant();
    }
}
