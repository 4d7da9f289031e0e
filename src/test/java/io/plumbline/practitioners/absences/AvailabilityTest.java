package io.plumbline.practitioners.absences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final ClinicId CLINIC = ClinicId.next();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void aFullDayAbsenceRemovesAllHoursFromFirstToLastDay() {
        var away = List.of(away(DAY.minusDays(1), DAY, null, null));
        assertThat(Availability.on(DAY, work("08:00", "12:00"), away)).isEmpty();
        assertThat(Availability.on(DAY.plusDays(1), work("08:00", "12:00"), away))
                .isEqualTo(work("08:00", "12:00"));
    }

    @Test
    void aPartialAbsenceIsRemovedFromTheHours() {
        var hours = new ArrayList<>(work("08:00", "12:00"));
        hours.addAll(work("13:00", "17:00"));
        var away = List.of(away(DAY, DAY, LocalTime.of(11, 0), LocalTime.of(14, 30)));
        assertThat(Availability.on(DAY, hours, away))
                .extracting(WorkingHours::startsAt, WorkingHours::endsAt)
                .containsExactly(
                        tuple(LocalTime.of(8, 0), LocalTime.of(11, 0)),
                        tuple(LocalTime.of(14, 30), LocalTime.of(17, 0)));
    }

    @Test
    void aPractitionerIsFreeInExactlyTheMinutesOutsideAbsences() {
        var random = new Random(1124);
        for (int run = 0; run < 500; run++) {
            var start = random.nextInt(600);
            var hours = work(minute(start), minute(start + 1 + random.nextInt(800)));
            var absences = new ArrayList<AbsenceRow>();
            for (int i = 0; i < random.nextInt(4); i++) {
                var from = random.nextInt(1300);
                absences.add(away(
                        DAY,
                        DAY,
                        LocalTime.parse(minute(from)),
                        LocalTime.parse(minute(from + 1 + random.nextInt(100)))));
            }
            var left = Availability.on(DAY, hours, absences);
            for (int at = 0; at < 1439; at += 7) {
                var time = LocalTime.parse(minute(at));
                var works = hours.stream().anyMatch(h -> within(time, h.startsAt(), h.endsAt()));
                var isAway = absences.stream().anyMatch(a -> within(time, a.startsAt(), a.endsAt()));
                assertThat(left.stream().anyMatch(h -> within(time, h.startsAt(), h.endsAt())))
                        .isEqualTo(works && !isAway);
            }
        }
    }

    private static boolean within(LocalTime time, LocalTime from, LocalTime until) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    private static String minute(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static List<WorkingHours> work(String from, String until) {
        return List.of(new WorkingHours(CLINIC, DayOfWeek.TUESDAY, LocalTime.parse(from), LocalTime.parse(until)));
    }

    private static AbsenceRow away(
            LocalDate from, LocalDate until, @Nullable LocalTime starts, @Nullable LocalTime ends) {
        return new AbsenceRow(
                new AbsenceId(Ids.next()), 0, StaffId.next(), from, until, starts, ends, AbsenceKind.OTHER, "");
    }
}
