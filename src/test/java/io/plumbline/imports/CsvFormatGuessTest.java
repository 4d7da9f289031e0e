package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of any encoding, separator and line end are read as they are meant. */
class CsvFormatGuessTest {
    private static final String TEXT = """
            First name;Last name;Notes
            Zoë;Müller;says "comma, then semicolon"
            José;Nuñez;Größe
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "UTF-8,mark",
        "windows-1252,''",
        "UTF-16LE,mark",
        "UTF-16BE,mark",
        "UTF-16LE,''",
        "UTF-16BE,''"
    })
    void theEncodingIsFound(String charset, String mark) throws IOException {
        var text = (mark.isEmpty() ? "" : "\uFEFF") + TEXT;
        var file = Files.write(folder.resolve("patients.csv"), text.getBytes(Charset.forName(charset)));
        var format = CsvFormatGuess.of(file);
        assertThat(format).isEqualTo(new CsvFormat(Charset.forName(charset), ';'));
        try (var rows = new CsvRows(file, format)) {
            assertThat(rows.headings()).as("without the mark").containsExactly("First name", "Last name", "Notes");
            assertThat(rows.next().cells()).containsExactly("Zoë", "Müller", "says \"comma, then semicolon\"");
            assertThat(rows.next().cells()).containsExactly("José", "Nuñez", "Größe");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'", "'|'"})
    void theSeparatorIsFoundAlsoWhereCellsHaveOthers(char separator) throws IOException {
        var text = "First name%1$sLast name%1$sNotes\r\nAnna%1$sLee%1$s\"a, b; c\td | e\"\r\n".formatted(separator);
        assertThat(CsvFormatGuess.of(write(text)).separator()).isEqualTo(separator);
    }

    /** Case 13 of the public reports. */
    @ParameterizedTest
    @CsvSource({"UTF-8,sep=;", "UTF-16LE,SEP=;", "windows-1252,'\"sep=;\"'"})
    void aFirstLineThatNamesTheSeparatorIsNoHeading(String charset, String first) throws IOException {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var text = mark + first + "\r\nPatient ID;Last Name, First Name;DOB\r\n1;Roe, Ada;1977-07-07\r\n";
        var file = Files.write(folder.resolve("sep.csv"), text.getBytes(Charset.forName(charset)));
        var format = CsvFormatGuess.of(file);
        assertThat(format.separator()).isEqualTo(';');
        try (var rows = new CsvRows(file, format)) {
            assertThat(rows.headings()).containsExactly("Patient ID", "Last Name, First Name", "DOB");
            var row = rows.next();
            assertThat(row.cells()).containsExactly("1", "Roe, Ada", "1977-07-07");
            assertThat(row.line()).as("as an editor counts").isEqualTo(3);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void mixedLineEndsQuotesInQuotesAndEmptyRowsAreRead() throws IOException {
        var file = write("a,b\r\n\"He said \"\"hi\"\"\",1\n\n,\r\"two\nlines\",2\r");
        try (var rows = rowsOf(file)) {
            var first = rows.next();
            assertThat(first.cells()).containsExactly("He said \"hi\"", "1");
            assertThat(first.line()).isEqualTo(2);
            assertThat(rows.next().cells()).containsExactly("two\nlines", "2");
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void rowsWithFewerOrMoreCellsThanHeadingsAreRead() throws IOException {
        try (var rows = rowsOf(write("a,b,c\n1\n1,2,3,4\n"))) {
            assertThat(rows.next().cells()).containsExactly("1");
            assertThat(rows.next().cells()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNoRows() throws IOException {
        try (var rows = rowsOf(write("a,b\nfine,1\nlost,\"2\nswallowed,3\n"))) {
            rows.next();
            assertThatThrownBy(rows::next).isInstanceOf(Refused.class);
        }
    }

    @Test
    void tooManyColumnsAreRefused() throws IOException {
        var file = write("a,".repeat(501) + "\n");
        assertThatThrownBy(() -> rowsOf(file)).isInstanceOf(Refused.class).hasMessageContaining("at most 500 columns");
    }

    @Test
    void aQuotationMarkThatIsMissingIsSaidWithTheRow() throws IOException {
        var file = write("a,b\nfine,1\n\"broken\" here,2\n");
        try (var rows = rowsOf(file)) {
            rows.next();
            assertThatThrownBy(rows::next)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("The file cannot be read after row 1: a quotation mark is missing");
        }
    }

    @Test
    void aCellOfOneMegabyteIsReadAndOneThatNeverEndsIsNot() throws IOException {
        var long1 = "x".repeat(1024 * 1024);
        try (var rows = rowsOf(write("a,b\n" + long1 + ",1\n"))) {
            assertThat(rows.next().cell(0)).hasSize(1024 * 1024);
        }
        try (var rows = rowsOf(write("a,b\n\"" + "x".repeat(5 * 1024 * 1024) + ",1\n"))) {
            assertThatThrownBy(rows::next).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        var file = write("");
        assertThatThrownBy(() -> rowsOf(file)).isInstanceOf(Refused.class).hasMessage("This file is empty");
    }

    @Test
    void whatAnExportGuardsAgainstFormulasIsReadWithoutTheGuard() {
        var row = new CsvRow(1, 2, List.of("'=1+1", "'quoted", "'+1 602 555 0100"));
        assertThat(row.cell(0)).isEqualTo("=1+1");
        assertThat(row.cell(1)).isEqualTo("'quoted");
        assertThat(row.cell(2)).isEqualTo("+1 602 555 0100");
        assertThat(row.cell(9)).isEmpty();
    }

    private static CsvRows rowsOf(Path file) {
        return new CsvRows(file, new CsvFormat(StandardCharsets.UTF_8, ','));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }
}
