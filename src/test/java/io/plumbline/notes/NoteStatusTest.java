package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.Migrations;
import io.plumbline.support.StateTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoteStatusTest {
    static Stream<Arguments> cells() {
        return StateTable.of(NoteStatus.class, """
                                  DRAFT  AWAIT_ SIGN   ENTER_I_
            DRAFT                 -      yes    yes    -
            AWAITING_COSIGNATURE  -      -      yes    yes
            SIGNED                -      -      -      yes
            ENTERED_IN_ERROR      -      -      -      -
            """).cells();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("cells")
    void allowsOnlyTheTransitionsOfTheStateTable(NoteStatus from, NoteStatus to, String answer) {
        assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(answer.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsColumn(NoteStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(Migrations.length("session_note", "status"));
    }
}
