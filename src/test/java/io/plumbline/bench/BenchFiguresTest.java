package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BenchFiguresTest {
    @Test
    void aFailedPartKeepsTheFiguresMeasuredBefore(@TempDir Path folder) throws IOException {
        var file = folder.resolve("figures.json");
        var figures = new BenchFigures(file);
        var answer = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Bench.tell(
                figures,
                () -> {
                    figures.beginAt(0.5);
                    figures.add(new Measured("patients", "h2", 2000, 1.0, 2.0, 0.5, 1, 20, "list"));
                    figures.add(Map.of("coldStartCpuS", 3.5));
                    throw new IllegalStateException("The flood: request timed out");
                },
                new PrintStream(answer),
                new PrintStream(err));
        assertThat(status).as("a run that is not whole says so").isEqualTo(1);
        assertThat(err.toString()).contains("Stopped: The flood: request timed out");
        assertThat(answer.toString()).contains("patients", "coldStartCpuS");
        var written = new JsonMapper().readTree(Files.readString(file));
        assertThat(written.path("calls").get(0).path("name").asString()).isEqualTo("patients");
        assertThat(written.path("process").path("coldStartCpuS").asDouble()).isEqualTo(3.5);
    }

    @Test
    void aFigureAboveItsLimitFailsTheRun() {
        assertThat(judged(1.9)).isZero();
        assertThat(judged(2.1)).isEqualTo(1);
        assertThat(judged(Double.NaN)).as("what could not be computed").isEqualTo(1);
    }

    private static int judged(double times) {
        var figures = new BenchFigures(null);
        var answer = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = Bench.tell(
                figures,
                () -> {
                    figures.judge(Map.of("backupTimes", 2.0));
                    figures.add(Map.of("backupTimes", times, "backupS", 9.0));
                },
                new PrintStream(answer),
                new PrintStream(err));
        assertThat(answer.toString()).contains(status == 0 ? "<= 2.00" : "ABOVE 2.00");
        assertThat(err.toString()).contains(status == 0 ? "" : "Above the limit: backupTimes.");
        return status;
    }
}
