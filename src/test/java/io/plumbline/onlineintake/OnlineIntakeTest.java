package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The status of an online intake, and what cannot happen to it. */
class OnlineIntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final StaffId DESK = new StaffId(Ids.next());

    private final OnlineIntake intake = OnlineIntake.created(
            new OnlineIntake.Addressee(new PatientId(Ids.next()), null, new ClinicId(Ids.next()), "en", true, null),
            "hash",
            DESK,
            NOW,
            TWO_WEEKS);

    @Test
    void itIsSentOpenedAndSubmitted() {
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.SENT);
        intake.answeredRight(Origin.PERSON, NOW);
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.OPENED);
        intake.answeredRight(Origin.PERSON, NOW);
        intake.submit("hash", Origin.PERSON, NOW);
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThat(intake.state(NOW.plus(TWO_WEEKS))).as("no longer expires").isEqualTo(OnlineIntakeState.SUBMITTED);
    }

    @Test
    void nothingIsSavedOrSubmittedBeforeTheRightAnswer() {
        assertThatThrownBy(() -> intake.saved(FormPage.PAIN, Origin.PERSON, NOW))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> intake.submit("hash", Origin.PERSON, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void itIsSubmittedOnce() {
        intake.answeredRight(Origin.PERSON, NOW);
        intake.submit("hash", Origin.PERSON, NOW);
        assertThatThrownBy(() -> intake.submit("hash", Origin.PERSON, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("submitted");
        assertThatThrownBy(() -> intake.withdraw(OnlineIntake.BY_STAFF, DESK, NOW))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> intake.answeredRight(Origin.PERSON, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void itExpiresOnTheMinute() {
        intake.answeredRight(Origin.PERSON, NOW);
        var end = NOW.plus(TWO_WEEKS);
        assertThat(intake.state(end.minusMillis(1))).isEqualTo(OnlineIntakeState.OPENED);
        assertThat(intake.state(end)).isEqualTo(OnlineIntakeState.EXPIRED);
        assertThatThrownBy(() -> intake.submit("hash", Origin.PERSON, end)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> intake.answeredWrong(CurrentUser.SYSTEM.staff(), end))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theFifthWrongAnswerEndsIt() {
        for (int n = 1; n < OnlineIntake.MOST_WRONG; n++) {
            intake.answeredWrong(CurrentUser.SYSTEM.staff(), NOW);
        }
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.SENT);
        intake.answeredWrong(CurrentUser.SYSTEM.staff(), NOW);
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.WITHDRAWN);
        assertThat(intake.withdrawnWhy()).isEqualTo("five wrong answers");
        assertThatThrownBy(() -> intake.answeredRight(Origin.PERSON, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aRightAnswerDoesNotForgiveTheWrongOnes() {
        for (int n = 1; n < OnlineIntake.MOST_WRONG; n++) {
            intake.answeredWrong(CurrentUser.SYSTEM.staff(), NOW);
        }
        intake.answeredRight(Origin.PERSON, NOW);
        intake.answeredWrong(CurrentUser.SYSTEM.staff(), NOW);
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.WITHDRAWN);
    }

    @Test
    void onlyASubmittedIntakeIsReviewedAndOnce() {
        var note = new IntakeId(Ids.next());
        assertThatThrownBy(() -> intake.reviewBegun(note, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> intake.reviewed(DESK, NOW)).isInstanceOf(Refused.class);
        intake.answeredRight(Origin.PERSON, NOW);
        intake.submit("hash", Origin.PERSON, NOW);
        intake.reviewBegun(note, NOW);
        assertThat(intake.state(NOW)).as("until the note is signed").isEqualTo(OnlineIntakeState.SUBMITTED);
        intake.reviewed(DESK, NOW);
        assertThat(intake.state(NOW)).isEqualTo(OnlineIntakeState.REVIEWED);
        assertThatThrownBy(() -> intake.reviewed(DESK, NOW)).isInstanceOf(Refused.class);
    }
}
