package io.plumbline.safety.contraindications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a history takes, and what it refuses by its field. */
class PatientHistoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 43})
    void aWeekOfPregnancyOutsideItsRangeIsRefused(int week) {
        assertThatThrownBy(() -> pregnant(week, true))
                .isInstanceOf(Refused.class)
                .hasMessage("Week of pregnancy: 1 to 42");
    }

    @Test
    void aWeekIsKeptOfSomebodyWhoIsPregnantAlone() {
        assertThat(pregnant(12, true).pregnancyWeek()).isEqualTo(12);
        assertThat(pregnant(12, false).pregnancyWeek()).isNull();
        assertThat(pregnant(12, true).wordsOf(HistoryFact.PREGNANCY, TODAY)).isEqualTo("week 12 on 2026-11-24, twins");
    }

    @Test
    void aSurgeryToComeIsRefused() {
        var planned = surgeries(List.of(new Surgery("Hip", TODAY.plusDays(1))));
        assertThatThrownBy(() -> planned.requireBy(TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("The date of a surgery is in the future");
        surgeries(List.of(new Surgery("Hip", TODAY), new Surgery("Knee", null))).requireBy(TODAY);
    }

    @Test
    void anEmptyRowIsNoSurgeryAndTooManyAreRefused() {
        assertThat(surgeries(List.of(new Surgery(" ", null))).surgeries()).isEmpty();
        assertThatThrownBy(() -> surgeries(Collections.nCopies(11, new Surgery("Hip", null))))
                .isInstanceOf(Refused.class)
                .hasMessage("Surgeries: at most 10");
        assertThatThrownBy(() -> new Surgery("x".repeat(201), null)).isInstanceOf(Refused.class);
    }

    private static PatientHistory pregnant(int week, boolean yes) {
        return new PatientHistory(
                List.of(),
                "",
                "",
                new TreeMap<>(Map.of(HistoryFact.PREGNANCY, new Answer(yes, "twins"))),
                week,
                "",
                "");
    }

    private static PatientHistory surgeries(List<Surgery> surgeries) {
        return new PatientHistory(surgeries, "", "", new TreeMap<>(), null, "", "");
    }
}
