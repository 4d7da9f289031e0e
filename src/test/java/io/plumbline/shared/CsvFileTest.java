package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 602", "-2", "@SUM(A1)", "\t=1", " =1+1", "\uFF1D1"})
    void aSpreadsheetTakesNothingForAFormula(String typed) throws IOException {
        assertThat(written("name", typed)).contains("'" + typed);
    }

    @Test
    void anyOtherTextStandsAsItWasTyped() throws IOException {
        assertThat(written("Lee-Anne", "Salem, Ruth", "She said \"no\""))
                .isEqualTo("\uFEFFLee-Anne,\"Salem, Ruth\",\"She said \"\"no\"\"\"\r\n");
    }

    @Test
    void aNumberStaysANumberAndNothingAnEmptyCell() throws IOException {
        assertThat(written("kept", -3, null)).isEqualTo("\uFEFFkept,-3,\r\n");
    }

    private static String written(Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new CsvFile(out)) {
            file.row(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
