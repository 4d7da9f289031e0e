package io.plumbline.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientTokens;
import io.plumbline.patients.search.PatientQuery.Stretch;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.TypedDay;
import io.plumbline.support.Migrations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientTokensTest {
    private static final TypedDay US = new TypedDay(DateOrder.MONTH_FIRST, LocalDate.of(2026, 11, 24));
    private static final PatientDraft RUTH = new PatientDraft(
            "Ruth Anne",
            "Salem-Østergård",
            "Ruthie",
            "O'Neill",
            LocalDate.of(1968, 3, 14),
            "",
            "",
            new PhoneNumber("(602) 555-0142"),
            new EmailAddress("Ruth.Salem@example.org"),
            "",
            "",
            PatientDraft.EmergencyContact.NONE,
            PatientDraft.Guardian.NONE,
            PatientReach.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ruth",
                "Salem",
                "SALEM ruth",
                "ann sal",
                "sal ann",
                "ostergard",
                "Østergård",
                "oneill",
                "O'Neill",
                "O’Neill ruth",
                "ruthie",
                "r salem",
                "salem r",
                "ruth anne salem",
                "anne salem ruth",
                "0142",
                "555-0142",
                "(602) 555-0142",
                "salem 0142",
                "0142 ru",
                "555 0142 salem",
                "P-1042",
                "p1042",
                "1042",
                "1968-03-14",
                "14.03.1968",
                "14.3.1968 salem",
                "3/14/1968",
                "03-14-68",
                "Mar 14 1968",
                "March 14, 1968 salem",
                "14th mar 1968",
                "ruth.salem@",
                "RUTH.SALEM@example.org",
                " salem ",
                "salem-østergård",
                "salem, ruth",
                "ru sa os",
                "salem 12"
            })
    void isFoundBy(String typed) {
        assertThat(finds(typed, RUTH, 1042)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alem",
                "ruth ruthless",
                "salem berg",
                "0143",
                "142 berg",
                "P-1043",
                "1968-03-15",
                "salem@",
                "salem anna",
                "15.3.1968",
                "4/13/1968",
                "14 mar 1967",
                "!",
                "",
                "12",
                "5550"
            })
    void isNotFoundBy(String typed) {
        assertThat(finds(typed, RUTH, 1042)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Søren Ångström, soren angstrom",
        "Thảo Nguyễn, thao nguyen",
        "Petra Weiß, weiss petra",
        "Đặng Łukasz, dang lukasz",
        "阮 氏芳, 氏芳",
        "Mary-Jane, jane mary",
        "מרים כהן, כהן",
    })
    void isFoundWithoutAccents(String name, String typed) {
        assertThat(finds(typed, new PatientDraft(name, "X", null, null, null), 1))
                .isTrue();
    }

    /** However two words of a name are cut short and turned around, the patient is found. */
    @Test
    void anyPrefixesOfTwoWordsInAnyOrderFindThePatient() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            var words = List.of(word(random) + "a", word(random) + "b", word(random) + "c");
            var draft = new PatientDraft(words.get(0), words.get(1) + " " + words.get(2), null, null, null);
            var typed = new ArrayList<>(words.subList(0, 2 + random.nextInt(2)));
            Collections.shuffle(typed, random);
            var cut = typed.stream()
                    .map(word -> word.substring(0, 1 + random.nextInt(word.length())))
                    .distinct()
                    .collect(Collectors.joining(" "));
            assertThat(finds(cut, draft, 7)).as(cut + " of " + words).isTrue();
        }
    }

    private static String word(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> Character.toString('a' + random.nextInt(4)))
                .collect(Collectors.joining());
    }

    @Test
    void aNumericDateFollowsTheClinicsCountryAndAPhoneNumberIsNotADate() {
        var born = new PatientDraft("Ada", "Berg", LocalDate.of(1990, 12, 5), null, null);
        var abroad = new TypedDay(DateOrder.DAY_FIRST, US.today());
        assertThat(finds("12/05/1990", born, 1)).isTrue();
        assertThat(PatientQuery.of("05/12/1990", abroad)).isEqualTo(PatientQuery.of("12/05/1990", US));
        assertThat(PatientQuery.of("12/05/1990", abroad)).isNotEqualTo(PatientQuery.of("12/05/1990", US));
        assertThat(PatientQuery.of("06-12-34-56-78", US).stretches().getFirst().from())
                .isEqualTo("#8765432160");
    }

    @Test
    void theRarestSearchTermIsScanned() {
        assertThat(PatientQuery.of("salem P-1042 0142", US)
                        .stretches()
                        .getFirst()
                        .from())
                .isEqualTo("p-1042");
        assertThat(PatientQuery.of("salem 0142", US).stretches().getFirst().from())
                .isEqualTo("#2410");
        assertThat(PatientQuery.of("jo smith", US).stretches())
                .as("two words are one stretch")
                .containsExactly(new Stretch("+jo smith", "+jo smiti", "jo"));
        assertThat(PatientQuery.of("a salem jo", US).stretches()).hasSize(2);
    }

    @Test
    void everyTokenFitsItsColumn() {
        var longest = Migrations.length("patient_token", "token");
        var draft = new PatientDraft(
                "a".repeat(80), "𠀀".repeat(40), null, null, new EmailAddress("b".repeat(200) + "@example.org"));
        assertThat(PatientTokens.of(draft, Long.MAX_VALUE)).allMatch(token -> token.length() <= longest);
        var manyWords = new PatientDraft("a b c d e f g h i j k l", "m n o p q r s t u", null, null, null);
        assertThat(PatientTokens.of(manyWords, 1)).hasSizeLessThan(70);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-29,2026-02-28,true",
        "2008-02-29,2026-03-01,false",
        "2008-11-25,2026-11-24,true",
        "2008-11-24,2026-11-24,false"
    })
    void comesOfAgeOnTheirBirthday(LocalDate born, LocalDate today, boolean minor) {
        assertThat(PatientDraft.isMinor(born, today)).isEqualTo(minor);
        assertThat(PatientDraft.isMinor(null, today)).isFalse();
    }

    /** As the store finds: all stretches have a token of the patient on them. */
    private static boolean finds(String typed, PatientDraft patient, long number) {
        var tokens = PatientTokens.of(patient, number);
        var stretches = PatientQuery.of(typed, US).stretches();
        return !stretches.isEmpty()
                && stretches.stream().allMatch(stretch -> tokens.stream().anyMatch(token -> lies(token, stretch)));
    }

    private static boolean lies(String token, Stretch on) {
        return token.compareTo(on.from()) >= 0
                && token.compareTo(on.to()) < 0
                && (on.part() == null || token.indexOf(" " + on.part(), on.partsFrom() - 1) > 0);
    }
}
