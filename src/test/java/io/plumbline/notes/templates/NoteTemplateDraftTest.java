package io.plumbline.notes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a note template may say, and how what it may not say is refused. */
class NoteTemplateDraftTest {
    private static final ExerciseRow BRIDGE =
            new ExerciseRow(new ExerciseId(Ids.next()), "Bridge", true, false, 2, 10, null, "band", "wavers");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                 | Tone: {where}            | NAME     | Enter a name
                    Findings           | Tone high on the left    | FINDINGS | A template has no findings. Mark blanks with braces in each line, such as Tone: {where}
                    One line without   | 'Tone: {where}%nTender'  | FINDINGS | A template has no findings. Mark blanks with braces in each line, such as Tone: {where}
                    Braces left empty  | Tone: {}                 | FINDINGS | A template has no findings. Mark blanks with braces in each line, such as Tone: {where}
                    """)
    void whatCannotBeKeptIsRefusedAtItsField(String name, String findings, NoteTemplateField field, String sentence) {
        assertThatThrownBy(() -> massage(name, "", findings.formatted(), ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessage(sentence);
    }

    @Test
    void whatThePatientSaysIsOnlyAsked() {
        assertThatThrownBy(() -> massage("Words", "Slept well", "", ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(NoteTemplateField.WORDS));
        assertThat(massage("Words", "Sleep: {how}", "", "").subjective()).isEqualTo("Sleep: {how}");
    }

    @Test
    void anEmptyTemplateIsRefused() {
        assertThatThrownBy(() -> massage("Empty", "", "", " \u200B "))
                .isInstanceOf(Refused.class)
                .hasMessage("The template fills in nothing yet. Fill in at least one field of the note");
    }

    @Test
    void longTextsFromRightToLeftAreKeptAsTheyAre() {
        var text = "שלום {צד} 😀" + "ש".repeat(1988);
        assertThat(massage("שלום 😀", "", text, "").observations())
                .isEqualTo(text)
                .hasSize(2000);
        assertThatThrownBy(() -> massage("Longer", "", text + "ש", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("The findings has at most 2000 characters");
    }

    @Test
    void minutesAreThoseOfASession() {
        assertThatThrownBy(() -> new NoteTemplateDraft(
                        "Long", AppointmentType.MASSAGE, "", "", Set.of(), 999, List.of(), "", "", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("Minutes: 1 to 240");
    }

    @Test
    void anExerciseIsPlannedWithItsDose() {
        var template = exercise(List.of(BRIDGE));
        assertThat(template.exercises())
                .extracting(ExerciseRow::words)
                .as("that it was taught or done, and how it was performed, is of the day")
                .containsExactly("Bridge: 2 sets × 10 repetitions × band");
        assertThatThrownBy(() -> new NoteTemplateDraft(
                        "Massage", AppointmentType.MASSAGE, "", "", Set.of(), null, List.of(BRIDGE), "", "", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("A massage note has no exercises. Write them under Home care");
    }

    @Test
    void onlyTreatmentsHaveNotes() {
        assertThatThrownBy(() -> new NoteTemplateDraft(
                        "Consultation", AppointmentType.CONSULTATION, "", "", Set.of(), 30, List.of(), "", "", ""))
                .isInstanceOf(Refused.class);
    }

    private static NoteTemplateDraft massage(String name, String words, String findings, String homeCare) {
        return new NoteTemplateDraft(
                name, AppointmentType.MASSAGE, words, findings, Set.of(), null, List.of(), "", homeCare, "");
    }

    private static NoteTemplateDraft exercise(List<ExerciseRow> exercises) {
        return new NoteTemplateDraft(
                "Exercises", AppointmentType.EXERCISE, "", "", Set.of(), null, exercises, "", "", "");
    }
}
