package io.plumbline.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code and a text may be, and where the stops of a text are. */
class PhraseDraftTest {
    @ParameterizedTest
    @CsvSource({
        "ql, ql",
        ".ql, ql",
        "' .QL ', ql",
        "L5, l5",
        "Übung, übung",
        "abcdefghij0123456789, abcdefghij0123456789"
    })
    void aCodeIsKeptInSmallLettersWithoutItsPeriod(String typed, String kept) {
        assertThat(new PhraseDraft(typed, "Text").code()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "q", "5l", "q l", "q-l", "..ql", "q.l", "abcdefghij01234567890", "😀😀", "ql!"})
    void anotherCodeIsRefusedAtItsField(String typed) {
        assertThatThrownBy(() -> new PhraseDraft(typed, "Text"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(PhraseField.CODE))
                .hasMessage("Enter 2 to 20 letters and digits, the first a letter, such as ql or plan2");
    }

    @Test
    void aTextHasOneToTwoThousandCharacters() {
        assertThat(new PhraseDraft("ql", " " + "😀".repeat(1000) + "\r\n").text())
                .isEqualTo("😀".repeat(1000));
        assertThat(new PhraseDraft("ql", "שלום {צד}\r\nعالم").text()).isEqualTo("שלום {צד}\nعالم");
        assertThatThrownBy(() -> new PhraseDraft("ql", "x".repeat(2001)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(PhraseField.TEXT))
                .hasMessage("A phrase has at most 2,000 characters");
        assertThatThrownBy(() -> new PhraseDraft("ql", " \u200B\n"))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter the text that the code inserts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "no stop; ",
                "{side}; {side}",
                "Left {side}, {1 to 5}.; {side} {1 to 5}",
                "{}{a}{b}; {a} {b}",
                "{open and {inner} close}; {inner}",
                "שמאל {צד} 😀 {👍}; {צד} {👍}"
            })
    void aStopIsWhatStandsInBraces(String text, String stops) {
        var parts = new PhraseText(text).parts();
        assertThat(parts.stream().filter(PhrasePart::isStop).map(PhrasePart::text))
                .isEqualTo(stops == null ? List.of() : stops(stops));
        assertThat(String.join("", parts.stream().map(PhrasePart::text).toList()))
                .as("nothing is lost between the stops")
                .isEqualTo(text);
    }

    @Test
    void aStopIsInOneLineAndNotLong() {
        assertThat(new PhraseText("{a\nb} {" + "x".repeat(41) + "}").parts()).noneMatch(PhrasePart::isStop);
    }

    private static List<String> stops(String text) {
        return Pattern.compile("\\{[^}]*}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
