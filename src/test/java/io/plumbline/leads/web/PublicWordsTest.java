package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.leads.requests.SafetyQuestion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patients read is there in English and in Spanish. */
class PublicWordsTest {
    private static final Properties ENGLISH = bundle("patient.properties");
    private static final Properties SPANISH = bundle("patient_es.properties");

    @Test
    void eachWordHasItsTranslation() {
        assertThat(SPANISH.stringPropertyNames()).containsAll(ENGLISH.stringPropertyNames());
        // the rules themselves say these in English
        assertThat(SPANISH.stringPropertyNames())
                .filteredOn(key -> !ENGLISH.containsKey(key))
                .allMatch(key -> key.startsWith("error.") || key.startsWith("question."));
    }

    @Test
    void aTranslationNamesTheSameValues() {
        for (var key : ENGLISH.stringPropertyNames()) {
            assertThat(places(SPANISH.getProperty(key))).as(key).isEqualTo(places(ENGLISH.getProperty(key)));
        }
    }

    @Test
    void eachChoiceAndEachSafetyQuestionIsTranslated() {
        assertThat(ENGLISH.stringPropertyNames())
                .containsAll(keys("source.", LeadSource.values()))
                .containsAll(keys("answer.", SafetyAnswer.values()))
                .containsAll(keys("dayPart.", DayPart.values()))
                .containsAll(keys("target.", DayPart.values()));
        assertThat(SPANISH.stringPropertyNames())
                .containsAll(
                        SafetyQuestion.rules().stream().map("question."::concat).toList());
    }

    @Test
    void theChoicesReadAsStaffReadThem() {
        for (var source : LeadSource.values()) {
            assertThat(TestWords.english().of("source." + source)).isEqualTo(source.label());
        }
        for (var answer : SafetyAnswer.values()) {
            assertThat(TestWords.english().of("answer." + answer)).isEqualTo(answer.label());
        }
        for (var part : DayPart.values()) {
            assertThat(TestWords.english().partOfDay(part)).isEqualTo(part.label());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.html", "booked.html", "book-clinics.html"})
    void thePagesTakeAllTheirWordsFromTheBundles(String template) throws IOException {
        var page = Files.readString(Path.of("src/main/resources/templates", template));
        assertThat(Pattern.compile("#\\{([\\w.-]+)[}(]").matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(ENGLISH::containsKey);
        var withoutTexts = page.replaceAll("(?s)<title.*?</title>", "")
                .replaceAll("(?s)<([a-z0-9:]+)[^>]*th:(?:text|replace)=[^>]*>.*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", "");
        assertThat(withoutTexts.strip()).doesNotContainPattern("[A-Za-z]{2,}");
    }

    private static List<String> keys(String group, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> group + value).toList();
    }

    private static TreeSet<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(PublicWordsTest.class.getResourceAsStream("/messages/" + name)),
                StandardCharsets.UTF_8)) {
            bundle.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bundle;
    }
}
