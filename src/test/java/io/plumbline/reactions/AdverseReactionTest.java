package io.plumbline.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.reactions.AdverseReaction.Moment;
import io.plumbline.reactions.AdverseReaction.Origin;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded of a reaction, what may happen to it, and what is refused. */
class AdverseReactionTest {
    private static final StaffId ME = StaffId.next();
    /** Ten in the morning at the clinic. */
    private static final Moment NOW =
            new Moment(ME, Instant.parse("2026-11-24T17:00:00Z"), ZoneId.of("America/Phoenix"));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate BORN = LocalDate.of(1990, 5, 4);

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "2026-11-24, , ",
        "2026-11-24, 10:00, ",
        "2026-11-24, 10:01, BEGAN_AT",
        "2026-11-25, , BEGAN_ON",
        "2026-11-23, 23:59, ",
        "1990-05-04, , ",
        "1990-05-03, , BEGAN_ON"
    })
    void itBeganNeitherInTheFutureNorBeforeTheBirth(
            LocalDate on, @Nullable LocalTime at, @Nullable ReactionField refusedAt) {
        var draft = new ReactionDraft(on, at, "Sore", null, "", ReactionSeverity.MILD, ReactionOutcome.ONGOING, null);
        if (refusedAt == null) {
            assertThat(recorded(draft).outcome()).isEqualTo(ReactionOutcome.ONGOING);
        } else {
            assertThat(refusal(() -> recorded(draft)).field()).isEqualTo(refusedAt);
        }
    }

    @Test
    void withoutABirthDateAnyPastDayIsAccepted() {
        var draft = draft(ReactionSeverity.MILD, ReactionOutcome.UNKNOWN, null);
        var origin = new Origin(new PatientId(Ids.next()), null, new ClinicId(Ids.next()), null, null);
        assertThat(AdverseReaction.recorded(origin, draft, OperationId.next(), NOW)
                        .outcome())
                .isEqualTo(ReactionOutcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}, {1}, follow-up {2}: allowed {3}")
    @CsvSource({
        "MILD, ONGOING, false, true",
        "MILD, ONGOING, true, true",
        "MILD, RESOLVED, false, true",
        "MILD, RESOLVED, true, false",
        "MODERATE, RECOVERING, false, true",
        "MODERATE, RESOLVED_WITH_SEQUELAE, true, false",
        "SEVERE, ONGOING, false, false",
        "SEVERE, ONGOING, true, true",
        "SEVERE, RECOVERING, false, false",
        "SEVERE, UNKNOWN, false, false",
        "SEVERE, RESOLVED, false, true",
        "SEVERE, RESOLVED, true, false",
        "SEVERE, RESOLVED_WITH_SEQUELAE, false, true",
        "SEVERE, FATAL, false, true"
    })
    void aSevereReactionNeedsAFollowUpUntilItIsOver(
            ReactionSeverity severity, ReactionOutcome outcome, boolean hasFollowUp, boolean isAllowed) {
        var draft = draft(severity, outcome, hasFollowUp ? plan(1) : null);
        if (isAllowed) {
            assertThat(recorded(draft).followUpOn()).isEqualTo(hasFollowUp ? TODAY.plusDays(1) : null);
        } else {
            assertThat(refusal(() -> recorded(draft)).field()).isEqualTo(ReactionField.FOLLOW_UP_ON);
        }
    }

    @ParameterizedTest(name = "in {0} days: {1}")
    @CsvSource({"-1, false", "0, true", "365, true", "366, false"})
    void aFollowUpIsDueFromTodayToAYear(int days, boolean isAllowed) {
        var draft = draft(ReactionSeverity.MILD, ReactionOutcome.ONGOING, plan(days));
        if (isAllowed) {
            assertThat(recorded(draft).followUpOn()).isEqualTo(TODAY.plusDays(days));
        } else {
            assertThat(refusal(() -> recorded(draft)).field()).isEqualTo(ReactionField.FOLLOW_UP_ON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B"})
    void whatHappenedAndWhatWasAgreedAreSaid(String nothing) {
        assertThat(refusal(() -> new ReactionDraft(
                                TODAY, null, nothing, null, "", ReactionSeverity.MILD, ReactionOutcome.ONGOING, null))
                        .field())
                .isEqualTo(ReactionField.DESCRIPTION);
        assertThat(refusal(() -> new FollowUpPlan(TODAY, ME, nothing)).field())
                .isEqualTo(ReactionField.FOLLOW_UP_AGREED);
        assertThat(refusal(() -> new ReactionUpdate(ReactionOutcome.ONGOING, nothing, null))
                        .field())
                .isEqualTo(ReactionField.WORDS);
    }

    @Test
    void aTextHasItsMost() {
        var longest = "x".repeat(1000);
        assertThat(new ReactionUpdate(ReactionOutcome.ONGOING, longest, null).words())
                .hasSize(1000);
        assertThatThrownBy(() -> new ReactionUpdate(ReactionOutcome.ONGOING, longest + "x", null))
                .hasMessage("The note has at most 1000 characters");
    }

    @Test
    void aFollowUpEndsTheOneThatWasDueAndMayAgreeTheNext() {
        var reaction = recorded(draft(ReactionSeverity.MODERATE, ReactionOutcome.ONGOING, plan(1)));
        reaction.followUp(new ReactionUpdate(ReactionOutcome.RECOVERING, "Better", plan(7)), NOW);
        assertThat(reaction.followUpOn()).isEqualTo(TODAY.plusDays(7));
        reaction.followUp(new ReactionUpdate(ReactionOutcome.RECOVERING, "Nearly well", null), NOW);
        assertThat(reaction.followUpOn()).as("of a moderate reaction").isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReactionOutcome.class,
            names = {"RESOLVED", "RESOLVED_WITH_SEQUELAE", "FATAL"})
    void aReactionThatIsOverHasNothingDueAndIsNotFollowedUp(ReactionOutcome over) {
        var reaction = recorded(draft(ReactionSeverity.SEVERE, ReactionOutcome.ONGOING, plan(1)));
        reaction.followUp(new ReactionUpdate(over, "As told", null), NOW);
        assertThat(reaction.followUpOn()).isNull();
        assertThatThrownBy(() -> reaction.followUp(new ReactionUpdate(over, "Again", null), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This reaction is over");
    }

    @Test
    void aSevereReactionThatComesBackNeedsAFollowUpAgain() {
        var reaction = recorded(draft(ReactionSeverity.SEVERE, ReactionOutcome.RESOLVED, null));
        assertThat(refusal(() -> reaction.changeOutcome(
                                new ReactionUpdate(ReactionOutcome.ONGOING, "Came back", null), NOW))
                        .field())
                .isEqualTo(ReactionField.FOLLOW_UP_ON);
        reaction.changeOutcome(new ReactionUpdate(ReactionOutcome.ONGOING, "Came back", plan(2)), NOW);
        assertThat(reaction.followUpOn()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void anotherOutcomeKeepsTheFollowUpThatIsDueUntilTheReactionIsOver() {
        var reaction = recorded(draft(ReactionSeverity.SEVERE, ReactionOutcome.UNKNOWN, plan(3)));
        reaction.changeOutcome(new ReactionUpdate(ReactionOutcome.ONGOING, "Her doctor called", null), NOW);
        assertThat(reaction.followUpOn()).isEqualTo(TODAY.plusDays(3));
        reaction.changeOutcome(new ReactionUpdate(ReactionOutcome.RESOLVED, "Her doctor called", null), NOW);
        assertThat(reaction.followUpOn()).isNull();
        assertThat(refusal(() -> reaction.changeOutcome(
                                new ReactionUpdate(ReactionOutcome.RESOLVED, "Again", null), NOW))
                        .field())
                .isEqualTo(ReactionField.OUTCOME);
    }

    @Test
    void whatWasEnteredInErrorHasNothingDueAndDoesNotChange() {
        var reaction = recorded(draft(ReactionSeverity.SEVERE, ReactionOutcome.ONGOING, plan(3)));
        assertThat(refusal(() -> reaction.enterInError(" ", NOW)).field()).isEqualTo(ReactionField.WORDS);
        reaction.enterInError("Of another patient", NOW);
        assertThat(reaction.followUpOn()).isNull();
        var said = "This reaction was entered in error. Record a new one instead";
        var update = new ReactionUpdate(ReactionOutcome.RESOLVED, "Well", null);
        assertThatThrownBy(() -> reaction.followUp(update, NOW)).hasMessage(said);
        assertThatThrownBy(() -> reaction.changeOutcome(update, NOW)).hasMessage(said);
        assertThatThrownBy(() -> reaction.enterInError("Again", NOW)).hasMessage(said);
    }

    private static Refused refusal(Runnable refused) {
        return catchThrowableOfType(Refused.class, refused::run);
    }

    private static FollowUpPlan plan(int days) {
        return new FollowUpPlan(TODAY.plusDays(days), ME, "Call");
    }

    private static ReactionDraft draft(
            ReactionSeverity severity, ReactionOutcome outcome, @Nullable FollowUpPlan followUp) {
        return new ReactionDraft(
                TODAY.minusDays(1), null, "Sore", AppointmentType.MASSAGE, "lower back", severity, outcome, followUp);
    }

    private static AdverseReaction recorded(ReactionDraft draft) {
        return AdverseReaction.recorded(
                new Origin(new PatientId(Ids.next()), BORN, new ClinicId(Ids.next()), null, null),
                draft,
                OperationId.next(),
                NOW);
    }
}
