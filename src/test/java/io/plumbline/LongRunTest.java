package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What leaves the everyday run is in exactly one part of the long run, so that no part has to be run for another. */
class LongRunTest {
    private static final Pattern LONG = Pattern.compile("@Tag\\(\"long\"\\)");
    private static final Pattern ONE_PART = Pattern.compile(
            "@Tag\\(\"long\"\\)\\s+@Tag\\(\"(mysql|sizes|screens|journeys|documents|crash|bench|launcher)\"\\)(?!\\s+@Tag)");

    @Test
    void eachLongTestIsInOnePart() throws IOException {
        try (var tests = Files.walk(Path.of("src/test/java"))) {
            var files = tests.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                var text = Files.readString(file);
                assertThat(ONE_PART.matcher(text).results().count())
                        .isEqualTo(LONG.matcher(text).results().count());
            });
        }
    }

    @Test
    void thePartsChooseTheirTestsOfSurefire() throws IOException {
        var surefire = Pattern.compile("<artifactId>maven-surefire-plugin</artifactId>.*?</plugin>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(surefire.find()).isTrue();
        assertThat(surefire.group())
                .contains("${skip.h2}", "${skip.mysql}", "${tests.groups}", "${tests.excluded}", "${mysql.groups}");
    }
}
