package io.plumbline.leads.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is ten in the morning of Tue 24 Nov 2026 in Phoenix, and noon in New York; a call is due by nine the next day. */
class CallDaysTest {
    private static final ClinicId PHOENIX = new ClinicId(new UUID(0, 1));
    private static final ClinicId NEW_YORK = new ClinicId(new UUID(0, 2));
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final NextFollowUp BY_TOMORROW = new NextFollowUp(
            Instant.parse("2026-11-24T16:00:00Z"),
            Instant.parse("2026-11-25T01:00:00Z"),
            Instant.parse("2026-11-25T16:00:00Z"),
            false);

    private final ClinicService clinics = mock();
    private final CallDays days = new CallDays(clinics, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void twoClinicsAreOpenUntilSix() {
        when(clinics.callTimes())
                .thenReturn(Map.of(
                        PHOENIX, openFrom(8, "America/Phoenix", 15), NEW_YORK, openFrom(9, "America/New_York", 60)));
        worksAt(PHOENIX, "America/Phoenix");
    }

    @Test
    void theResponseTargetCountsInTheHoursOfThePreferredClinic() {
        assertThat(left(LeadStatus.NEW, CallWindow.ANY_TIME, PHOENIX)).isEqualTo(Duration.ofHours(9));
        assertThat(left(LeadStatus.NEW, CallWindow.ANY_TIME, NEW_YORK)).isEqualTo(Duration.ofHours(8));
        assertThat(days.target(NEW_YORK)).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aLeadWithoutAClinicUsesTheClinicThatIsOpenLongest() {
        worksAt(NEW_YORK, "America/New_York");
        assertThat(left(LeadStatus.NEW, CallWindow.ANY_TIME, null)).isEqualTo(Duration.ofHours(9));
        assertThat(days.target(null)).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aClinicalReviewIgnoresTheCallWindow() {
        var mornings = new CallWindow(Set.of(), Set.of(DayPart.MORNING));
        assertThat(left(LeadStatus.NEW, mornings, PHOENIX)).isEqualTo(Duration.ofHours(2));
        assertThat(left(LeadStatus.CLINICAL_REVIEW, mornings, PHOENIX)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void timeCountsByTheClockBeforeAnyClinicExists() {
        when(clinics.callTimes()).thenReturn(Map.of());
        when(clinics.myLabels()).thenReturn(List.of());
        assertThat(left(LeadStatus.NEW, CallWindow.ANY_TIME, null)).isEqualTo(Duration.ofHours(23));
        assertThat(days.target(null)).isZero();
    }

    private void worksAt(ClinicId clinic, String zone) {
        when(clinics.myLabels())
                .thenReturn(List.of(new ClinicLabel(
                        clinic, "c1", "Clinic", ZoneId.of(zone), "US", null, "911", CombinedCare.SAME_DAY, "")));
    }

    private Duration left(LeadStatus status, CallWindow window, @Nullable ClinicId clinic) {
        return days.computeDay(BY_TOMORROW, status, window, clinic).left();
    }

    private static CallTimes openFrom(int hour, String zone, int target) {
        var hours = List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY).stream()
                .map(day -> new BusinessHours(day, LocalTime.of(hour, 0), LocalTime.of(18, 0)))
                .toList();
        return new CallTimes(
                new BusinessTime(ZoneId.of(zone), hours, Set.of()), DayPartHours.usual(), Duration.ofMinutes(target));
    }
}
