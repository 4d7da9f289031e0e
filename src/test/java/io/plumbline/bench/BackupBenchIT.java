package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backups beside the tools of the store. A tenth of the group that the limits are for is judged on H2; that each figure is
 * measured is seen on both stores with a small one, which is not judged.
 */
@Tag("long")
@Tag("bench")
class BackupBenchIT {
    private static final List<String> FIGURES = List.of(
            "backupPatients",
            "backupNoteRows",
            "backupFilesMb",
            "backupS",
            "backupOwnToolS",
            "backupTimes",
            "backupHeapMb",
            "verifyS",
            "verifyOwnToolS",
            "verifyTimes",
            "verifyHeapMb",
            "clickNoBackupP50Ms",
            "clickBackupP50Ms",
            "clickBackupTimes",
            "clickVerifyP50Ms",
            "clickVerifyTimes");

    @TempDir
    Path folder;

    @Test
    void everyFigureIsMeasuredOnH2() throws IOException {
        areMeasured("--patients", "1000");
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
    void everyFigureIsMeasuredOnMySql() throws IOException {
        areMeasured("--patients", "1000", "--mysql");
    }

    @Test
    void aTenthIsBackedUpAndVerifiedWithinTheLimits() throws IOException {
        var figures = areMeasured("--patients", "10000");
        assertThat(figures.path("limits").propertyNames()).containsAll(Backups.LIMITS.keySet());
    }

    private JsonNode areMeasured(String... options) throws IOException {
        var file = folder.resolve("figures.json");
        var words = new ArrayList<>(List.of("--only", Backups.NAME, "--json", file.toString()));
        words.addAll(List.of(options));
        var answer = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.out;
        int status;
        try {
            status = Bench.run(words, new PrintStream(answer), new PrintStream(err));
        } finally {
            System.setOut(before);
        }
        assertThat(status).as(answer + "\n" + err).isZero();
        var figures = new JsonMapper().readTree(Files.readString(file));
        for (var figure : FIGURES) {
            assertThat(figures.path("process").path(figure).asDouble(0))
                    .as(figure)
                    .isPositive();
        }
        assertThat(answer.toString()).contains(FIGURES);
        return figures;
    }
}
