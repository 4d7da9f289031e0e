package io.plumbline.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Diagnoses are found by code and by words in any order. */
class DiagnosesTest {
    @ParameterizedTest
    @CsvSource({
        "M54.50,        M54.50",
        "m5450,         M54.50",
        "low pain,      M54.50",
        "sciatica left, M54.32",
        "S39012a,       S39.012A",
        "discogenic lumbosacral, M51.370"
    })
    void aDiagnosisIsFoundByItsCodeOrItsWords(String typed, String code) throws IOException {
        assertThat(shipped().diagnoses())
                .filteredOn(diagnosis -> Diagnoses.matches(diagnosis, typed))
                .extracting(Diagnosis::code)
                .contains(code);
    }

    @Test
    void wordsThatNoDiagnosisHasFindNone() throws IOException {
        assertThat(shipped().diagnoses()).noneMatch(diagnosis -> Diagnoses.matches(diagnosis, "lumbar knee"));
    }

    @Test
    void everyCodeIsUniqueAndSaysFromWhichFileItComes() throws IOException {
        assertThat(shipped().diagnoses()).extracting(Diagnosis::code).doesNotHaveDuplicates();
        assertThat(shipped().diagnoses())
                .allSatisfy(diagnosis -> assertThat(diagnosis.release()).isNotBlank());
        assertThat(shipped().find("M54.5"))
                .as("a header, under which nothing is coded any more")
                .isEmpty();
    }

    private static Diagnoses shipped() throws IOException {
        return DiagnosisConfig.diagnoses(
                JsonMapper.builder().build(), new ClassPathResource("clinical/diagnoses.json"));
    }
}
