package io.plumbline.leads;

import static io.plumbline.leads.LeadStatus.ATTEMPTING;
import static io.plumbline.leads.LeadStatus.CONTACTED;
import static io.plumbline.leads.LeadStatus.LOST;
import static io.plumbline.leads.LeadStatus.NEW;
import static io.plumbline.leads.LeadStatus.NURTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.clinics.DayPart;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Migrations;
import java.sql.DriverManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;

class LeadTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final StaffId DESK = StaffId.next();
    private static final PhoneNumber PHONE = new PhoneNumber("(602) 555-0142");
    private static final EmailAddress EMAIL = new EmailAddress("lee@example.org");
    private static final String EMOJI = "\uD83D\uDE42";

    /** What a person at the desk can do to a lead, and where it leads. */
    private enum Verb {
        NO_ANSWER(ATTEMPTING) {
            @Override
            void apply(Lead lead, Instant at, Instant next) {
                lead.called(Call.of(CallOutcome.NO_ANSWER), DESK, at, followUp(next));
            }
        },
        REACHED(CONTACTED) {
            @Override
            void apply(Lead lead, Instant at, Instant next) {
                lead.called(Call.of(CallOutcome.REACHED), DESK, at, followUp(next));
            }
        },
        NURTURE_LEAD(NURTURE) {
            @Override
            void apply(Lead lead, Instant at, Instant next) {
                lead.nurture(followUp(next), DESK, at);
            }
        },
        MARK_LOST(LOST) {
            @Override
            void apply(Lead lead, Instant at, Instant next) {
                lead.lose("Not interested at " + at, DESK, at);
            }
        };

        private final LeadStatus target;

        Verb(LeadStatus target) {
            this.target = target;
        }

        abstract void apply(Lead lead, Instant at, Instant next);
    }

    @Test
    void isNewAndDueAtOnceWhenReceived() {
        var lead = received(NOON);
        assertThat(status(lead)).isEqualTo(NEW);
        assertThat(nextFollowUp(lead)).isEqualTo(NOON);
        assertThat(events(lead)).containsExactly(new LeadEvent.Received(lead.id()));
    }

    @ParameterizedTest(name = "phone: {0}, e-mail: {1}")
    @CsvSource({"true, true", "true, false", "false, true"})
    void isReceivedWithAPhoneNumberOrAnEmailAddress(boolean phone, boolean email) {
        assertThatCode(() -> Lead.received(
                        draft("Lee", phone ? PHONE : null, email ? EMAIL : null, ""), null, DESK, NOON, followUp(NOON)))
                .doesNotThrowAnyException();
    }

    @Test
    void isRefusedWithoutPhoneNumberAndEmailAddress() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> Lead.received(draft("Lee", null, null, "Back pain"), null, DESK, NOON, followUp(NOON)))
                .withMessage("Enter a phone number or an e-mail address");
    }

    @Test
    void isQueuedAtThePreferredClinicOrElseWithTheGroup() {
        var clinic = ClinicId.next();
        assertThat(Lead.received(
                                draft("Lee", PHONE, null, "", CallWindow.ANY_TIME, clinic),
                                null,
                                DESK,
                                NOON,
                                followUp(NOON))
                        .queueId())
                .isEqualTo(clinic);
        assertThat(received(NOON).queueId()).isEqualTo(LeadQueue.GROUP);
    }

    @ParameterizedTest(name = "name {0}, concern {1}: {2}")
    @CsvSource(nullValues = "accepted", textBlock = """
        120, 2000, accepted
        1,   0,    accepted
        0,   10,   The name is missing
        121, 10,   The name has at most 120 characters
        120, 2001, 'The concern has at most 2000 characters'
        """)
    void enforcesTheLimitsOfItsTexts(int name, int concern, String refusal) {
        var draft = draft("x".repeat(name), PHONE, null, "x".repeat(concern));
        if (refusal == null) {
            assertThatCode(() -> Lead.received(draft, null, DESK, NOON, followUp(NOON)))
                    .doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Lead.received(draft, null, DESK, NOON, followUp(NOON)))
                    .withMessage(refusal);
        }
    }

    @ParameterizedTest(name = "{0}: {1} times {2}")
    @CsvSource({
        "full_name, 120, x",
        "full_name, 60, " + EMOJI,
        "concern, 2000, x",
        "concern, 1000, " + EMOJI,
        "lost_reason, 200, x",
        "lost_reason, 100, " + EMOJI
    })
    void fitsItsColumnsWithTheLongestAllowedTexts(String column, int times, String message) throws Exception {
        try (var store = DriverManager.getConnection("jdbc:h2:mem:;MODE=MySQL");
                var statement = store.createStatement()) {
            statement.execute("create table consultation_lead (%s varchar(%d) not null)"
                    .formatted(column, Migrations.length("consultation_lead", column)));
            try (var insert = store.prepareStatement("insert into consultation_lead values (?)")) {
                insert.setString(
                        1,
                        TextLimit.required(
                                "The text", message.repeat(times), Migrations.length("consultation_lead", column)));
                assertThatCode(insert::executeUpdate).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void hasRoomForEveryDayAndEveryPartOfTheDay() {
        var always = new CallWindow(EnumSet.allOf(DayOfWeek.class), EnumSet.allOf(DayPart.class));
        var lead = Lead.received(draft("Lee", PHONE, null, "", always, null), null, DESK, NOON, followUp(NOON));
        assertThat(lead.draft().callWindow().dayNames())
                .isEqualTo("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY")
                .hasSizeLessThanOrEqualTo(Migrations.length("consultation_lead", "call_days"));
        assertThat(lead.draft().callWindow().partNames())
                .isEqualTo("MORNING,MIDDAY,AFTERNOON,EVENING")
                .hasSizeLessThanOrEqualTo(Migrations.length("consultation_lead", "call_day_parts"));
    }

    @ParameterizedTest
    @EnumSource
    void hasRoomForEverySource(LeadSource source) {
        assertThat(source.name()).hasSizeLessThanOrEqualTo(Migrations.length("consultation_lead", "source"));
    }

    @ParameterizedTest
    @EnumSource
    void hasRoomForEveryOutcomeOfACall(CallOutcome outcome) {
        assertThat(outcome.name()).hasSizeLessThanOrEqualTo(Migrations.length("call_attempt", "outcome"));
    }

    @Test
    void recordsEveryCallAndStatusChange() {
        var lead = received(NOON);
        Verb.NO_ANSWER.apply(lead, NOON, LATER);
        Verb.NO_ANSWER.apply(lead, NOON, LATER);
        Verb.REACHED.apply(lead, NOON, LATER);
        Verb.NURTURE_LEAD.apply(lead, NOON, LATER);
        Verb.MARK_LOST.apply(lead, NOON, LATER);
        assertThat(events(lead))
                .containsExactly(
                        new LeadEvent.Received(lead.id()),
                        new LeadEvent.StatusChanged(lead.id(), NEW, ATTEMPTING),
                        new LeadEvent.Called(lead.id(), CallOutcome.NO_ANSWER, ""),
                        new LeadEvent.Called(lead.id(), CallOutcome.NO_ANSWER, ""),
                        new LeadEvent.StatusChanged(lead.id(), ATTEMPTING, CONTACTED),
                        new LeadEvent.Called(lead.id(), CallOutcome.REACHED, ""),
                        new LeadEvent.StatusChanged(lead.id(), CONTACTED, NURTURE),
                        new LeadEvent.StatusChanged(lead.id(), NURTURE, LOST));
    }

    @ParameterizedTest
    @EnumSource
    void canOnlyBeReopenedOnceLost(Verb verb) {
        var lead = received(NOON);
        Verb.MARK_LOST.apply(lead, NOON, LATER);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> verb.apply(lead, NOON, LATER))
                .withMessage("A lead that is lost cannot become "
                        + verb.target.label().toLowerCase(Locale.ROOT) + ". Possible: New");
    }

    @Test
    void isNotMarkedAsLostWithoutAReason() {
        var lead = received(NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.lose(" \n", DESK, NOON))
                .withMessage("The reason is missing");
        assertThat(status(lead)).isEqualTo(NEW);
        assertThat(nextFollowUp(lead)).isEqualTo(NOON);
    }

    @Test
    void isMarkedAsLostWithAReasonOfAtMost200Characters() {
        var lead = received(NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.lose("x".repeat(201), DESK, NOON))
                .withMessage("The reason has at most 200 characters");
        lead.lose("x".repeat(200), DESK, NOON);
        assertThat(status(lead)).isEqualTo(LOST);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void hasANextFollowUpIfAndOnlyIfItIsOpenAfterAnySequenceOfActions(long seed) {
        var random = new SplittableRandom(seed);
        var at = NOON;
        var lead = received(at);
        var moves = 0;
        var refusals = 0;
        for (var step = 0; step < 400; step++) {
            var from = status(lead);
            if (from == LOST && random.nextInt(4) == 0) {
                lead = received(at);
                continue;
            }
            var verb = Verb.values()[random.nextInt(random.nextInt(3) == 0 ? 4 : 3)];
            at = at.plus(Duration.ofMinutes(random.nextInt(1, 5000)));
            var next = at.plus(Duration.ofMinutes(random.nextInt(1, 5000)));
            var possible = LeadStatusTest.TABLE.next(from);
            var isCallOfContacted =
                    from == CONTACTED && Set.of(Verb.NO_ANSWER, Verb.REACHED).contains(verb);
            if (isCallOfContacted || possible.contains(verb.target)) {
                verb.apply(lead, at, next);
                assertThat(status(lead)).isEqualTo(isCallOfContacted ? CONTACTED : verb.target);
                assertThat(nextFollowUp(lead)).isEqualTo(verb == Verb.MARK_LOST ? null : next);
                moves++;
            } else {
                var touchBefore = nextFollowUp(lead);
                var refused = lead;
                var then = at;
                assertThatExceptionOfType(Refused.class)
                        .isThrownBy(() -> verb.apply(refused, then, next))
                        .withMessageEndingWith("Possible: " + words(possible));
                assertThat(status(lead)).isEqualTo(from);
                assertThat(nextFollowUp(lead)).isEqualTo(touchBefore);
                refusals++;
            }
            assertThat(nextFollowUp(lead) != null).isEqualTo(status(lead) != LOST);
        }
        assertThat(moves).isPositive();
        assertThat(refusals).isPositive();
    }

    @Test
    void isClaimedByOneColleagueForTwentyMinutes() {
        var colleague = StaffId.next();
        var lead = received(NOON);
        lead.claim(DESK, NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.claim(colleague, NOON.plus(Duration.ofMinutes(19))))
                .withMessage("A colleague is calling this person now");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.called(Call.of(CallOutcome.VOICEMAIL), colleague, NOON, followUp(LATER)));
        lead.claim(colleague, NOON.plus(Duration.ofMinutes(20)));
        lead.called(Call.of(CallOutcome.REACHED), colleague, NOON.plus(Duration.ofMinutes(21)), followUp(LATER));
        lead.claim(DESK, NOON.plus(Duration.ofMinutes(22)));
    }

    @Test
    void isConvertedOnceAndOnlyAfterContact() {
        var patient = PatientId.next();
        var lead = received(NOON);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> lead.convert(patient, DESK, NOON));
        Verb.REACHED.apply(lead, NOON, LATER);
        lead.convert(patient, DESK, NOON);
        assertThat(nextFollowUp(lead)).isNull();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.convert(PatientId.next(), DESK, NOON))
                .withMessage("A lead that is converted cannot become converted. Possible: nothing");
    }

    @Test
    void returnsFromNurtureEvenWhileClaimed() {
        var lead = received(NOON);
        lead.nurture(followUp(LATER), DESK, NOON);
        lead.claim(DESK, LATER);
        lead.wake(StaffId.next(), LATER, followUp(LATER));
        assertThat(status(lead)).isEqualTo(ATTEMPTING);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheStatusOfItsCallOutcomeAfterACall(CallOutcome outcome) {
        var lead = received(NOON);
        var again = outcome == CallOutcome.CALL_LATER ? LATER : null;
        var why = outcome == CallOutcome.NOT_INTERESTED ? "Too far" : null;
        lead.called(
                new Call(outcome, "", again, why), DESK, NOON, outcome.leadsTo().isOpen() ? followUp(LATER) : null);
        assertThat(status(lead)).isEqualTo(outcome.leadsTo());
    }

    @Test
    void staysContactedAfterALaterUnansweredCall() {
        var lead = received(NOON);
        Verb.REACHED.apply(lead, NOON, LATER);
        Verb.NO_ANSWER.apply(lead, LATER, LATER.plus(Duration.ofHours(1)));
        assertThat(status(lead)).isEqualTo(CONTACTED);
        assertThat(nextFollowUp(lead)).isEqualTo(LATER.plus(Duration.ofHours(1)));
    }

    @Test
    void limitsCallNotesToTwoThousandCharacters() {
        var lead = received(NOON);
        var tooLong = new Call(CallOutcome.VOICEMAIL, "x".repeat(2001), null);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.called(tooLong, DESK, NOON, followUp(LATER)))
                .withMessage("What was said has at most 2000 characters");
        assertThat(status(lead)).isEqualTo(NEW);
    }

    @Test
    void marksTheNumberAsWrongUntilAnAnswerOrAnEdit() {
        var lead = received(NOON);
        lead.called(Call.of(CallOutcome.WRONG_NUMBER), DESK, NOON, followUp(LATER));
        Verb.NO_ANSWER.apply(lead, NOON, LATER);
        assertThat(isPhoneWrong(lead)).isTrue();
        ReflectionTestUtils.setField(lead, "version", 2L);
        lead.correct(draft("Lee", PHONE, EMAIL, "Told more"), DESK, NOON, followUp(LATER));
        assertThat(isPhoneWrong(lead)).isTrue();
        lead.correct(draft("Lee", new PhoneNumber("602 555 0199"), EMAIL, ""), DESK, NOON, followUp(LATER));
        assertThat(isPhoneWrong(lead)).isFalse();
        lead.called(Call.of(CallOutcome.WRONG_NUMBER), DESK, NOON, followUp(LATER));
        Verb.REACHED.apply(lead, NOON, LATER);
        assertThat(isPhoneWrong(lead)).isFalse();
    }

    @Test
    void isReleasedOnlyByItsClaimer() {
        var lead = received(NOON);
        lead.claim(DESK, NOON);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.letGo(StaffId.next(), NOON))
                .withMessage("A colleague is calling this person now");
        lead.letGo(DESK, NOON);
        lead.claim(StaffId.next(), NOON);
        assertThat(events(lead)).contains(new LeadEvent.Released(lead.id(), DESK));
    }

    @Test
    void waitsSinceItsReturnOnceAChiropractorHasClearedIt() {
        var lead = Lead.received(draft("Lee", PHONE, EMAIL, ""), null, DESK, NOON, followUp(NOON));
        lead.review(FlagLevel.E, followUp(NOON), DESK, NOON);
        lead.decideReview(ReviewOutcome.CLEARED, "Old scar, examined", followUp(LATER), DESK, LATER);
        assertThat(lead.status()).isEqualTo(LeadStatus.NEW);
        assertThat(lead.progress().countedSince(lead.receivedAt())).isEqualTo(LATER);
    }

    @Test
    void keepsItsReviewDeadlineWhenEditedOrAssigned() {
        var lead = Lead.received(draft("Lee", PHONE, EMAIL, ""), null, DESK, NOON, followUp(NOON));
        lead.review(FlagLevel.U, followUp(LATER), DESK, NOON);
        ReflectionTestUtils.setField(lead, "version", 2L);
        lead.correct(draft("Lee", PHONE, EMAIL, "Told more"), DESK, NOON, followUp(LATER.plus(Duration.ofDays(2))));
        lead.assign(ClinicId.next(), DESK, NOON, followUp(LATER.plus(Duration.ofDays(2))));
        assertThat(nextFollowUp(lead)).isEqualTo(LATER);
        assertThat(lead.status().canBecome(LeadStatus.SPAM)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void needsAReasonForAReviewDecisionWhichOnlyItsAuthorUndoesWithinTenMinutes(ReviewOutcome outcome) {
        var chiropractor = StaffId.next();
        var lead = Lead.received(draft("Lee", PHONE, EMAIL, ""), null, DESK, NOON, followUp(NOON));
        lead.called(Call.of(CallOutcome.NO_ANSWER), DESK, NOON, followUp(LATER));
        lead.review(FlagLevel.E, followUp(NOON), DESK, NOON);
        var next = outcome == ReviewOutcome.CLEARED ? followUp(LATER) : null;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.decideReview(outcome, " ", next, chiropractor, NOON));
        lead.decideReview(outcome, "Spoke with the person", next, chiropractor, NOON);
        assertThat(lead.status()).isEqualTo(outcome == ReviewOutcome.CLEARED ? ATTEMPTING : LOST);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.undoReviewDecision(followUp(LATER), DESK, NOON))
                .withMessage("Only the person who decided can undo it");
        var tenMinutes = NOON.plus(Duration.ofMinutes(10));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.undoReviewDecision(followUp(LATER), chiropractor, tenMinutes.plusSeconds(1)))
                .withMessage("A decision can be undone for ten minutes; this one is older");
        lead.undoReviewDecision(followUp(LATER), chiropractor, tenMinutes);
        assertThat(lead.status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(lead.progress().lostReason()).isNull();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.undoReviewDecision(followUp(LATER), chiropractor, tenMinutes))
                .withMessage("This decision was already undone");
        lead.decideReview(ReviewOutcome.CLEARED, "Clear after all", followUp(LATER), chiropractor, LATER);
        assertThat(lead.status()).as("where it stood before the review").isEqualTo(ATTEMPTING);
    }

    @Test
    void keepsAReviewDecisionOnceSomebodyHasWorkedOnIt() {
        var chiropractor = StaffId.next();
        var lead = Lead.received(draft("Lee", PHONE, EMAIL, ""), null, DESK, NOON, followUp(NOON));
        lead.review(FlagLevel.E, followUp(NOON), DESK, NOON);
        lead.decideReview(ReviewOutcome.CLEARED, "Examined", followUp(NOON), chiropractor, NOON);
        lead.claim(DESK, NOON.plusSeconds(60));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> lead.undoReviewDecision(followUp(LATER), chiropractor, NOON.plusSeconds(90)))
                .withMessage("This lead has changed since the decision, which can no longer be undone");
        assertThat(lead.status()).isEqualTo(NEW);
    }

    @Test
    void returnsFromNurtureToBeCalledAtOnce() {
        var lead = received(NOON);
        lead.nurture(followUp(LATER), DESK, NOON);
        lead.wake(DESK, LATER, followUp(LATER));
        assertThat(status(lead)).isEqualTo(ATTEMPTING);
        assertThat(nextFollowUp(lead)).isEqualTo(LATER);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> lead.nurture(followUp(LATER), DESK, LATER));
    }

    @ParameterizedTest
    @EnumSource
    void isUnchangedByARefusedAction(Verb verb) {
        var lead = received(NOON);
        Verb.NO_ANSWER.apply(lead, NOON, LATER);
        lead.lose("Moved away", DESK, NOON);
        var recorded = events(lead);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> verb.apply(lead, LATER, LATER.plus(Duration.ofHours(1))));
        assertThat(lead.progress().lostReason()).isEqualTo("Moved away");
        assertThat((List<?>) ReflectionTestUtils.getField(ReflectionTestUtils.getField(lead, "log"), "attempts"))
                .hasSize(1);
        assertThat(events(lead)).isEqualTo(recorded);
    }

    private static NextFollowUp followUp(Instant at) {
        return NextFollowUp.at(at, Duration.ofMinutes(15));
    }

    private static Lead received(Instant at) {
        return Lead.received(draft("Lee", PHONE, EMAIL, "Lower back, since spring"), null, DESK, at, followUp(at));
    }

    private static LeadDraft draft(String name, PhoneNumber phone, EmailAddress email, String concern) {
        return draft(name, phone, email, concern, CallWindow.ANY_TIME, null);
    }

    private static LeadDraft draft(
            String name, PhoneNumber phone, EmailAddress email, String concern, CallWindow window, ClinicId clinic) {
        return new LeadDraft(name, phone, email, concern, window, LeadSource.FRIEND, clinic, NOON);
    }

    private static String words(Set<LeadStatus> possible) {
        return possible.stream().map(LeadStatus::label).collect(Collectors.joining(", "));
    }

    private static LeadStatus status(Lead lead) {
        return lead.status();
    }

    private static Instant nextFollowUp(Lead lead) {
        return lead.progress().followUp().map(NextFollowUp::at).orElse(null);
    }

    private static boolean isPhoneWrong(Lead lead) {
        return Boolean.TRUE.equals(
                ReflectionTestUtils.getField(ReflectionTestUtils.getField(lead, "person"), "phoneWrong"));
    }

    private static List<Object> events(Lead lead) {
        return List.copyOf((List<?>) ReflectionTestUtils.getField(lead, "domainEvents"));
    }
}
