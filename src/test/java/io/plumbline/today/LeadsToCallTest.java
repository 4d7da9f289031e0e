package io.plumbline.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallDays;
import io.plumbline.leads.clock.CallDay;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadsToCallTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final CurrentUser DESK = new CurrentUser(
            StaffId.next(),
            "frontdesk",
            "Ines Cardoso",
            Set.of(Role.FRONT_DESK),
            Set.of(),
            DisplayFormats.INTERNATIONAL);

    private final CallQueueService leads = mock();
    private final CallDays days = mock();
    private final LeadsToCall part = new LeadsToCall(leads, days, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theTimeLeftCountsCallableTimeAndTheTimeOverdueAllTime() {
        var running = lead("Runs Overnight", "2026-11-25T16:00:00Z", Urgency.CALLABLE);
        var late = lead("Is Late", "2026-11-24T15:00:00Z", Urgency.OVERDUE);
        when(leads.queue(null, StartCard.ROWS)).thenReturn(List.of(late, running));
        when(days.computeDay(running.followUp(), running.status(), running.window(), null))
                .thenReturn(new CallDay(List.of(), List.of(), LocalTime.of(10, 0), null, Duration.ofHours(9)));
        assertThat(part.cardsFor(DESK).getFirst().rows())
                .extracting(StartCard.Row::who, StartCard.Row::why)
                .containsExactly(
                        tuple("Is Late", "2 h overdue · Lower back"), tuple("Runs Overnight", "9 h left · Lower back"));
    }

    private static LeadRow lead(String name, String overdue, Urgency urgency) {
        var at = Instant.parse("2026-11-24T14:00:00Z");
        return new LeadRow(
                new LeadId(UUID.randomUUID()),
                null,
                name,
                "Lower back",
                LeadSource.SIGN,
                LeadStatus.NEW,
                CallWindow.ANY_TIME,
                new NextFollowUp(at, Instant.parse(overdue), Instant.parse(overdue), false),
                urgency,
                false,
                false,
                null,
                false,
                null);
    }
}
