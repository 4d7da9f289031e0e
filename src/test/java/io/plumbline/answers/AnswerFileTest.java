package io.plumbline.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is read as a page of answers, and what is too much of it. */
class AnswerFileTest {
    @Test
    void aPageHasAtMostFiveHundredParts() {
        assertThat(AnswerFile.readText(lines(500)).notUnderstood()).hasSize(500);
        assertThatThrownBy(() -> AnswerFile.readText(lines(501)))
                .isInstanceOf(Refused.class)
                .hasMessage("The pasted text has 501 parts, and at most 500 are read at once: keep the question and its"
                        + " answers, or split the page.");
    }

    @Test
    void aFileOfManyLinesWithoutAnswersIsRefused() {
        assertThatThrownBy(() -> AnswerFile.read("page.txt", lines(250_000).getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("page.txt has 250000 parts");
    }

    private static String lines(int count) {
        return "x\n".repeat(count);
    }
}
