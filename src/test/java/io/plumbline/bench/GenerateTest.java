package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GenerateTest {
    @Test
    void reportsProgressForEachTenThousandPatients() {
        var told = new ByteArrayOutputStream();
        var progress = Generate.progress(new PrintStream(told, true, StandardCharsets.UTF_8), 30_000);
        for (long patients : new long[] {2_398, 9_592, 11_990, 19_184, 20_000, 30_000}) {
            progress.accept(patients);
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("11,990 of 30,000 patients", "20,000 of 30,000 patients", "30,000 of 30,000 patients");
    }
}
