package io.plumbline.access.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Until when break-glass access is to be reviewed. */
@StoreTest
class ReviewClockTest {
    @Autowired
    TestGroup group;

    @Autowired
    ReviewClock reviews;

    @Autowired
    ClinicService clinics;

    @Autowired
    SystemActor system;

    @Autowired
    Clock clock;

    @Test
    void aReviewIsDueAtTheEndOfTheThirdDayOnWhichTheClinicOpens() {
        var begun = clock.instant();
        var due = due(Set.of(group.west), begun);
        var zone = system.call(() -> clinics.zoneOf(group.west));
        var opens = system.call(() -> clinics.callTimes().get(group.west).businessTime());
        var working = LocalDate.ofInstant(begun, zone)
                .plusDays(1)
                .datesUntil(LocalDate.ofInstant(due, zone))
                .filter(opens::opensOn)
                .toList();
        assertThat(opens.hours()).isNotEmpty();
        assertThat(working).hasSize(3);
        assertThat(due)
                .isEqualTo(LocalDate.ofInstant(due, zone).atStartOfDay(zone).toInstant());
    }

    @Test
    void ofAPatientWhomNoClinicKnowsItIsDueOnTheThirdWeekday() {
        // a Thursday
        var begun = Instant.parse("2026-11-26T12:00:00Z");
        assertThat(due(Set.of(), begun)).isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(LocalDate.of(2026, 11, 26).getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    }

    @Test
    void ofTwoClinicsTheEarlierEndCounts() {
        var begun = clock.instant();
        assertThat(due(Set.of(group.west, group.east), begun))
                .isIn(due(Set.of(group.west), begun), due(Set.of(group.east), begun))
                .isBeforeOrEqualTo(due(Set.of(group.west), begun))
                .isBeforeOrEqualTo(due(Set.of(group.east), begun));
    }

    private Instant due(Set<ClinicId> knownAt, Instant begun) {
        return system.call(() -> reviews.dueAt(knownAt, begun));
    }
}
