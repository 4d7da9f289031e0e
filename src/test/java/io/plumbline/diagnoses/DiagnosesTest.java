package io.plumbline.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagnoses are found by code and by words in any order. */
class DiagnosesTest {
    @ParameterizedTest
    @CsvSource({
        "M54.50,        M54.50",
        "m5450,         M54.50",
        "low pain,      M54.50",
        "sciatica left, M54.32",
        "S39012a,       S39.012A",
        "discogenic lumbosacral, M51.370",
        "cervic,        M54.2",
        "cervical radicu, M54.12",
        "neck,          M54.2",
        "neck,          M79.12",
        "neck,          S13.4XXA",
        "thoracic,      M54.14",
        "pelvi,         M99.05",
        "hip left,      M25.552",
        "pregnan,       O26.892",
        "pregnan,       O99.891",
        "after surgery, M96.1",
        "after surgery, Z98.890",
        "fusion,        Z98.1",
        "headache,      G44.86"
    })
    void aDiagnosisIsFoundByItsCodeOrItsWords(String typed, String code) {
        assertThat(shipped().search(typed, false)).extracting(Diagnosis::code).contains(code);
    }

    @Test
    void wordsThatNoDiagnosisHasFindNone() {
        assertThat(shipped().search("lumbar knee", false)).isEmpty();
    }

    @Test
    void everyCodeIsUniqueAndSaysFromWhichFileItComes() {
        var file = file();
        assertThat(file.diagnoses()).extracting(Diagnosis::code).doesNotHaveDuplicates();
        assertThat(file.diagnoses())
                .allSatisfy(diagnosis -> assertThat(diagnosis.release()).isNotBlank());
        assertThat(file.source()).contains("compared with the current order file");
        assertThat(shipped().find("M54.5"))
                .as("a header, under which nothing is coded any more")
                .isEmpty();
    }

    /** Source: clinical rules, section 10.4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "M54.2",
                "M54.12",
                "M54.13",
                "M54.14",
                "M54.15",
                "M54.81",
                "M53.0",
                "M53.1",
                "M50.20",
                "M50.30",
                "M47.812",
                "M47.814",
                "M48.02",
                "M99.00",
                "M99.01",
                "M99.02",
                "M99.08",
                "M99.06",
                "M99.07",
                "M62.830",
                "M62.838",
                "M79.10",
                "M79.12",
                "G44.86",
                "G44.209",
                "S13.4XXA",
                "S23.3XXA",
                "M25.551",
                "M25.552",
                "O26.891",
                "O26.892",
                "O26.893",
                "O99.891",
                "M96.1",
                "Z98.1",
                "Z98.890"
            })
    void neckThoracicSpinePelvisPregnancyAndSurgeryHaveTheirCodes(String code) {
        assertThat(shipped().find(code)).isPresent();
    }

    @Test
    void codesOfAPregnancyComeFirstForAPregnantPatientAlone() {
        var shipped = shipped();
        assertThat(shipped.search("", true))
                .extracting(Diagnosis::code)
                .startsWith("O26.891", "O26.892", "O26.893", "O99.891");
        assertThat(shipped.search("", true))
                .hasSameElementsAs(shipped.search("", false).toList());
        assertThat(shipped.search("", false)).extracting(Diagnosis::code).startsWith("M54.50");
        assertThat(Diagnoses.inOrder(List.of("M54.50", "O26.892", "M54.41", "O99.891")))
                .containsExactly("O26.892", "O99.891", "M54.50", "M54.41");
    }

    @Test
    void theOfficialFileReplacesTextsAddsCodesAndRetiresWhatItLacks() {
        var all = Diagnoses.of(
                file(),
                List.of(
                        new OfficialCode("M54.2", "Cervicalgia, as CMS says", 2027, null),
                        new OfficialCode("M54.51", "Vertebrogenic low back pain", 2026, 2027),
                        new OfficialCode("A00.0", "Cholera due to Vibrio cholerae 01, biovar cholerae", 2027, null)));
        assertThat(all.find("M54.2")).hasValueSatisfying(one -> {
            assertThat(one.description()).isEqualTo("Cervicalgia, as CMS says");
            assertThat(one.release()).isEqualTo("Order file of 2027");
        });
        assertThat(all.search("neck as cms", false)).extracting(Diagnosis::code).containsExactly("M54.2");
        assertThat(all.search("cholera", false)).extracting(Diagnosis::code).containsExactly("A00.0");
        assertThat(all.search("vertebrogenic", false)).as("retired").isEmpty();
        assertThat(all.search("sciatica", false)).as("not in the file").isEmpty();
        assertThat(all.find("M54.51").orElseThrow().words())
                .isEqualTo("M54.51 Vertebrogenic low back pain (retired in 2027)");
        assertThatCode(() -> all.refuseUnknown(List.of("M54.51", "M54.2")))
                .as("a plan of earlier days keeps its code")
                .doesNotThrowAnyException();
        assertThat(all.find("G83.4").orElseThrow().isReferralOnly()).isTrue();
    }

    private static Diagnoses shipped() {
        return Diagnoses.of(file(), List.of());
    }

    private static ShippedDiagnoses file() {
        return DiagnosisConfig.shippedDiagnoses();
    }
}
