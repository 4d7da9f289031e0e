package io.plumbline.leads;

import static io.plumbline.leads.CallOutcome.NO_ANSWER;
import static io.plumbline.leads.CallOutcome.REACHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeadMilestonesTest {
    private static final Instant NINE = Instant.parse("2026-03-04T16:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final StaffId INES = StaffId.next();
    private static final StaffId MAREN = StaffId.next();

    private final LeadMilestones milestones = LeadMilestones.from(NINE, StaffId.next());

    @Test
    void onlyTheFirstCallCounts() {
        milestones.called(NO_ANSWER, INES, NINE);
        milestones.waited(Duration.ofMinutes(7), NINE);
        milestones.called(REACHED, MAREN, TEN);
        milestones.waited(Duration.ofMinutes(67), TEN);
        assertThat(milestones)
                .hasFieldOrPropertyWithValue("firstAttemptAt", NINE)
                .hasFieldOrPropertyWithValue("firstAttemptBy", INES)
                .hasFieldOrPropertyWithValue("firstAttemptMinutes", 7)
                .hasFieldOrPropertyWithValue("responseTargetMet", true)
                .hasFieldOrPropertyWithValue("contactedAt", TEN)
                .hasFieldOrPropertyWithValue("contactedMinutes", 67);
    }

    @Test
    void aMissedResponseTargetIsNotMetByALaterCall() {
        milestones.responseTargetMissed();
        milestones.called(REACHED, INES, NINE);
        assertThat(milestones).hasFieldOrPropertyWithValue("responseTargetMet", false);
    }

    @Test
    void aMetResponseTargetStaysMetWhenTheLeadReturns() {
        milestones.called(REACHED, INES, NINE);
        milestones.responseTargetMissed();
        assertThat(milestones).hasFieldOrPropertyWithValue("responseTargetMet", true);
    }

    @Test
    void convertingSetsTheBookingTimeIfNoneIsSet() {
        milestones.reached(LeadStatus.CONVERTED, NINE);
        assertThat(milestones)
                .hasFieldOrPropertyWithValue("bookedAt", NINE)
                .hasFieldOrPropertyWithValue("heldAt", null)
                .hasFieldOrPropertyWithValue("convertedAt", NINE);
    }

    @Test
    void aRebookedConsultationKeepsItsFirstBookingTime() {
        milestones.reached(LeadStatus.CONSULTATION_BOOKED, NINE);
        milestones.reached(LeadStatus.CONSULTATION_BOOKED, TEN);
        milestones.reached(LeadStatus.CONVERTED, TEN);
        assertThat(milestones)
                .hasFieldOrPropertyWithValue("bookedAt", NINE)
                .hasFieldOrPropertyWithValue("convertedAt", TEN);
    }
}
