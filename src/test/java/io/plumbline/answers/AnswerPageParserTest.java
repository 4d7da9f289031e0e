package io.plumbline.answers;

import static io.plumbline.answers.AnswerFlag.CUT;
import static io.plumbline.answers.AnswerFlag.EMPTY;
import static io.plumbline.answers.AnswerFlag.LIST_MISSING;
import static io.plumbline.answers.AnswerFlag.PHONE_NUMBER;
import static io.plumbline.answers.AnswerFlag.SOLICITATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of answers of invented people, with every oddity that such pages have. */
class AnswerPageParserTest {
    private static final AnswerPage PAGE = AnswerPageParser.parse(testPage());

    @Test
    void theQuestionIsTheLastQuestionBeforeTheAnswers() {
        assertThat(PAGE.question()).isEqualTo("What can I do for a stiff lower back?");
    }

    @Test
    void everyAnswerIsFoundWithItsAuthorPlaceAndDate() {
        assertThat(PAGE.answers())
                .extracting(
                        answer -> answer.author() + ", " + answer.city() + " " + answer.state() + ", " + answer.on())
                .containsExactly(
                        "Ana Brook, Tempe AZ, 2012-02-21",
                        "J. R. O'Neil-Smith, Santa Fe NM, 2012-02-22",
                        "Zoë Ångström, Sant Paul MN, 2012-02-23",
                        "Said Merced, Fargo ND, 2012-02-29",
                        "María de la Cruz, El Paso TX, 2012-03-18",
                        "Ola Berg, Salem OR, 2012-03-19",
                        "Nico Vane, Provo UT, 2012-03-20",
                        "Tess Lowry, Boise ID, 2012-04-01",
                        "Ugo Prime, Akron OH, 2012-04-02",
                        "Vera Holm, Macon GA, 2012-04-03",
                        "Walt Ames, Biloxi MS, 2012-04-04",
                        "Ana Brook, Tempe AZ, 2012-04-07",
                        "Ivo Lang, Tulsa OK, 2012-02-29");
    }

    @Test
    void onlyOddAnswersAreFlagged() {
        var odd = PAGE.answers().stream()
                .filter(answer -> !answer.flags().isEmpty())
                .collect(Collectors.toMap(AnswerDraft::author, AnswerDraft::flags));
        assertThat(odd)
                .isEqualTo(Map.of(
                        "Said Merced", Set.of(LIST_MISSING),
                        "Nico Vane", Set.of(LIST_MISSING),
                        "Tess Lowry", Set.of(PHONE_NUMBER, SOLICITATION),
                        "Ugo Prime", Set.of(SOLICITATION),
                        "Vera Holm", Set.of(CUT),
                        "Walt Ames", Set.of(CUT),
                        "Ivo Lang", Set.of(EMPTY)));
    }

    @Test
    void aTextKeepsItsParagraphsAndItsTypos() {
        assertThat(textOf("J. R. O'Neil-Smith")).isEqualTo("Bridges, and bird dogs.");
        assertThat(PAGE.answers().getFirst().text())
                .isEqualTo("Try the plank. Hold it for 10 seconds.\n\nThen rest, and do it again.");
    }

    @Test
    void anAnswerThatQuotesAnotherStaysOneAnswer() {
        assertThat(textOf("Zoë Ångström"))
                .contains(
                        "As Cal Rook (Reno, NV) on Feb 3, 2012 said", "As I said to Cal Rook (Reno, NV) on Feb 3, 2012")
                .endsWith("so it is.");
    }

    @Test
    void privateContactsAreRemovedFromAnswers() {
        assertThat(textOf("Tess Lowry"))
                .isEqualTo(
                        "Call me at [phone number] or write to [e-mail address] for a plan. Sets of 10-15 are fine in"
                                + " 2012.");
        assertThat(AnswerFile.json(PAGE)).doesNotContain("555", "example.com");
    }

    @Test
    void privateContactsAreRemovedFromTheRestOfThePage() {
        var page = AnswerPageParser.parse(
                "Ring 602 555 0101\nWhy, ask@example.org?\nAna Brook (Tempe, AZ) on May 4, 2019\nSo.");
        assertThat(page.question()).isEqualTo("Why, [e-mail address]?");
        assertThat(page.notUnderstood()).containsExactly("Ring [phone number]");
    }

    @Test
    void unreadablePartsAreListedWithoutAnAuthor() {
        assertThat(PAGE.notUnderstood())
                .containsExactly(
                        "Book an appointment today",
                        "Massage can feel good and help you rest.",
                        "Xenia Roe (Mobile, AL) on Feb 30, 2012\nThis day does not exist.",
                        "Yan Li (Nowhere) on Apr 5, 2012\nThis place has no state. Ring [phone number].",
                        "Zed Moor on Apr 6, 2012\nThis has no place at all.",
                        "Privacy Policy",
                        "Book an appointment today");
        assertThat(textOf("Walt Ames")).doesNotContain("does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Feb 21, 2012|2012-02-21",
                "Feb. 21, 2012|2012-02-21",
                "February 21st, 2012|2012-02-21",
                "feb 21 2012|2012-02-21",
                "21 Feb 2012|2012-02-21",
                "21. February 2012|2012-02-21",
                "Sept. 3, 2012|2012-09-03",
                "2012-02-29|2012-02-29",
                "2/9/2012|2012-02-09"
            })
    void aDateIsReadInEveryFormat(String text, LocalDate day) {
        assertThat(PageDate.read(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Feb 29, 2013", "Feb 30, 2012", "13/13/2012", "Febtober 2", "yesterday", ""})
    void anInvalidDateIsNotRead(String text) {
        assertThat(PageDate.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "818.555.0142",
                "(818) 555-0142",
                "818 555 0142",
                "818-555-0142",
                "+1 818 555 0142",
                "1-818-555-0142",
                "8185550142",
                "555-0142",
                "+44 20 7946 0958",
                "818\u00b7555\u00b70142"
            })
    void aPhoneNumberIsRemovedInEveryFormat(String number) {
        var draft = answer("Good luck. Garry " + number);
        assertThat(draft.text()).isEqualTo("Good luck. Garry [phone number]");
        assertThat(draft.flags()).containsExactly(PHONE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do 10-15 repetitions.",
                "2 sets of 10 to 15 reps, 3 times.",
                "Written on 2012-02-21.",
                "It costs 1,000 steps and 2012 was long.",
                "Hold 60 seconds, 2 or 3 times, at 90 degrees."
            })
    void aDoseIsNotTakenForAPhoneNumber(String text) {
        assertThat(answer(text).text()).isEqualTo(text);
    }

    @Test
    void textWithoutAuthorLinesHasNoAnswers() {
        var page = AnswerPageParser.parse("Just a text.\nWith two lines.");
        assertThat(page.answers()).isEmpty();
        assertThat(page.question()).isEmpty();
        assertThat(page.notUnderstood()).containsExactly("Just a text.", "With two lines.");
    }

    @Test
    void answersBeforeTheCutOfATruncatedPageAreFound() {
        var page = testPage();
        var random = new Random(25);
        for (int cut :
                IntStream.range(0, 200).map(i -> random.nextInt(page.length())).toArray()) {
            var read = AnswerPageParser.parse(page.substring(0, cut));
            var whole = Math.max(0, read.answers().size() - 1);
            assertThat(read.answers().subList(0, whole))
                    .isEqualTo(PAGE.answers().subList(0, whole));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Paul \"Buddy\" Smith Jr. (Coeur d'Alene, ID) on Sep 9, 2014|Paul \"Buddy\" Smith Jr.|Coeur d'Alene",
                "Paul “Buddy” Smith (Mesa, AZ) on Sep 9, 2014|Paul “Buddy” Smith|Mesa",
                "Paul (Buddy) Smith (Mesa, AZ) on Sep 9, 2014|Paul (Buddy) Smith|Mesa",
                "Dr. Ana Brook, D.C., CCSP® (Tempe, AZ) on May 4, 2019|Dr. Ana Brook, D.C., CCSP®|Tempe",
                "Ana Brook, MS, LMT & NCTMB (Tempe, AZ) on May 4, 2019|Ana Brook, MS, LMT & NCTMB|Tempe"
            })
    void aNameMayHaveQuotationMarksAndTitles(String line, String author, String city) {
        var page = AnswerPageParser.parse("Why?\nAna Brook (Tempe, AZ) on May 4, 2019\nFirst.\n" + line + "\nSecond.");
        assertThat(page.answers()).extracting(AnswerDraft::text).containsExactly("First.", "Second.");
        assertThat(page.answers().getLast().author()).isEqualTo(author);
        assertThat(page.answers().getLast().city()).isEqualTo(city);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T3ddy Br00k (Tempe, AZ) on May 4, 2019",
                "@anab (Tempe, AZ) on May 4, 2019",
                "Ana [verified] Brook (Tempe, AZ) on May 4, 2019",
                "1st Choice Spine Care (Tempe, AZ) on May 4, 2019"
            })
    void theTextOfASkippedAnswerIsNotAddedToTheAnswerBefore(String line) {
        var page = AnswerPageParser.parse(
                "Why?\nAna Brook (Tempe, AZ) on May 4, 2019\nFirst.\n" + line + "\nOf somebody else.");
        assertThat(page.answers()).extracting(AnswerDraft::text).containsExactly("First.");
        assertThat(page.notUnderstood()).containsExactly(line + "\nOf somebody else.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bill Roe (Dallas, TX)",
                "Bill Roe (Dallas, TX):",
                "Cara Lowe, PT (Reno, NV), Apr 2, 2014",
                "Cara Lowe (Reno, NV) - April 2nd, 2014",
                "Cara Lowe (Reno) 4/2/2014",
                "Bill Roe (Dallas, TX) on 03/04/14",
                "Bill Roe on 03/04/14",
                "Bill Roe (Portland, Oregon)",
                "Bill Roe (Toronto, ON, Canada)",
                "Bill Roe, Dallas, TX",
                "Bill Roe - Dallas, TX - Apr 2, 2014",
                "Bill Roe, Apr 2, 2014",
                "Bill Roe (Dallas, TX) on Apr 5, 2014 at 10:15 AM",
                "Bill Roe (Miami, FL & Hialeah, FL) on Apr 5, 2014",
                "Bill Roe\n(Dallas, TX)",
                "Bill de la Roe\nDallas, TX",
                "Bill Roe\nApr 2, 2014",
                "Bill Roe\n(Dallas, TX) on Apr 2, 2014"
            })
    void anIncompleteHeaderEndsTheAnswerBeforeIt(String header) {
        var page = AnswerPageParser.parse("Which exercise first?\n\nAnn Poe (Austin, TX) on Apr 1, 2014\nThe plank.\n"
                + header + "\nI would not do planks.\nDee Moss (Waco, TX) on Apr 3, 2014\nBreathing.");
        assertThat(page.answers()).extracting(AnswerDraft::text).containsExactly("The plank.", "Breathing.");
        assertThat(page.notUnderstood()).containsExactly(header + "\nI would not do planks.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Poe (Austin, TX)",
                "I practice in Austin, TX",
                "Planks (Front, side)",
                "Hold it for 10 seconds (twice)",
                "Start slowly, 10 to 15 times",
                "Bridges - 2 sets",
                "As told to Cal Rook (Reno, NV)",
                "Here is what we do\non Apr 2, 2014"
            })
    void aSignatureOrASentenceStaysInTheAnswer(String line) {
        var page = AnswerPageParser.parse("Why?\nAnn Poe (Austin, TX) on Apr 1, 2014\nThe plank.\n" + line + "\nSo.");
        assertThat(page.answers()).extracting(AnswerDraft::text).containsExactly("The plank.\n" + line + "\nSo.");
    }

    @Test
    void lineEndingsMakeNoDifference() {
        var page = testPage();
        assertThat(AnswerPageParser.parse(page.replace("\n", "\r\n"))).isEqualTo(PAGE);
        assertThat(AnswerPageParser.parse(page.replace("\n", "\r"))).isEqualTo(PAGE);
        assertThat(AnswerPageParser.parse("\uFEFF" + page)).isEqualTo(PAGE);
    }

    private static AnswerDraft answer(String text) {
        return AnswerDraft.of("Garry Stone", "Reno", "NV", LocalDate.of(2012, 3, 18), text);
    }

    private static String textOf(String author) {
        return PAGE.answers().stream()
                .filter(answer -> answer.author().equals(author))
                .findFirst()
                .orElseThrow()
                .text();
    }

    static String testPage() {
        try (var in = AnswerPageParserTest.class.getResourceAsStream("/answers/page.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
