package io.plumbline.leads;

import static io.plumbline.leads.LeadStatus.ATTEMPTING;
import static io.plumbline.leads.LeadStatus.CONTACTED;
import static io.plumbline.leads.LeadStatus.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LeadStatusTest {
    /** <em>before</em>: only where it is the state that the clinical review or the merge interrupted. */
    static final StateTable<LeadStatus> TABLE = StateTable.of(LeadStatus.class, """
                             NEW    ATT    CONT   CONS_B CONS_H CONV   NURT   CLIN_R LOST   SPAM   MERG
        NEW                  -      yes    yes    -      -      -      yes    yes    yes    yes    yes
        ATTEMPTING           -      yes    yes    -      -      -      yes    yes    yes    yes    yes
        CONTACTED            -      -      -      yes    -      yes    yes    yes    yes    -      yes
        CONSULTATION_BOOKED  -      -      yes    -      yes    yes    -      -      yes    -      -
        CONSULTATION_HELD    -      -      -      -      -      yes    yes    -      yes    -      -
        CONVERTED            -      -      -      -      -      -      -      -      -      -      -
        NURTURE              -      yes    -      -      -      -      -      -      yes    -      -
        CLINICAL_REVIEW      before before before -      -      -      -      -      yes    -      -
        LOST                 yes    -      -      -      -      -      -      -      -      -      -
        SPAM                 yes    -      -      -      -      -      -      -      -      -      -
        MERGED               before before before -      -      -      -      -      -      -      -
        """);

    static Stream<Arguments> cells() {
        return TABLE.cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(LeadStatus from, LeadStatus to, String answer) {
        for (var before : List.of(NEW, ATTEMPTING, CONTACTED)) {
            var expected = answer.equals("yes") || answer.equals("before") && to == before;
            assertThat(from.next(before).contains(to))
                    .as("%s to %s, before: %s", from, to, before)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} is open: {1}")
    @CsvSource(textBlock = """
        NEW,                 yes
        ATTEMPTING,          yes
        CONTACTED,           yes
        CONSULTATION_BOOKED, yes
        CONSULTATION_HELD,   yes
        CONVERTED,           no
        NURTURE,             yes
        CLINICAL_REVIEW,     yes
        LOST,                no
        SPAM,                no
        MERGED,              no
        """)
    void isOpenIfItNeedsAFollowUp(LeadStatus status, String open) {
        assertThat(status.isOpen()).isEqualTo(open.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(LeadStatus status) {
        assertThat(status.name())
                .hasSizeLessThanOrEqualTo(Migrations.length("consultation_lead", "status"))
                .hasSizeLessThanOrEqualTo(Migrations.length("consultation_lead", "status_before"));
    }
}
