package io.plumbline.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallDayTest {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Duration PROMISE = Duration.ofMinutes(15);

    /** Tuesdays from eight to twelve and one to six; Wednesdays too, but for one that is closed. */
    private static final CallTimes CLINIC = new CallTimes(
            new BusinessTime(
                    PHOENIX,
                    List.of(
                            hours(DayOfWeek.TUESDAY, 8, 12),
                            hours(DayOfWeek.TUESDAY, 13, 18),
                            hours(DayOfWeek.WEDNESDAY, 8, 12)),
                    Set.of(LocalDate.of(2026, 11, 25))),
            DayPartHours.usual(),
            PROMISE);

    private static final CallWindow MORNINGS = new CallWindow(Set.of(), Set.of(DayPart.MORNING));

    @Test
    void aLeadWithoutACallWindowCanBeCalledDuringBusinessHours() {
        var day = day(CallWindow.ANY_TIME, followUp("2026-11-24T10:00", "2026-11-24T10:15"), "2026-11-24T10:05");
        assertThat(day.isAllDay()).isTrue();
        assertThat(day.theirs()).containsExactly(hours(DayOfWeek.TUESDAY, 8, 12), hours(DayOfWeek.TUESDAY, 13, 18));
        assertThat(day.now()).isEqualTo(LocalTime.of(10, 5));
        assertThat(day.lateFrom()).isEqualTo(LocalTime.of(10, 15));
        assertThat(day.left()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aCallWindowRestrictsCallsToThatPartOfTheBusinessHours() {
        var day = day(MORNINGS, followUp("2026-11-24T10:00", "2026-11-24T10:15"), "2026-11-24T10:00");
        assertThat(day.isAllDay()).isFalse();
        assertThat(day.theirs()).containsExactly(hours(DayOfWeek.TUESDAY, 8, 11));
    }

    @Test
    void aLeadDueOnALaterDayCannotBeCalledToday() {
        var day = day(CallWindow.ANY_TIME, followUp("2026-12-01T08:00", "2026-12-01T08:15"), "2026-11-24T10:00");
        assertThat(day.theirs()).isEmpty();
        assertThat(day.open()).hasSize(2);
        assertThat(day.lateFrom()).isNull();
    }

    @Test
    void aLeadWithAnImpossibleCallWindowCanBeCalledDuringBusinessHours() {
        var at = at("2026-11-24T10:00");
        var never = new CallWindow(Set.of(DayOfWeek.SUNDAY), Set.of());
        var followUp = new NextFollowUp(at, at("2026-11-24T12:00"), at.plus(PROMISE), true);
        assertThat(CallDay.of(CLINIC, never, followUp, at).isAllDay()).isTrue();
    }

    @Test
    void anAgreedCallTimeOverridesTheCallWindow() {
        var day = day(MORNINGS, followUp("2026-11-24T15:00", "2026-11-24T15:15"), "2026-11-24T15:05");
        assertThat(day.left()).isEqualTo(Duration.ofMinutes(10));
        assertThat(day.isAllDay()).isTrue();
    }

    @Test
    void theTimeLeftToTheResponseTargetCountsOnlyCallableTime() {
        var day = day(MORNINGS, followUp("2026-11-24T10:55", "2026-12-01T08:10"), "2026-11-24T10:56");
        assertThat(day.left()).isEqualTo(Duration.ofMinutes(14));
        assertThat(day.lateFrom()).isNull();
    }

    @Test
    void anOverdueLeadHasNoTimeLeft() {
        var day = day(CallWindow.ANY_TIME, followUp("2026-11-24T09:00", "2026-11-24T09:15"), "2026-11-24T10:00");
        assertThat(day.left()).isZero();
        assertThat(day.lateFrom()).isEqualTo(LocalTime.of(9, 15));
    }

    @Test
    void noLeadCanBeCalledOnAClosedDay() {
        var day = day(CallWindow.ANY_TIME, followUp("2026-11-24T17:55", "2026-12-01T08:10"), "2026-11-25T10:00");
        assertThat(day.open()).isEmpty();
        assertThat(day.theirs()).isEmpty();
        assertThat(day.isAllDay()).isFalse();
    }

    private static CallDay day(CallWindow window, NextFollowUp followUp, String now) {
        return CallDay.of(CLINIC, window, followUp, at(now));
    }

    private static NextFollowUp followUp(String at, String late) {
        return new NextFollowUp(at(at), at(at).plus(PROMISE), at(late), false);
    }

    private static Instant at(String there) {
        return LocalDateTime.parse(there).atZone(PHOENIX).toInstant();
    }

    private static BusinessHours hours(DayOfWeek day, int opens, int closes) {
        return new BusinessHours(day, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }
}
