package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.signing.CheckChoice.Amount;
import io.plumbline.shared.signing.CheckChoice.Day;
import io.plumbline.shared.signing.CheckChoice.OneOf;
import io.plumbline.shared.signing.CheckChoice.Person;
import io.plumbline.shared.signing.CheckChoice.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check before a signature is answered in one's own words, or by one of its choices with what it asks. */
class SigningCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SigningCheck WORDS = new SigningCheck("A", "Why?");
    private static final SigningCheck CHOICE =
            new SigningCheck("B", "What then?", List.of(CheckChoice.of("Open"), CheckChoice.of("Asked")));
    private static final SigningCheck ASKING = new SigningCheck(
            "C",
            "Why was it suitable?",
            List.of(
                    new CheckChoice("LIGHTER", "Was lighter", List.of(new Amount("Pressure", 1, 3)), Words.OPTIONAL),
                    new CheckChoice(
                            "AGREED",
                            "Agreed with the prescriber",
                            List.of(new Person("Prescriber"), new Day("On", TODAY.minusYears(10), TODAY)),
                            Words.OPTIONAL),
                    new CheckChoice(
                            "SHOULD_NOT",
                            "Should not have been done",
                            List.of(new OneOf("Severity", List.of("Mild", "Severe"))),
                            Words.NEEDED),
                    new CheckChoice("REASON", "Another reason", List.of(), Words.NEEDED)));

    @Test
    void aCheckWithChoicesTakesNoOther() {
        var words = WORDS.answered("She was asked at the start");
        assertThat(answers(List.of(WORDS, CHOICE), List.of(CHOICE.answered("Asked"), words)))
                .containsExactly(
                        new CheckAnswer("A", "Why?", "She was asked at the start"),
                        new CheckAnswer("B", "What then?", "Asked"));
        assertThatThrownBy(
                        () -> SigningCheck.answersTo(List.of(WORDS, CHOICE), List.of(words, CHOICE.answered("Gone"))))
                .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> assertThat(asked.checks())
                        .containsExactly(CHOICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "x", "ok ok", "aaaa bbbb cccc dddd", "asdfghjkl asdfghjkl"})
    void wordsThatSayNothingAreRefused(String nothing) {
        assertThatThrownBy(() -> SigningCheck.answersTo(List.of(WORDS), List.of(WORDS.answered(nothing))))
                .isInstanceOf(Refused.class)
                .isNotInstanceOf(ChecksToAnswer.class);
        var reason = ASKING.chosen("Another reason", List.of(), nothing);
        assertThatThrownBy(() -> SigningCheck.answersTo(List.of(ASKING), List.of(reason)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        Was lighter                | 3                           |                            | Was lighter: pressure 3
        Was lighter                | 3                           | She felt only a light hand | Was lighter: pressure 3. She felt only a light hand
        Was lighter                | 4                           |                            | -
        Was lighter                | 0                           |                            | -
        Was lighter                | x                           |                            | -
        Was lighter                |                             |                            | -
        Was lighter                | 3                           | .                          | -
        Agreed with the prescriber | Dr. Ana Ito;2026-11-24      |                            | Agreed with the prescriber: Dr. Ana Ito, on 24 Nov 2026
        Agreed with the prescriber | Dr. Ana Ito;2026-11-25      |                            | -
        Agreed with the prescriber | Dr. Ana Ito;                |                            | -
        Agreed with the prescriber | .;2026-11-24                |                            | -
        Agreed with the prescriber | Dr. Ana Ito                 |                            | -
        Should not have been done  | Mild                        | Pressed too hard on it     | Should not have been done: severity mild. Pressed too hard on it
        Should not have been done  | Mild                        |                            | -
        Should not have been done  | Deadly                      | Pressed too hard on it     | -
        Another reason             |                             | She asked for more of it   | Another reason: She asked for more of it
        """)
    void aChoiceSaysAllThatItAsks(
            String choice, @Nullable String values, @Nullable String words, @Nullable String signed) {
        var given = values == null ? List.<String>of() : List.of(values.split(";", -1));
        var reply = ASKING.chosen(choice, given, words == null ? "" : words);
        if (signed == null) {
            assertThatThrownBy(() -> SigningCheck.answersTo(List.of(ASKING), List.of(reply)))
                    .isInstanceOf(Refused.class)
                    .isNotInstanceOf(ChecksToAnswer.class);
        } else {
            assertThat(answers(List.of(ASKING), List.of(reply)))
                    .extracting(CheckAnswer::answer)
                    .containsExactly(signed);
        }
    }

    private static List<CheckAnswer> answers(List<SigningCheck> checks, List<CheckReply> given) {
        return AnsweredCheck.answers(SigningCheck.answersTo(checks, given));
    }
}
