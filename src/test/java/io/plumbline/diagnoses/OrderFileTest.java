package io.plumbline.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The official file is read by its columns, and refused in one sentence where it is not whole or not of today. */
class OrderFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final List<String> WHOLE = List.of(
            OrderFileLines.line(1, "A00", 0, "Cholera"),
            OrderFileLines.line(2, "A000", 1, "Cholera due to Vibrio cholerae 01, biovar cholerae"),
            OrderFileLines.line(3, "M542", 1, "Cervicalgia"),
            OrderFileLines.line(4, "S134XXA", 1, "Sprain of ligaments of cervical spine, initial encounter"),
            OrderFileLines.line(5, "C7A00", 1, "Malignant carcinoid tumor of unspecified site"),
            OrderFileLines.line(7, "Z99", 0, "Dependence on enabling machines and devices, not elsewhere classified"),
            OrderFileLines.line(8, "Z9989", 1, "Dependence on other enabling machines and devices"));

    @TempDir
    Path folder;

    @Test
    void itsColumnsAreReadAndHeadersLeftOut() throws IOException {
        assertThat(read(WHOLE))
                .containsExactly(
                        new OfficialCode("A00.0", "Cholera due to Vibrio cholerae 01, biovar cholerae", 2027, null),
                        new OfficialCode("M54.2", "Cervicalgia", 2027, null),
                        new OfficialCode(
                                "S13.4XXA", "Sprain of ligaments of cervical spine, initial encounter", 2027, null),
                        new OfficialCode("C7A.00", "Malignant carcinoid tumor of unspecified site", 2027, null),
                        new OfficialCode("Z99.89", "Dependence on other enabling machines and devices", 2027, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, icd10cm_order_2026.txt",
        "2026-10-01, icd10cm_order_2027.txt",
        "2026-11-30, ICD10CM-ORDER-2027.TXT",
        "2027-04-15, icd10cm-order-April-2027.txt",
        "2027-09-30, icd10cm_order_2027.txt"
    })
    void theFileInForceIsRead(LocalDate today, String name) throws IOException {
        var path = Files.write(folder.resolve(name), WHOLE);
        assertThat(OrderFile.of(path, today).year()).isEqualTo(today.getYear() + (today.getMonthValue() >= 10 ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icd10cm_order_2026.txt", "icd10cm_order_2028.txt"})
    void theFileOfAnotherYearIsRefused(String name) throws IOException {
        var path = Files.write(folder.resolve(name), WHOLE);
        assertThatThrownBy(() -> OrderFile.of(path, DAY))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("and that of 2027 is in force today.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"icd10cm_codes_2027.txt", "icd10cm_order_addenda_2027.txt", "patients.csv", "order_2027.txt"})
    void aFileOfAnotherNameIsRefused(String name) throws IOException {
        var path = Files.write(folder.resolve(name), WHOLE);
        assertThatThrownBy(() -> OrderFile.of(path, DAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not named as the official order file is, such as icd10cm_order_2027.txt.");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> OrderFile.of(folder.resolve("icd10cm_order_2027.txt"), DAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("There is no file");
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() throws IOException {
        var text = String.join("\n", WHOLE);
        var beforeTheEnd = text.indexOf("00007 ") + "00007 Z99    ".length();
        for (int length = 0; length <= beforeTheEnd; length++) {
            var path = Files.writeString(folder.resolve("icd10cm_order_2027.txt"), text.substring(0, length));
            assertThatThrownBy(() -> OrderFile.of(path, DAY).read(code -> {}))
                    .as("cut after %d", length)
                    .isInstanceOf(Refused.class)
                    .hasMessageMatching("(?s).*(cut|not whole|damaged).*");
        }
    }

    @Test
    void anotherOrderOrFormIsRefused() {
        refuses(WHOLE.subList(1, 7), "it begins with A000 and not with A00");
        refuses(List.of(WHOLE.get(0), WHOLE.get(2), WHOLE.get(1)), "number 2, A000, stands after number 3");
        refuses(List.of(WHOLE.get(0), OrderFileLines.line(2, "A00", 0, "Cholera")), "number 2, A00, stands");
        refuses(List.of(WHOLE.get(0), "A000 Cholera"), "the line after number 1 has not the columns of a code");
        refuses(List.of("name;born"), "its first line has not the columns of a code");
        refuses(List.of(WHOLE.get(0), WHOLE.get(1).replaceFirst(" 1 ", " 2 ")), "the line after number 1");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        var path = folder.resolve("icd10cm_order_2027.txt");
        Files.write(path, new byte[] {(byte) 0xc3, (byte) 0x28, 0, 1});
        assertThatThrownBy(() -> OrderFile.of(path, DAY).read(code -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not a text file");
    }

    private void refuses(List<String> lines, String because) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(Refused.class).hasMessageContaining(because);
    }

    private List<OfficialCode> read(List<String> lines) throws IOException {
        var codes = new ArrayList<OfficialCode>();
        OrderFile.of(Files.write(folder.resolve("icd10cm_order_2027.txt"), lines), DAY)
                .read(codes::add);
        return codes;
    }
}
