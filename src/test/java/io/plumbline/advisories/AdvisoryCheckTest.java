package io.plumbline.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The advisories here are invented. */
class AdvisoryCheckTest {
    private static final Instant CHANGED = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Clock clock = Clock.fixed(CHANGED.plus(Duration.ofDays(4)), ZoneOffset.UTC);

    @BeforeEach
    void acceptNothing() throws IOException {
        accept();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2.4.241, 2.4.240, 1",
        "0, 2.4.240, 2.4.240, 0",
        "2.4.240, 2.5, 2.4.240, 1",
        "2.4.241, 2.5, 2.4.240, 0",
        // as numbers, not as text
        "2.9, 2.11, 2.10, 1",
        "0, 2.0, 2.0-rc1, 1",
        "0, 2.0-rc1, 2.0, 0"
    })
    void aLibraryIsAffectedFromTheVersionThatIntroducesItToTheOneThatFixesIt(
            String introduced, String fixed, String version, int status) throws IOException {
        libraries(version);
        advisory("{\"introduced\": \"%s\"}, {\"fixed\": \"%s\"}".formatted(introduced, fixed), "");
        assertThat(check()).isEqualTo(status);
        assertThat(answer.toString())
                .contains(
                        status == 0
                                ? "none is affected"
                                : "com.h2database:h2 " + version + ": CVE-2026-0001, GHSA-aaaa, fixed in " + fixed
                                        + ". A test of ours");
    }

    @Test
    void aVersionThatTheAdvisoryListsIsAffected() throws IOException {
        libraries("2.4.240");
        advisory("", "\"2.4.240\"");
        assertThat(check()).isEqualTo(1);
        assertThat(answer.toString()).contains("not fixed yet");
    }

    @Test
    void theLastAffectedVersionIsAffectedAndTheNextIsNot() throws IOException {
        libraries("2.4.240");
        advisory("{\"introduced\": \"0\"}, {\"last_affected\": \"2.4.240\"}", "");
        assertThat(check()).isEqualTo(1);
        libraries("2.4.241");
        assertThat(check()).isZero();
    }

    @Test
    void aLibraryOfAnotherGroupIsAnother() throws IOException {
        Files.writeString(folder.resolve("libraries.json"), """
                {"components": [{"purl": "pkg:maven/org.example/h2@2.4.240?type=jar"}]}""");
        advisory("{\"introduced\": \"0\"}", "");
        assertThat(check()).isZero();
        assertThat(answer.toString()).contains("1 libraries, 1 advisories up to 2026-11-20");
    }

    @Test
    void anAcceptedAdvisoryIsLeftOutUntilItsDay() throws IOException {
        libraries("2.4.240");
        advisory("{\"introduced\": \"0\"}", "");
        accept("CVE-2026-0001,2026-11-24,\"Only the console is affected, which the portal does not start\"");
        assertThat(check()).isZero();
        clock = Clock.offset(clock, Duration.ofDays(1));
        assertThat(check()).isEqualTo(1);
    }

    @Test
    void nothingIsAcceptedWithoutAReason() throws IOException {
        libraries("2.4.240");
        advisory("{\"introduced\": \"0\"}", "");
        accept("CVE-2026-0001,2026-12-24,");
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("with a day and a reason");
    }

    @Test
    void aFileThatIsTooOldOrUnreadableIsNoAnswer() throws IOException {
        libraries("2.4.240");
        advisory("{\"introduced\": \"0\"}", "");
        clock = Clock.fixed(CHANGED.plus(AdvisoryCheck.OLDEST).plusSeconds(1), ZoneOffset.UTC);
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("of 2026-11-20: get a file that is at most 30 days old");
        Files.writeString(folder.resolve("advisories.zip"), "no zip");
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing was checked");
        assertThat(answer.toString()).isEmpty();
    }

    private int check() {
        return AdvisoryCheck.run(
                List.of(named("libraries.json"), named("accepted.csv"), named("advisories.zip")),
                clock,
                new PrintStream(answer),
                new PrintStream(err));
    }

    private String named(String file) {
        return folder.resolve(file).toString();
    }

    private void libraries(String version) throws IOException {
        Files.writeString(folder.resolve("libraries.json"), """
                {"components": [{"purl": "pkg:maven/com.h2database/h2@%s?type=jar"}, {"name": "without an address"}]}""".formatted(version));
    }

    private void accept(String... rows) throws IOException {
        Files.writeString(folder.resolve("accepted.csv"), "advisory,until,reason\n" + String.join("\n", rows));
    }

    private void advisory(String events, String versions) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("advisories.zip")))) {
            zip.putNextEntry(new ZipEntry("GHSA-aaaa.json"));
            zip.write("""
                    {"id": "GHSA-aaaa", "aliases": ["CVE-2026-0001"], "summary": "A test of ours", "modified": "%s",
                     "affected": [{"package": {"ecosystem": "Maven", "name": "com.h2database:h2"},
                       "ranges": [{"type": "ECOSYSTEM", "events": [%s]}], "versions": [%s]}]}""".formatted(CHANGED, events, versions).getBytes());
        }
    }
}
