package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 602", "-2", "@SUM(A1)", " =1+1", "\uFF1D1"})
    void noCellIsReadAsAFormula(String typed) throws IOException {
        assertThat(written("name", typed)).contains("\"'" + typed + "\"");
    }

    static Stream<String> formulasInTheMiddle() {
        return Stream.of(";", "\t", "\n", "\r\n", "; ", ";\u00A0")
                .flatMap(end -> FORMULAS.stream().map(formula -> "x" + end + formula));
    }

    @ParameterizedTest
    @MethodSource("formulasInTheMiddle")
    void noCellIsReadAsAFormulaWithAnotherSeparator(String typed) throws IOException {
        var file = written("name", typed, "last").substring(1);
        for (var separator : List.of(';', '\t', ',')) {
            try (var reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(file)) {
                reader.forEach(row -> assertThat(row.getFields()).noneMatch(CsvFileTest::isFormula));
            }
            // the same without a regard for quotes
            assertThat(file.replace("\"", "").split("[" + separator + "\r\n]")).noneMatch(CsvFileTest::isFormula);
        }
    }

    private static boolean isFormula(String cell) {
        var text = cell.replace('\u00A0', ' ').strip();
        return !text.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    }

    @Test
    void otherTextIsQuotedUnchanged() throws IOException {
        assertThat(written("Lee-Anne", "Salem, Ruth", "She said \"no\"; twice"))
                .isEqualTo("\uFEFF\"Lee-Anne\",\"Salem, Ruth\",\"She said \"\"no\"\"; twice\"\r\n");
    }

    @Test
    void numbersPhoneNumbersAndEmptyCellsAreWrittenAsShown() throws IOException {
        assertThat(written("kept", -3, new PhoneNumber("+16025550142"), null))
                .isEqualTo("\uFEFF\"kept\",\"-3\",\"+1 602-555-0142\",\"\"\r\n");
    }

    private static String written(Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new CsvFile(out)) {
            file.row(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
