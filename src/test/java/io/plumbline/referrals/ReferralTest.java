package io.plumbline.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.referrals.Referral.Moment;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may happen to a referral, and what is refused. */
class ReferralTest {
    private static final Moment NOW =
            new Moment(StaffId.next(), Instant.parse("2026-11-24T05:00:00Z"), ZoneId.of("America/Phoenix"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(
            name = "{0}: answer {1}, close {2}, error {3}, correct reason or due day {4}, correct answer {5}")
    @CsvSource({
        "ACTIVE, true, true, true, true, false",
        "ANSWERED, false, false, true, false, true",
        "CLOSED, true, false, true, false, false",
        "ENTERED_IN_ERROR, false, false, false, false, false"
    })
    void aStatusSaysWhatMayFollow(
            ReferralStatus status, boolean answer, boolean close, boolean error, boolean edit, boolean correctAnswer) {
        isAllowed(answer, status, one -> one.answer(new ReferralAnswer("No fracture", null), NOW));
        isAllowed(close, status, one -> one.close(CloseReason.DECLINED, "", NOW));
        isAllowed(error, status, one -> one.close(CloseReason.ENTERED_IN_ERROR, "", NOW));
        isAllowed(edit, status, one -> one.correctReason("Another reason", "A slip", NOW));
        isAllowed(edit, status, one -> one.changeDue(TODAY.plusDays(9), "They are full", NOW));
        isAllowed(
                correctAnswer,
                status,
                one -> one.correctAnswer(new ReferralAnswer("A fracture", null), "Misread", NOW));
    }

    @Test
    void aRefusalSaysWhatIsPossible() {
        assertThatThrownBy(() -> in(ReferralStatus.ANSWERED).close(CloseReason.DECLINED, "", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("This referral is answered. It cannot become closed. It can become entered in error");
        assertThatThrownBy(() -> in(ReferralStatus.ENTERED_IN_ERROR).changeDue(TODAY.plusDays(1), "Why", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("This referral is entered in error. Its answer is no longer awaited."
                        + " Write a new referral instead");
    }

    @Test
    void theDayOfTheClinicDecidesWhatIsPast() {
        // in UTC it is the 24th already
        assertThat(asked(TODAY).status()).isEqualTo(ReferralStatus.ACTIVE);
        assertThatThrownBy(() -> asked(TODAY.minusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose today or a later day");
        assertThatThrownBy(() -> asked(TODAY.plusYears(1).plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose a day within a year");
        assertThatThrownBy(() -> asked(TODAY).answer(new ReferralAnswer("", TODAY.plusDays(1)), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Choose the date of the document");
    }

    @Test
    void anAnswerHasWordsOrADocumentAndAReferralHasAReason() {
        assertThat(new ReferralAnswer(" ", TODAY).words()).isEmpty();
        assertThatThrownBy(() -> new ReferralAnswer(" ", null))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter what was answered, or the date of the document");
        assertThatThrownBy(() -> new ReferralDraft(
                        new ClinicId(StaffId.next().value()), null, "\u200B", ReferralPriority.STAT, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter why you refer the patient");
        assertThatThrownBy(() -> asked(TODAY).correctReason("Other", " ", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter a reason; it stays on record");
        assertThatThrownBy(() -> asked(TODAY).changeDue(TODAY, "Why", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("The answer is due on that day already");
    }

    @Test
    void theSourceIsReadFromAnAddress() {
        var id = StaffId.next().value();
        assertThat(ReferralSource.inAddress("flag:" + id)).contains(new ReferralSource(ReferralSource.Kind.FLAG, id));
        assertThat(List.of("", "flag", "flag:", "flag:1", "note:" + id, "FLAG:" + id))
                .allSatisfy(text -> assertThat(ReferralSource.inAddress(text)).isEmpty());
    }

    private static void isAllowed(boolean isAllowed, ReferralStatus status, Consumer<Referral> change) {
        var referral = in(status);
        if (isAllowed) {
            change.accept(referral);
        } else {
            assertThatThrownBy(() -> change.accept(referral)).isInstanceOf(Refused.class);
            assertThat(referral.status()).isEqualTo(status);
        }
    }

    private static Referral in(ReferralStatus status) {
        var referral = asked(TODAY.plusDays(3));
        switch (status) {
            case ACTIVE -> {}
            case ANSWERED -> referral.answer(new ReferralAnswer("Fine", TODAY), NOW);
            case CLOSED -> referral.close(CloseReason.NOT_REACHED, "", NOW);
            case ENTERED_IN_ERROR -> referral.close(CloseReason.ENTERED_IN_ERROR, "", NOW);
        }
        return referral;
    }

    private static Referral asked(LocalDate dueOn) {
        return Referral.asked(
                PatientId.next(),
                new ReferralDraft(
                        new ClinicId(StaffId.next().value()),
                        null,
                        "Please examine the lumbar spine",
                        ReferralPriority.ROUTINE,
                        dueOn),
                "Emergency department",
                null,
                OperationId.next(),
                NOW);
    }
}
