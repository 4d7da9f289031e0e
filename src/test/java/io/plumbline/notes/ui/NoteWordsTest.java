package io.plumbline.notes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Pain;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteWordsTest {
    @Test
    void aNoteDoesNotNameWhatOtherDisciplinesRecord() {
        var words = new NoteWords(
                new Modalities("1", "", List.of(), List.of()), new ScreeningRules("1", "", null, List.of(), null));
        assertThat(words.facts(NoteDraft.EMPTY, List.of()))
                .contains("Pain", "Findings", "Next step")
                .doesNotContain("Areas", "Modalities", "Pressure", "Minutes", "Statement");
        assertThat(words.facts(NoteDraft.EMPTY.withNextStep("In a week"), List.of()))
                .containsSubsequence("Next step", "In a week");
    }

    @Test
    void onlyRecordedPressureIsShown() {
        assertThat(NoteWords.pressure(3, 4)).isEqualTo("Applied 3 of 5, limit 4 of 5");
        assertThat(NoteWords.pressure(3, null)).isEqualTo("Applied 3 of 5");
        assertThat(NoteWords.pressure(null, 4)).isEqualTo("Limit 4 of 5");
        assertThat(NoteWords.pressure(null, null)).isEqualTo("Not recorded");
    }

    @Test
    void onlyRecordedPainIsShown() {
        assertThat(NoteWords.pain(new Pain(6), new Pain(3))).isEqualTo("Before 6, after 3");
        assertThat(NoteWords.pain(new Pain(6), null)).isEqualTo("Before 6");
        assertThat(NoteWords.pain(null, new Pain(3))).isEqualTo("After 3");
        assertThat(NoteWords.pain(null, null)).isEqualTo("Not recorded");
    }
}
