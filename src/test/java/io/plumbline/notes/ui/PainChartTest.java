package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pain of a patient's sessions, and the warning where it rises. */
class PainChartTest {
    @Test
    void sessionsLieByDateAndNotByIndex() {
        assertThat(html(note(1, 8, 10), note(3, 8, 5), note(11, 8, 0))).contains("d=\"M0 5L200 24L1000 43\"");
    }

    @Test
    void painBeforeIsDottedAndPainAfterIsSolid() {
        var chart = chart(note(1, 8, 6), note(3, 7, 5));
        assertThat(textOf(chart))
                .contains("Dotted: Pain before each session", "Pain at 2 visits, last on ", ": 8 to 6, 7 to 5");
        assertThat(chart.getElement().getOuterHTML())
                .contains("Pain after each session: 6, 5 from", "Pain before each session: 8, 7 from");
    }

    @Test
    void painThatRisesOverTheLastThreeVisitsIsAWarning() {
        assertThat(html(note(1, 9, 4), note(4, 9, 5), note(8, 9, 6))).containsPattern("badge tone-warn[^§]*Rising");
        assertThat(html(note(1, 8, 8), note(4, 8, 10))).containsPattern("badge tone-warn[^§]*Rising");
    }

    @Test
    void onePointIsNoiseAndPainAfterTheSessionsIsNoWarningWhilePatientsArriveWithLess() {
        assertThat(textOf(chart(note(1, 2, 2), note(4, 2, 2), note(8, 2, 3)))).contains("Unchanged");
        assertThat(textOf(chart(note(1, 3, 1), note(4, 3, 5), note(8, 2, 3)))).contains("Unchanged");
    }

    @Test
    void aFallAfterTheSessionsNeverHidesARiseBeforeThem() {
        assertThat(html(note(1, 6, 5), note(4, 7, 4), note(8, 8, 3))).containsPattern("badge tone-warn[^§]*Rising");
    }

    @Test
    void painThatFallsOrStaysIsPlainText() {
        var falling = chart(note(1, 8, 6), note(4, 7, 6), note(8, 6, 5));
        assertThat(textOf(falling)).contains("Falling").doesNotContain("Rising");
        var unchanged = chart(note(1, 8, 6), note(4, 9, 7), note(8, 8, 6));
        assertThat(textOf(unchanged)).contains("Unchanged").doesNotContain("Rising", "Falling");
        for (var chart : List.of(falling, unchanged)) {
            assertThat(chart.getElement().getOuterHTML()).doesNotContain("badge");
        }
    }

    @Test
    void onlyTheLastThreeVisitsSayWherePainGoes() {
        var chart = chart(note(1, 2, 1), note(4, 8, 6), note(8, 7, 5), note(11, 6, 4));
        assertThat(textOf(chart)).contains("Falling", "Pain at 3 visits, last on ", ": 8 to 6, 7 to 5, 6 to 4");
    }

    @Test
    void theNotesOfADayAreOneVisit() {
        var chart = chart(note(1, 5, 4), note(4, 6, 5), note(8, 8, 6), note(8, 6, 5));
        assertThat(textOf(chart)).contains("Rising", "Pain at 3 visits, last on ", ": 5 to 4, 6 to 5, 8 to 5");
        assertThat(textOf(chart(note(8, 8, 6), note(8, 6, 9))))
                .contains("Recorded on ", ": 8 to 9")
                .doesNotContain("Rising", "Falling", "Unchanged");
    }

    @Test
    void painThatOnlyBeforeTheSessionsIsRecordedRisesToo() {
        assertThat(textOf(chart(note(1, 5, null), note(4, 6, null), note(8, 8, null))))
                .contains("Rising", "Pain at 3 visits, last on ", ": before 5, before 6, before 8");
        assertThat(textOf(chart(note(1, 5, null), note(4, null, 9))))
                .contains("Pain at 2 visits, last on ", ": before 5, after 9")
                .doesNotContain("Rising", "Falling", "Unchanged");
    }

    @Test
    void oneSessionIsSaidInWords() {
        assertThat(textOf(chart(note(3, 8, 5), note(9, null, null)))).isEqualTo("Tue 3 Nov: 8 to 5");
    }

    @Test
    void noPainIsNotRecorded() {
        assertThat(textOf(chart(note(3, null, null)))).isEqualTo("Not recorded");
        assertThat(textOf(chart())).isEqualTo("Not recorded");
    }

    private static String html(NoteRow... oldestFirst) {
        return chart(oldestFirst).getElement().getOuterHTML();
    }

    private static Component chart(NoteRow... oldestFirst) {
        return PainChart.of(Arrays.asList(oldestFirst).reversed(), false);
    }

    private static NoteRow note(int dayOfNovember, @Nullable Integer before, @Nullable Integer after) {
        return new NoteRow(
                NoteId.next(),
                StaffId.NOBODY,
                "",
                AppointmentType.MASSAGE,
                LocalDate.of(2026, 11, dayOfNovember),
                NoteStatus.SIGNED,
                Pain.of(before),
                Pain.of(after),
                "",
                List.of(),
                ClinicId.next(),
                null,
                NotePrivacy.RELATION,
                false);
    }
}
