package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A check before a signature is answered in one's own words, or by one of its answers. */
class SigningCheckTest {
    private static final SigningCheck WORDS = new SigningCheck("A", "Why?");
    private static final SigningCheck CHOICE = new SigningCheck("B", "What then?", List.of("Open", "Asked"));

    @Test
    void aCheckWithAnswersTakesNoOther() {
        var words = WORDS.answered("Because");
        assertThat(SigningCheck.answersTo(List.of(WORDS, CHOICE), List.of(CHOICE.answered("Asked"), words)))
                .containsExactly(words, CHOICE.answered("Asked"));
        assertThatThrownBy(
                        () -> SigningCheck.answersTo(List.of(WORDS, CHOICE), List.of(words, CHOICE.answered("Gone"))))
                .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> assertThat(asked.checks())
                        .containsExactly(CHOICE));
    }
}
