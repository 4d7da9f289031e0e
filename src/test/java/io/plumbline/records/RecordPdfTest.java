package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The PDF of a record turns codes into words, and leaves what was typed as it was typed. */
class RecordPdfTest {
    @ParameterizedTest
    @ValueSource(strings = {"PR", "PRS", "PRI-la", "ASEX", "pr-m"})
    void aListingStandsAsItWasTyped(String listing) {
        var details = JsonMapper.builder()
                .build()
                .readTree("{\"segments\":[{\"segment\":\"L5\",\"side\":\"LEFT\",\"listing\":\"" + listing + "\"}]}");
        var row = new RecordRow(UUID.randomUUID(), new TreeMap<>(Map.of("details", details)), Map.of());
        var section = new RecordSection("notes", "Session note", "", "", List.of(new RecordSection.Part("areas", "")));
        assertThat(new RecordPdf(ZoneOffset.UTC).parts(section, List.of(row)))
                .containsExactly(new Facts(
                        "Session note", List.of(new Fact("Segments", "Segment: L5; Side: Left; Listing: " + listing))));
    }
}
