package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.PainQuality;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.FormProblem;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.shared.BodyRegion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What patients read in an online intake is there in English and in Spanish. */
class OnlineIntakeWordsTest {
    private static final Properties ENGLISH = bundle("online-intake.properties");
    private static final Properties SPANISH = bundle("online-intake_es.properties");
    private static final Properties OF_BOOK = bundle("patient.properties");
    private static final Properties OF_BOOK_SPANISH = bundle("patient_es.properties");

    @Test
    void eachWordHasItsTranslationWithTheSameValues() {
        assertThat(SPANISH.stringPropertyNames()).containsAll(ENGLISH.stringPropertyNames());
        assertThat(SPANISH.stringPropertyNames())
                .filteredOn(key -> !ENGLISH.containsKey(key))
                .allMatch(key -> key.startsWith("question.") || key.startsWith("activity."));
        for (var key : ENGLISH.stringPropertyNames()) {
            assertThat(places(SPANISH.getProperty(key))).as(key).isEqualTo(places(ENGLISH.getProperty(key)));
        }
        assertThat(ENGLISH.stringPropertyNames()).doesNotContainAnyElementsOf(OF_BOOK.stringPropertyNames());
    }

    @Test
    void eachQuestionOfTheScreenAndEachActivityIsTranslated() throws IOException {
        var rules =
                JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/clinical/red-flags.json")));
        for (var rule : rules.get("rules")) {
            var isAsked = !rule.hasNonNull("age") && !rule.hasNonNull("count");
            var key = "question." + rule.get("id").asString();
            assertThat(SPANISH.containsKey(key) || OF_BOOK_SPANISH.containsKey(key))
                    .as(key)
                    .isEqualTo(isAsked);
        }
        var words =
                JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/clinical/vocabulary.json")));
        for (var term : words.get("limitations")) {
            assertThat(SPANISH).containsKey("activity." + term.get("code").asString());
        }
    }

    @Test
    void eachChoiceHasWords() {
        var keys = Stream.of(
                        BodyRegion.all().stream().map(region -> "region." + FormWords.base(region)),
                        Stream.of(PainQuality.values()).map(quality -> "quality." + quality),
                        HistoryFact.asked().stream().map(fact -> "fact." + fact),
                        Stream.of(FormProblem.values()).map(problem -> "problem." + problem),
                        Stream.of(FormPage.values()).map(page -> "page." + page))
                .flatMap(some -> some)
                .toList();
        assertThat(ENGLISH.stringPropertyNames()).containsAll(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "online-intake.html",
                "online-intake-identity.html",
                "online-intake-end.html",
                "online-intake-parts.html"
            })
    void thePagesTakeAllTheirWordsFromTheBundles(String template) throws IOException {
        var page = Files.readString(Path.of("src/main/resources/templates", template));
        assertThat(Pattern.compile("#\\{([\\w.-]+)[}(]").matcher(page).results().map(found -> found.group(1)))
                .allMatch(key -> ENGLISH.containsKey(key) || OF_BOOK.containsKey(key));
        assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("onclick");
        var withoutTexts = page.replaceAll("(?s)<title.*?</title>", "")
                .replaceAll("(?s)<([a-z0-9:]+)[^>]*th:(?:text|replace)=[^>]*>.*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", "");
        assertThat(withoutTexts.strip()).doesNotContainPattern("[A-Za-z]{2,}");
    }

    private static TreeSet<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(OnlineIntakeWordsTest.class.getResourceAsStream("/messages/" + name)),
                StandardCharsets.UTF_8)) {
            bundle.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bundle;
    }
}
