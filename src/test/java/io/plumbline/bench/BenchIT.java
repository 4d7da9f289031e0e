package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench measures all that it says, each in a figure. It judges no time: that is for a quiet machine. */
@Tag("long")
@Tag("bench")
@DisabledIfSystemProperty(named = "plumbline.browser", matches = "false")
class BenchIT {
    private static final List<String> CALLS = List.of(
            "patients",
            "patients, tenth page",
            "patient search, words of the name",
            "patient search, ending of the phone number",
            "patient search, preferred name",
            "patient search, former name",
            "patient search, birth date",
            "patient search, e-mail",
            "patient search, patient number",
            "patient record",
            "find palette",
            "find palette, two letters",
            "leads to call now",
            "plan worklist",
            "recall board",
            "unsigned notes",
            "badge of leads",
            "board of leads",
            "counts of the board",
            "report of a year",
            "patients of a clinician",
            "patient search of a clinician",
            "plan page",
            "open note, few notes",
            "note rail, few notes",
            "carry forward, few notes",
            "open note, 5,000 notes",
            "note rail, 5,000 notes",
            "carry forward, 5,000 notes",
            "search notes, few notes",
            "search notes, 5,000 notes",
            "search my notes",
            "patient page, few notes",
            "patient page, 5,000 notes",
            "gate of patients",
            "gate of leads to call now",
            "gate of plan worklist",
            "gate of patients of a clinician",
            "audit row of a save",
            "save a draft note",
            "save a draft intake note",
            "take a public lead",
            "sign a note");

    private static final List<String> PROCESS = List.of(
            "stepDecisionUs",
            "expandYearUs",
            "autosaves",
            "imports",
            "importsPerSecond",
            "autosaveP95Ms",
            "coldStartCpuS",
            "coldStartUnpackedCpuS",
            "coldStartAotCpuS",
            "signInBytes",
            "firstLoadBytes",
            "warmLoadBytes",
            "bookBytes",
            "heapPerSessionKb",
            "cpuPerClickMs",
            "clickToDrawnP50Ms",
            "clickToDrawnP95Ms",
            "arrivalsCreated",
            "arrivalsPostP95Ms",
            "floodPosts",
            "floodCreated",
            "clickCalmP50Ms",
            "clickFloodP50Ms");

    @Test
    void everyCallAndEveryFigureOfTheProcessIsMeasured(@TempDir Path folder) throws IOException {
        var file = folder.resolve("figures.json");
        var answer = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.out;
        int status;
        try {
            status = Bench.run(
                    List.of("--patients", "2000", "--json", file.toString()),
                    new PrintStream(answer),
                    new PrintStream(err));
        } finally {
            System.setOut(before);
        }
        assertThat(status).as(err::toString).isZero();
        var figures = new JsonMapper().readTree(Files.readString(file));
        assertThat(figures.path("load").isNumber()).isTrue();
        assertThat(figures.path("calls").valueStream().map(call -> call.path("name")
                        .asString()))
                .containsExactlyElementsOf(CALLS);
        assertThat(figures.path("calls").valueStream()).allSatisfy(BenchIT::isWhole);
        for (var figure : PROCESS) {
            assertThat(figures.path("process").path(figure).asDouble(0))
                    .as(figure)
                    .isPositive();
        }
        for (var wrong : List.of("floodOther", "floodNotStoredOnce", "autosavesFailed", "importsLost")) {
            assertThat(figures.path("process").path(wrong).asDouble(-1))
                    .as(wrong)
                    .isZero();
        }
        assertThat(answer.toString()).contains(CALLS).contains(PROCESS);
    }

    private static void isWhole(JsonNode call) {
        for (var figure : List.of("p50Ms", "p95Ms", "jdbcP50Ms")) {
            assertThat(call.path(figure).asDouble(0)).as(figure + " of " + call).isPositive();
        }
        assertThat(call.path("statements").asInt()).isPositive();
        // what is sent from outside is kept before anything is asked
        var leastRead = call.path("name").asString().equals("take a public lead") ? 0 : 1;
        assertThat(call.path("rowsRead").asLong(-1)).isGreaterThanOrEqualTo(leastRead);
        assertThat(call.path("store").asString()).isEqualTo("h2");
        assertThat(call.path("patients").asInt()).isEqualTo(2000);
        assertThat(call.path("kind").asString()).isIn("list", "search", "palette", "record", "save");
        var most =
                switch (call.path("kind").asString()) {
                    case "list", "search" -> 2;
                    // two for each of the five sources of a manager
                    case "palette" -> 10;
                    default -> Integer.MAX_VALUE;
                };
        assertThat(call.path("statements").asInt()).as("statements of " + call).isLessThanOrEqualTo(most);
    }
}
