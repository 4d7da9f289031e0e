package io.plumbline.leads.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDetails.Attempt;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallProposal;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.LeadId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is called again, and when that is not worth it any more; a clinic in Phoenix, open on weekdays. */
class NextAttemptTest {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

    /** Mon to Fri 08:00 to 20:00; closed on Thu 26 Nov 2026. */
    private static final CallTimes TIMES = new CallTimes(
            new BusinessTime(
                    PHOENIX,
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> day.getValue() < 6)
                            .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
                            .toList(),
                    Set.of(LocalDate.of(2026, 11, 26))),
            DayPartHours.usual(),
            Duration.ofMinutes(15));

    @ParameterizedTest(name = "tried {0}, {1}: again {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # an hour later it is another part of the day
        2026-11-24T10:42 |                   | 2026-11-24T11:42
        2026-11-24T13:30 |                   | 2026-11-24T14:30
        # an hour later it is the same part: when the next one begins
        2026-11-24T08:05 |                   | 2026-11-24T11:00
        2026-11-24T15:00 |                   | 2026-11-24T17:00
        # the last part of the day: tomorrow's first
        2026-11-24T17:30 |                   | 2026-11-25T08:00
        2026-11-24T19:30 |                   | 2026-11-25T08:30
        # the day after is a closed day, then it is the weekend
        2026-11-25T18:00 |                   | 2026-11-27T08:00
        2026-11-27T18:00 |                   | 2026-11-30T08:00
        # only in the mornings: no other part suits them
        2026-11-24T08:30 | MORNING           | 2026-11-24T09:30
        2026-11-24T10:30 | MORNING           | 2026-11-25T08:30
        # mornings and evenings: the evening
        2026-11-24T08:30 | MORNING,EVENING   | 2026-11-24T17:00
        # before the first part begins there is no part to leave
        2026-11-24T06:00 |                   | 2026-11-24T09:00
        """)
    void isAfterAnHourOfCallableTimeAndInAnotherPartOfTheDayIfPossible(
            LocalDateTime tried, @Nullable String parts, LocalDateTime again) {
        var window = new CallWindow(
                Set.of(),
                parts == null
                        ? Set.of()
                        : Arrays.stream(parts.split(",")).map(DayPart::valueOf).collect(Collectors.toSet()));
        assertThat(NextAttempt.after(at(tried), TIMES, window))
                .map(followUp -> LocalDateTime.ofInstant(followUp.at(), PHOENIX))
                .contains(again);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        # three parts on one day
        2026-11-24T09:00 NO_ANSWER, 2026-11-24T12:00 VOICEMAIL, 2026-11-24T15:00 NO_ANSWER    | NURTURE_LEAD
        # on five working days, the closed day and the weekend not counted
        2026-11-23T09:00 NO_ANSWER, 2026-11-25T12:00 VOICEMAIL, 2026-11-30T15:00 NO_ANSWER    | NURTURE_LEAD
        # on six
        2026-11-23T09:00 NO_ANSWER, 2026-11-25T12:00 VOICEMAIL, 2026-12-01T15:00 NO_ANSWER    | none
        # two parts only
        2026-11-24T09:00 NO_ANSWER, 2026-11-24T10:00 NO_ANSWER, 2026-11-24T12:00 NO_ANSWER    | none
        2026-11-24T09:00 NO_ANSWER, 2026-11-25T12:00 NO_ANSWER                                | none
        # they answered in between
        2026-11-24T09:00 NO_ANSWER, 2026-11-24T12:00 CALL_LATER, 2026-11-24T15:00 NO_ANSWER, 2026-11-24T18:00 NO_ANSWER | none
        # what is longer ago is no hindrance
        2026-11-02T09:00 REACHED, 2026-11-24T09:00 NO_ANSWER, 2026-11-24T12:00 NO_ANSWER, 2026-11-24T18:00 VOICEMAIL | NURTURE_LEAD
        # outside the parts of the day
        2026-11-24T07:00 NO_ANSWER, 2026-11-24T12:00 NO_ANSWER, 2026-11-24T15:00 NO_ANSWER    | none
        """)
    void nurtureIsProposedAfterAttemptsInThreePartsOfTheDayWithinFiveWorkingDays(
            String calls, @Nullable CallProposal proposal) {
        var lead = lead(LeadStatus.ATTEMPTING, null, false, attempts(calls));
        assertThat(CallProposal.of(lead, lead.attempts(), TIMES).orElse(null)).isEqualTo(proposal);
    }

    @ParameterizedTest(name = "{0}, e-mail {1}, wrong number {2}: {3}")
    @CsvSource(nullValues = "none", textBlock = """
        ATTEMPTING, none,            true,  MARK_LOST
        ATTEMPTING, lee@example.org, true,  none
        ATTEMPTING, none,            false, none
        LOST,       none,            true,  none
        NURTURE,    none,            true,  MARK_LOST
        """)
    void markingAsLostIsProposedForALeadThatCannotBeReached(
            LeadStatus status, @Nullable String email, boolean wrong, @Nullable CallProposal proposal) {
        var lead = lead(status, email, wrong, List.of());
        assertThat(CallProposal.of(lead, lead.attempts(), TIMES).orElse(null)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource({"CONTACTED", "NURTURE", "LOST"})
    void nurtureIsProposedOnlyForLeadsBeingAttempted(LeadStatus status) {
        var inVain = attempts("2026-11-24T09:00 NO_ANSWER, 2026-11-24T12:00 VOICEMAIL, 2026-11-24T15:00 NO_ANSWER");
        var lead = lead(status, null, false, inVain);
        assertThat(CallProposal.of(lead, lead.attempts(), TIMES)).isEmpty();
    }

    private static List<Attempt> attempts(String calls) {
        return Arrays.stream(calls.split(", "))
                .map(call -> call.split(" "))
                .map(call ->
                        new Attempt(at(LocalDateTime.parse(call[0])), "Desk", CallOutcome.valueOf(call[1]), "", false))
                .sorted(Comparator.comparing(Attempt::at).reversed())
                .toList();
    }

    private static LeadDetails lead(
            LeadStatus status, @Nullable String email, boolean phoneIsWrong, List<Attempt> attempts) {
        var draft = new LeadDraft(
                "Lee",
                new PhoneNumber("(602) 555-0142"),
                email == null ? null : new EmailAddress(email),
                "",
                CallWindow.ANY_TIME,
                LeadSource.FRIEND,
                null,
                Instant.EPOCH);
        return new LeadDetails(
                LeadId.next(),
                0,
                draft,
                status,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                "Desk",
                phoneIsWrong,
                attempts,
                List.of(),
                LeadBackground.NOTHING,
                false,
                null,
                List.of(),
                null,
                null);
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(PHOENIX).toInstant();
    }
}
