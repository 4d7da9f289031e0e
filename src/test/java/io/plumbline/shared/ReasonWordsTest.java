package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonWordsTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäéñß";
    private static final String OTHERS = " .,;:!?-0123456789\n\t";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " \u200B ",
                ".",
                "x",
                "ok ok",
                "n/a",
                "see note",
                "aaaa bbbb cccc dddd",
                "aaaa bbbb cccc dddd eeee",
                "asdfghjkl asdfghjkl",
                "asdf jkl asdf hjkl qwer",
                "qwertyuiop lkjhgfdsa",
                "qaz wsx edc rfv tgb yhn",
                "abcdefghijklmnop",
                "no reason no reason",
                "no reason no reason no rea",
                "test test test test test",
                "please please record record",
                "reasonreasonreason",
                "123456789012345678901234567890",
                "....................",
                "05/12/2026 14:30 - 15:45",
                "停电停电停电",
                "哈哈哈哈哈哈",
                "あいうえお",
                "停电",
                "фывапролджэ фывапролджэ"
            })
    void refusesWhatIsNoReason(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ReasonWords.require("The reason", typed))
                .withMessageStartingWith("The reason ");
    }

    static Stream<String> reasons() {
        return Stream.of(
                "Patient asked by phone",
                "Power failure at the clinic",
                "Wrong patient chosen",
                "Typed into the wrong chart",
                "Duplicate of the visit above",
                "Room 1 and room 2 flooded",
                "Surgeon agreed by letter",
                "MRI of 12 May is clear",
                "Court order of 3 March",
                "Moved to another town",
                "Therapist is ill today",
                "Pain is back; on hold",
                "Fell at home yesterday",
                "Property damage to the table",
                "No-show; rebooked on 4/5",
                "Bladder and bowel normal",
                "Insurer asked for a copy",
                "Emergency: chest pain now",
                "患者电话取消预约",
                "停電で休診です",
                "환자가 전화로 취소",
                "ไฟดับทั้งวัน",
                "La paciente llamó para cancelar",
                "O paciente está doente hoje",
                "Der Strom ist ausgefallen",
                "Пациент позвонил и отменил");
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void takesAShortReasonInAnyLanguage(String typed) {
        assertThat(ReasonWords.require("The reason", typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void judgesAReasonTheSameHoweverItIsSpacedRaisedOrRepeated(String typed) {
        assertThat(ReasonWords.require("The reason", "  \n" + typed + "\u3000")).isEqualTo(typed);
        assertThatCode(() -> ReasonWords.require("The reason", typed.toUpperCase(Locale.ROOT)))
                .doesNotThrowAnyException();
        assertThatCode(() -> ReasonWords.require("The reason", typed + ". " + typed + "."))
                .doesNotThrowAnyException();
        assertThatCode(() -> ReasonWords.require("The reason", typed + " 12 ... 34"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesEveryTextOfFewerThanFifteenLetters() {
        var random = new Random(43);
        for (int i = 0; i < 2_000; i++) {
            var text = text(random, random.nextInt(ReasonWords.LETTERS), random.nextInt(30));
            assertThatExceptionOfType(Refused.class).as(text).isThrownBy(() -> ReasonWords.require("The reason", text));
        }
    }

    @Test
    void countsAPhraseThatIsRepeatedOnce() {
        var random = new Random(44);
        for (int i = 0; i < 500; i++) {
            var phrase = text(random, 1 + random.nextInt(ReasonWords.LETTERS - 1), random.nextInt(4));
            var times = 2 + random.nextInt(9);
            assertThatExceptionOfType(Refused.class)
                    .as(phrase)
                    .isThrownBy(() -> ReasonWords.require("The reason", (phrase + " ").repeat(times)));
        }
    }

    @Test
    void saysWhatToWrite() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ReasonWords.require("The reason", "."))
                .withMessage("The reason needs at least 15 letters: explain it in a few words");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ReasonWords.require("What changed", "please please record record"))
                .withMessage("What changed repeats the same words: explain it in a few words");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ReasonWords.require("The reason", "Patient asked by phone", 10))
                .withMessage("The reason has at most 10 characters");
    }

    @Test
    void judgesAFieldThatMayStayEmptyOnlyIfSomethingWasTyped() {
        assertThat(ReasonWords.optional("The reason", " ", 400)).isEmpty();
        assertThat(ReasonWords.optional("The reason", null, 400)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ReasonWords.optional("The reason", ".", 400));
    }

    /** Returns a text of so many letters and others in any order. */
    private static String text(Random random, int letters, int others) {
        var text = new StringBuilder();
        for (int left = letters, rest = others; left + rest > 0; ) {
            if (random.nextInt(left + rest) < left) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                left--;
            } else {
                text.append(OTHERS.charAt(random.nextInt(OTHERS.length())));
                rest--;
            }
        }
        return text.toString();
    }
}
