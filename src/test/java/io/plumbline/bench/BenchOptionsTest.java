package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    @Test
    void tenThousandPatientsOnH2AreTheDefault() {
        assertThat(BenchOptions.of(List.of())).isEqualTo(new BenchOptions(10_000, 0, 0, 0, false, null, "", null));
    }

    @Test
    void allOptionsAreUnderstoodInAnyOrder() {
        assertThat(BenchOptions.of(List.of(
                        "--json",
                        "f.json",
                        "--mysql",
                        "--only",
                        "sign a note",
                        "--patients",
                        "100000",
                        "--plans",
                        "50000",
                        "--leads",
                        "200000",
                        "--trail",
                        "10000000")))
                .isEqualTo(new BenchOptions(
                        100_000, 200_000, 50_000, 10_000_000, true, Path.of("f.json"), "sign a note", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--patients",
                "--patients 999",
                "--patients many",
                "--leads few",
                "--trail 60000000",
                "--patients 99999999",
                "--json",
                "--only",
                "--fast",
                "10000"
            })
    void invalidOptionsPrintTheUsage(String words) {
        assertThatThrownBy(() -> BenchOptions.of(List.of(words.split(" "))))
                .hasMessageContaining("usage: ./portal bench");
    }

    @Test
    void fewPatientsAreMeasuredWithSmallEffort() {
        assertThat(BenchOptions.of(List.of("--patients", "2000")).effort()).isEqualTo(Effort.SMALL);
        assertThat(BenchOptions.of(List.of("--patients", "10000")).effort()).isEqualTo(Effort.FULL);
    }
}
