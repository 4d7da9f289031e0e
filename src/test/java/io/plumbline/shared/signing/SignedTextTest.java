package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Pain;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedTextTest {
    @Test
    void fieldsKeepTheOrderInWhichTheirFormWritesThem() {
        var text = new SignedText()
                .put("zeta", "ü \"quoted\"\n")
                .put("alpha", null)
                .put("number", 3)
                .put("truth", true)
                .put("id", new UUID(0, 1))
                .put("day", LocalDate.of(2026, Month.NOVEMBER, 24))
                .put("at", Instant.parse("2026-11-24T17:00:00.120Z"))
                .put("constant", DayOfWeek.MONDAY)
                .put("part", new SignedText().put("score", 5))
                .put("rows", SignedText.rows(List.of(1, 2), row -> new SignedText().put("row", row)))
                .put("map", new TreeMap<>(Map.of("b", List.of("2"), "a", List.of())));
        assertThat(text.json()).isEqualTo("""
                {"zeta":"ü \\"quoted\\"\\n","alpha":null,"number":3,"truth":true,\
                "id":"00000000-0000-0000-0000-000000000001","day":"2026-11-24","at":"2026-11-24T17:00:00.120Z",\
                "constant":"MONDAY","part":{"score":5},"rows":[{"row":1},{"row":2}],"map":{"a":[],"b":["2"]}}""");
    }

    @Test
    void anEmptyFieldIsOmittedWhereTheFormSaysSo() {
        var text = new SignedText()
                .putIfFilled("nothing", null)
                .putIfFilled("words", "")
                .putIfFilled("rows", List.of())
                .putIfFilled("entries", SignedText.entries(Map.<String, String>of(), entry -> new SignedText()))
                .putIfFilled("zero", 0);
        assertThat(text.json()).isEqualTo("{\"zero\":0}");
    }

    @Test
    void aValueWhoseClassWouldDecideWhatIsWrittenIsRefused() {
        assertThatThrownBy(() -> new SignedText().put("pain", new Pain(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Pain");
    }

    @Test
    void aFieldIsWrittenOnce() {
        var text = new SignedText().put("says", "one");
        assertThatThrownBy(() -> text.put("says", "two"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("says");
    }
}
