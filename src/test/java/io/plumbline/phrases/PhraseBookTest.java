package io.plumbline.phrases;

import static io.plumbline.shared.PreparedTextScope.CLINICS;
import static io.plumbline.shared.PreparedTextScope.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phrases.PhraseBook.Entry;
import io.plumbline.shared.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases insert phrases: whose wins, what goes in a circle, and that there is always an end. */
class PhraseBookTest {
    /** A line is {@code scope code text} for each phrase, divided by bars; what is expected of the first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "own a1 one; none",
                "own a1 .b1 | own b1 two; none",
                "own a1 .b1 .b1 | own b1 two; none",
                "own a1 .a1; .a1 inserts .a1",
                "own a1 .A1; .a1 inserts .a1",
                "own a1 before .a1, after; .a1 inserts .a1",
                "own a1 .b1 | own b1 .a1; .a1 inserts .b1 inserts .a1",
                "own a1 .x1 .b1 | own b1 .c1 | own c1 .a1 | own x1 no; .a1 inserts .b1 inserts .c1 inserts .a1",
                "own a1 .b1 | own b1 .b1; none",
                "own a1 no.a1 x.a1 .a12; none",
                "clinics a1 .b1 | clinics b1 .a1; .a1 inserts .b1 inserts .a1",
                "clinics a1 .b1 | own b1 .a1; none",
                "own a1 .b1 | clinics b1 .a1 | clinics a1 end; none",
                "own b1 .a1 | clinics a1 .b1 | clinics b1 end; none"
            })
    void aPhraseThatInsertsItselfIsRefusedWithTheWayBack(String phrases, String way) {
        var book = book(phrases);
        var first = entries(phrases).keySet().iterator().next();
        if (way == null) {
            assertThatCode(() -> book.refuseUnusable(first, book)).doesNotThrowAnyException();
            assertThat(book.circle(first)).isEmpty();
        } else {
            assertThatThrownBy(() -> book.refuseUnusable(first, book))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                            .isEqualTo(PhraseField.TEXT))
                    .hasMessage("This phrase would insert itself: " + way + ". Take one of these codes out");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "own a1 one .b1 three | own b1 two; one two three",
                "own a1 .b1, .c1. | own b1 two | own c1 three; two, three.",
                "own a1 .b1 | own b1 mine | clinics b1 theirs; mine",
                "clinics a1 .b1 | own b1 mine | clinics b1 theirs; theirs",
                "own a1 .b1 | clinics b1 theirs; theirs",
                "clinics a1 .b1 | own b1 mine; .b1",
                "own a1 .unknown stays; .unknown stays",
                "own a1 5.b1 x.b1 | own b1 two; 5.b1 x.b1",
                "own a1 {side} .b1 | own b1 {level}; {side} {level}",
                "own שלום .b1 سلام | own b1 😀; 😀 سلام"
            })
    void aPhraseInsertsWhatItsCodesInsert(String phrases, String inserted) {
        assertThat(book(phrases).inserted(entries(phrases).keySet().iterator().next()))
                .isEqualTo(inserted);
    }

    @Test
    void theCliniciansOwnPhraseWinsOverThatOfTheClinics() {
        var book = book("own ql mine | clinics ql theirs | clinics si other");
        assertThat(book.typed()).isEqualTo(Map.of("ql", "mine", "si", "other"));
        assertThat(book.callersOf(new Entry(CLINICS, "ql"))).isEmpty();
        assertThat(book("own a1 .ql | own b1 x | clinics c1 .ql | clinics ql theirs")
                        .callersOf(new Entry(CLINICS, "ql")))
                .containsExactly("a1", "c1");
    }

    @Test
    void unknownCodesAreNamed() {
        assertThat(book("own a1 .b1 .cc .B1 .cc | own b1 x").unknown(new Entry(OWN, "a1")))
                .containsExactly("cc");
    }

    @Test
    void aPhraseIsTooLongWithAllThatItInserts() {
        var half = "x".repeat(990);
        var twice = book("own a1 .b1 .b1 | own b1 " + half);
        var often = book("own a1 .b1 .b1 .b1 | own b1 " + half);
        assertThatCode(() -> twice.refuseUnusable(new Entry(OWN, "a1"), twice)).doesNotThrowAnyException();
        assertThatThrownBy(() -> often.refuseUnusable(new Entry(OWN, "a1"), often))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "With the phrases that it inserts, a phrase has at most 2,000 characters. This one has 2972");
        assertThat(often.inserted(new Entry(OWN, "a1")))
                .as("what fits is inserted")
                .isEqualTo(half + " " + half + " .b1");
    }

    @Test
    void aPhraseMayNotMakeAnotherTooLongThatWasNot() {
        var rest = "own a1 .b1 .b1 | own c1 .a1 | own d1 .d2 .d2 | own d2 " + "x".repeat(1500) + " | own b1 ";
        var before = book(rest + "x");
        assertThatThrownBy(() -> book(rest + "x".repeat(1200)).refuseUnusable(new Entry(OWN, "b1"), before))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(PhraseField.TEXT))
                .hasMessage("Phrases that insert this one would have more than 2,000 characters: .a1, .c1. Shorten this"
                        + " text, or change those phrases first");
        assertThatCode(() -> book(rest + "x".repeat(1100))
                        .refuseUnusable(new Entry(OWN, "b1"), book(rest + "x".repeat(1200))))
                .as("it makes them shorter, though not short enough")
                .doesNotThrowAnyException();
    }

    /**
     * Two people who save at the same time can make a circle, and a phrase of the clinics that grows can make one too
     * long that only its owner sees.
     */
    @Test
    void anyBookIsInsertedWithinBounds() {
        var random = new Random(1);
        for (int n = 0; n < 300; n++) {
            var texts = new LinkedHashMap<Entry, String>();
            var count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                var text = new StringBuilder("x".repeat(random.nextInt(300)));
                for (int call = random.nextInt(120); call > 0; call--) {
                    text.append(" .c").append(random.nextInt(count));
                }
                texts.put(new Entry(random.nextBoolean() ? OWN : CLINICS, "c" + i), text.toString());
            }
            var book = new PhraseBook(texts);
            texts.keySet().forEach(entry -> {
                assertThat(book.inserted(entry)).hasSizeLessThanOrEqualTo(PhraseDraft.LONGEST_TEXT);
                try {
                    book.refuseUnusable(entry, book);
                    assertThat(book.circle(entry)).isEmpty();
                } catch (Refused refused) {
                    assertThat(refused.field()).isEqualTo(PhraseField.TEXT);
                }
            });
        }
    }

    private static PhraseBook book(String phrases) {
        return new PhraseBook(entries(phrases));
    }

    private static Map<Entry, String> entries(String phrases) {
        var entries = new LinkedHashMap<Entry, String>();
        Stream.of(phrases.split(" \\| "))
                .map(phrase -> phrase.split(" ", 3))
                .forEach(parts ->
                        entries.put(new Entry(parts[0].equals("own") ? OWN : CLINICS, parts[1]), parts[2].strip()));
        return entries;
    }
}
