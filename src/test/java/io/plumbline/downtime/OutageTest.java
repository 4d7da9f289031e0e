package io.plumbline.downtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDay;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which time without the portal leaves visits on paper, and what is missing of each. */
class OutageTest {
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    /** A clinic that is open from 9 to 12 and from 2 to 6, but for Sunday 29. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:10, 2026-11-24T11:40, true, a morning",
        "2026-11-24T09:10, 2026-11-24T09:25, false, a restart",
        "2026-11-24T09:10, 2026-11-24T09:26, true, longer than one",
        "2026-11-24T12:00, 2026-11-24T14:00, false, lunch",
        "2026-11-24T11:50, 2026-11-24T14:06, true, before and after lunch together",
        "2026-11-24T18:05, 2026-11-25T08:50, false, a night",
        "2026-11-24T18:05, 2026-11-25T09:20, true, a night and the beginning of the next day",
        "2026-11-28T18:00, 2026-11-30T09:00, false, a Sunday",
        "2026-11-24T17:00, 2026-11-26T09:05, true, two days"
    })
    void onlyBusinessHoursCount(LocalDateTime from, LocalDateTime until, boolean isOutage, String why) {
        var days = from.toLocalDate()
                .datesUntil(until.toLocalDate().plusDays(1))
                .map(OutageTest::day)
                .toList();
        assertThat(Outage.isOutage(
                        from.atZone(ZONE).toInstant(), until.atZone(ZONE).toInstant(), ZONE, days))
                .as(why)
                .isEqualTo(isOutage);
    }

    private static ClinicDay day(LocalDate on) {
        var weekday = on.getDayOfWeek();
        return new ClinicDay(
                on,
                on.getDayOfMonth() == 29
                        ? List.of()
                        : List.of(
                                new BusinessHours(weekday, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                new BusinessHours(weekday, LocalTime.of(14, 0), LocalTime.of(18, 0))),
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "MASSAGE, BOOKED, true, false, 'not marked, no signed note'",
        "MASSAGE, BOOKED, false, false, not marked",
        "MASSAGE, ARRIVED, true, true, not marked",
        "MASSAGE, IN_TREATMENT, false, false, not marked",
        "MASSAGE, COMPLETED, true, false, no signed note",
        "MASSAGE, COMPLETED, true, true, ''",
        "MASSAGE, COMPLETED, false, false, ''",
        "MASSAGE, NO_SHOW, true, false, ''",
        "CONSULTATION, CONFIRMED, true, false, not marked",
        "CONSULTATION, COMPLETED, true, false, ''"
    })
    void aVisitLacksItsStatusAndForWhoGaveTheTreatmentItsNote(
            AppointmentType type, AppointmentStatus status, boolean isMine, boolean isSigned, String words) {
        var visit = new PaperVisit(
                new AppointmentId(Ids.next()),
                0,
                LocalDate.of(2026, 11, 24),
                LocalTime.of(9, 30),
                "",
                "",
                type,
                status,
                null,
                PaperVisit.missing(type, status, isMine, isSigned));
        assertThat(visit.words()).isEqualTo(words);
    }
}
