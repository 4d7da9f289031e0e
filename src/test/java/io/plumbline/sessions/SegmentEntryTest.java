package io.plumbline.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chiropractor types segments in one run; what is not understood is said and never guessed. */
class SegmentEntryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        L5                      | L5: not adjusted
        l5 l                    | L5 left: not adjusted
        L5 right hvla           | L5 right: High velocity, low amplitude (HVLA)
        SI B PART DROP          | Sacroiliac joint bilateral: P.A.R.T.: PART, Drop table
        S M T inst              | Sacrum midline: P.A.R.T.: T, Instrument
        P L A                   | Pelvis left: P.A.R.T.: A, not adjusted
        C0 R R mobilization     | Occiput right: P.A.R.T.: R, Mobilization
        occiput left            | Occiput left: not adjusted
        T12 r tp                | T12 right: P.A.R.T.: PT, not adjusted
        """)
    void aSegmentIsReadWithItsSideFindingsAndTechnique(String typed, String words) {
        assertThat(SegmentEntry.read(typed)).extracting(SegmentRow::words).containsExactly(words);
    }

    @Test
    void commasSeparateSegments() {
        assertThat(SegmentEntry.read("L5 L HVLA, L4 R; SI L,,"))
                .extracting(SegmentRow::label)
                .containsExactly("L5 left", "L4 right", "Sacroiliac joint left");
        assertThat(SegmentEntry.read("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L6", "C8", "T13", "T0", "L", "Q1", "5", "L5L"})
    void aSegmentThatDoesNotExistIsRefusedByName(String typed) {
        assertThatThrownBy(() -> SegmentEntry.read(typed))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("There is no segment " + typed);
    }

    @Test
    void aSideStandsDirectlyAfterItsSegment() {
        assertThat(SegmentEntry.read("C5 P R HVLA"))
                .extracting(SegmentRow::words)
                .containsExactly("C5: P.A.R.T.: PR, High velocity, low amplitude (HVLA)");
        assertThatThrownBy(() -> SegmentEntry.read("L5 L HVLA DROP")).hasMessageContaining("two techniques");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L5 L HVA", "L5 X", "L5 L R HVLA!", "L5 links"})
    void aWordThatIsNotUnderstoodIsRefused(String typed) {
        assertThatThrownBy(() -> SegmentEntry.read(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not a side, a finding or a technique of L5");
    }

    @Test
    void everyRowCanBeTypedAndReadAgain() {
        var random = new Random(20);
        for (int n = 0; n < 500; n++) {
            var row = row(random);
            var typed = row.segment().code() + " "
                    + (row.side() == null ? "" : row.side().label() + " ")
                    + row.findings().stream().map(SegmentFinding::letter).collect(Collectors.joining())
                    + (row.technique() == null ? "" : " " + row.technique().code());
            assertThat(SegmentEntry.read(typed)).as(typed).isEqualTo(List.of(row));
        }
    }

    private static SegmentRow row(Random random) {
        var findings = List.of(SegmentFinding.values()).stream()
                .filter(finding -> random.nextBoolean())
                .collect(Collectors.toSet());
        var techniques = AdjustmentTechnique.values();
        var technique = random.nextInt(techniques.length + 1);
        return new SegmentRow(
                SpineSegment.values()[random.nextInt(SpineSegment.values().length)],
                BodySide.values()[random.nextInt(BodySide.values().length)],
                findings,
                "",
                technique == techniques.length ? null : techniques[technique],
                null);
    }
}
