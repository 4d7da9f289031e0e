package io.plumbline.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.ArrayList;
import java.util.Collections;
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
        T4 bilateral P mobilization | T4 bilateral: P.A.R.T.: P, Mobilization
        """)
    void aSegmentIsReadWithItsSideFindingsAndTechnique(String typed, String words) {
        assertThat(SegmentEntry.read(typed))
                .allMatch(TypedSegment::isClear)
                .extracting(one -> one.row().words())
                .containsExactly(words);
    }

    /** Source: clinical rules, section 10.3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        L2 R PL                 | PL      |
        L2 L PRS                | PRS     |
        L2 L PLS                | PLS     |
        C5 R PRI                | PRI     |
        L3 L pri-la             | PRI-la  |
        L3 L PLI-la HVLA        | PLI-la  |
        L4 PR-m                 | PR-m    |
        L4 R PR-M DROP          | PR-m    |
        T6 R PLS-t              | PLS-t   |
        T6 R HVLA PLS           | PLS     |
        S P-R                   | P-R     |
        S L p-l DROP            | P-L     |
        S M AS                  | AS      |
        S PI                    | PI      |
        SI R AS                 | AS      |
        SI L PI DROP            | PI      |
        SI L In                 | In      |
        SI L ex                 | Ex      |
        P R ASEx                | ASEx    |
        P L asin                | ASIn    |
        SI R PIEX               | PIEx    |
        SI R piin HVLA          | PIIn    |
        SI P-R                  | P-R     |
        L5 L PRS PART           | PRS     | PART
        L5 L PRS P.R HVLA       | PRS     | PR
        L5 L P.R PRS            | PRS     | PR
        L5 L PR-m A             | PR-m    | A
        L2 P.R                  |         | PR
        L2 p.r.                 |         | PR
        L2 P.                   |         | P
        L2 P.A.R.T. HVLA        |         | PART
        L2 PART:PR              |         | PR
        L2 PART: PR HVLA        |         | PR
        L2 part:a.r             |         | AR
        L2 P.A.R.T.: PR         |         | PR
        L5 L PRT HVLA           |         | PRT
        L5 L ART                |         | ART
        L5 L PAR                |         | PAR
        L5 L PT                 |         | PT
        L5 L TR                 |         | RT
        L5 L P R                |         | PR
        C1 L listing:ASLA HVLA  | ASLA    |
        C1 L listing: ASLA P.A  | ASLA    | PA
        L2 listing:PR           | PR      |
        S R listing:PRS         | PRS     |
        """)
    void aListingIsKeptAndNoFindingAndFindingsAreNoListing(String typed, String listing, String findings) {
        var read = SegmentEntry.read(typed);
        assertThat(read).singleElement().satisfies(one -> assertThat(one.isClear())
                .as("understood at once")
                .isTrue());
        var row = read.getFirst().row();
        assertThat(row.listing()).isEqualTo(listing == null ? "" : listing);
        assertThat(letters(row)).isEqualTo(findings == null ? "" : findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        L2 PR           | PR | PR
        L2 R pr HVLA    | PR | PR
        SI R PR drop    | PR | PR
        L5 L RP         | RP | PR
        T3 L AR MOB     | AR | AR
        T3 L RA         | RA | AR
        C4 L PA         | PA | PA
        C4 L AP         | AP | PA
        """)
    void twoLettersThatMayBeBothAreAskedAndNeverRead(String typed, String unclear, String findings) {
        assertThat(SegmentEntry.read(typed)).singleElement().satisfies(one -> {
            assertThat(one.typed()).isEqualTo(typed);
            assertThat(one.unclear()).isEqualTo(unclear);
            assertThat(one.row().findings()).isEmpty();
            assertThat(one.row().listing()).isEmpty();
            assertThat(one.asListing().listing()).isEqualTo(unclear);
            assertThat(one.asListing().findings()).isEmpty();
            assertThat(letters(one.asFindings())).isEqualTo(findings);
            assertThat(one.asFindings().listing()).isEmpty();
            assertThat(one.asFindings().technique()).isEqualTo(one.row().technique());
        });
    }

    @Test
    void commasSeparateSegments() {
        assertThat(SegmentEntry.read("L5 L HVLA, L4 R; SI L,,"))
                .extracting(one -> one.row().label())
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
                .extracting(one -> one.row().words())
                .containsExactly("C5: P.A.R.T.: PR, High velocity, low amplitude (HVLA)");
        assertThatThrownBy(() -> SegmentEntry.read("L5 L HVLA DROP")).hasMessageContaining("two techniques");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L5 L PRS PLI", "L5 L PRS PR", "L5 PR RA", "L5 listing:PRS PL"})
    void aSecondListingIsRefusedAndNoneIsDropped(String typed) {
        assertThatThrownBy(() -> SegmentEntry.read(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("L5 has two listings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L5 L HVA",
                "L5 X",
                "L5 L R HVLA!",
                "L5 links",
                "L5 L PP",
                "L5 L PARP",
                "L5 L ASEx",
                "L5 L P-R",
                "L5 L PRX",
                "L5 L P..R",
                "L5 PART:PRS"
            })
    void aWordThatIsNotUnderstoodIsRefused(String typed) {
        assertThatThrownBy(() -> SegmentEntry.read(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not a side, a finding or a technique of L5")
                .hasMessageContaining("Type listing:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L5 PART:", "L5 L HVLA listing:"})
    void aNameWithoutAWordIsRefused(String typed) {
        assertThatThrownBy(() -> SegmentEntry.read(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("L5: nothing follows");
    }

    @Test
    void everyRowCanBeTypedAndReadAgain() {
        var random = new Random(20);
        for (int n = 0; n < 2_000; n++) {
            var row = row(random);
            var words = new ArrayList<String>();
            if (!row.findings().isEmpty()) {
                words.add(row.findings().stream().map(SegmentFinding::letter).collect(Collectors.joining(".")));
            }
            if (!row.listing().isEmpty()) {
                words.add(random.nextBoolean() ? row.listing() : "listing:" + row.listing());
            }
            var technique = row.technique();
            if (technique != null) {
                words.add(technique.code());
            }
            Collections.shuffle(words, random);
            var side = row.side();
            var typed = row.segment().code() + (side == null ? "" : " " + side.label()) + " " + String.join(" ", words);
            var read = SegmentEntry.read(typed);
            assertThat(read).as(typed).singleElement().satisfies(one -> assertThat(one.isClear())
                    .isEqualTo(!words.contains("PR")));
            var one = read.getFirst();
            assertThat(one.isClear() ? one.row() : one.asListing()).as(typed).isEqualTo(row);
        }
    }

    private static String letters(SegmentRow row) {
        return row.findings().stream().map(SegmentFinding::letter).collect(Collectors.joining());
    }

    private static SegmentRow row(Random random) {
        var findings = List.of(SegmentFinding.values()).stream()
                .filter(finding -> random.nextBoolean())
                .collect(Collectors.toSet());
        var techniques = AdjustmentTechnique.values();
        var technique = random.nextInt(techniques.length + 1);
        var segment = SpineSegment.values()[random.nextInt(SpineSegment.values().length)];
        var listings = segment.compareTo(SpineSegment.SACRUM) < 0
                ? List.of("", "PR", "PL", "PRS", "PLS", "PRI-la", "PLI-la", "PR-m")
                : segment == SpineSegment.SACRUM
                        ? List.of("", "P-R", "P-L", "AS", "PI")
                        : List.of("", "AS", "PI", "In", "Ex", "ASIn", "ASEx", "PIIn", "PIEx");
        return new SegmentRow(
                segment,
                BodySide.values()[random.nextInt(BodySide.values().length)],
                findings,
                listings.get(random.nextInt(listings.size())),
                technique == techniques.length ? null : techniques[technique],
                null);
    }
}
