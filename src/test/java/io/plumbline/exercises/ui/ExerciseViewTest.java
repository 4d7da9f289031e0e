package io.plumbline.exercises.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.answers.AnswerFilter;
import io.plumbline.answers.AnswerReview;
import io.plumbline.answers.AnswerRow;
import io.plumbline.answers.AnswerService;
import io.plumbline.exercises.ExerciseDetails;
import io.plumbline.exercises.ExerciseDraft;
import io.plumbline.exercises.ExerciseGroup;
import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.exercises.ExerciseRow;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseStage;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The library and the answer bank on the screen: what is typed is kept, old versions are read, a page is corrected before it is imported. */
@DemoTest
class ExerciseViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    ExerciseService exercises;

    @Autowired
    AnswerService answers;

    @Test
    @WithStaff("therapist")
    void theFiltersOfTheLibraryAreInTheAddress() {
        open("exercises?group=CORE");
        var core = exercises().stream().map(ExerciseRow::name).toList();
        open("exercises?group=CORE&dose=yes");
        assertThat(exercises())
                .extracting(ExerciseRow::name)
                .contains("Forearm plank")
                .isSubsetOf(core)
                .hasSizeLessThan(core.size());
        open("exercises?group=NONSENSE");
        assertThat(exercises()).hasSizeGreaterThan(20);
        test(find(TextField.class).single()).setValue("nothing like it");
        assertThat(exercises()).isEmpty();
    }

    @Test
    @WithStaff("chiropractor")
    void aNewExerciseShowsMissingValuesAtTheirFields() {
        open("exercises/new");
        test(find(Button.class).withText("Add exercise").single()).click();
        var name = find(TextField.class).withLabel("Name").single();
        assertThat(name.getErrorMessage()).isEqualTo("Enter the name");
        assertThat(choice("Group").getErrorMessage()).isEqualTo("Choose the group");
        assertThat(choice("Stage").getErrorMessage()).isEqualTo("Choose the stage");
        test(name).setValue("Forearm plank");
        choice("Group").setValue(ExerciseGroup.CORE);
        choice("Stage").setValue(ExerciseStage.START);
        test(find(Button.class).withText("Add exercise").single()).click();
        assertThat(name.getErrorMessage()).contains("with this name already exists");
        test(name).setValue("Wall sit");
        test(find(Button.class).withText("Add exercise").single()).click();
        assertThat(textOf(UI.getCurrent())).contains("Wall sit", "Written at the clinic", "Sign off");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> choice(String label) {
        return find(ComboBox.class).withLabel(label).single();
    }

    @Test
    @WithStaff("therapist")
    void theTherapistCanReadButNotEditAnExercise() {
        open(Routes.exercise(exercise("Side plank").id()));
        assertThat(screen())
                .contains(
                        "Example, needs sign-off by the clinic's licensed lead",
                        "None given",
                        "1 of 2",
                        "Marta Lindqvist");
        assertThat(find(Button.class).withText("Edit…").exists()).isFalse();
        assertThat(find(Button.class).withText("Sign off").exists()).isFalse();
        open(Routes.ANSWERS_IMPORT);
        assertThat(find(H1.class).single().getText()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("chiropractor")
    void anEditIsSavedAsAVersionShownBesideTheOldOne() {
        var before = exercise("Pelvic tilt");
        open(Routes.exercise(before.id()));
        test(button("Edit…")).click();
        test(area("Dose")).setValue("Ten times.");
        test(button("Save as version 2")).click();
        assertThat(field("Reason for the new version").isInvalid()).isTrue();
        test(field("Reason for the new version")).setValue("Agreed with the chiropractors");
        test(button("Save as version 2")).click();
        assertThat(screen()).contains("Ten times.", "Version 2", "Agreed with the chiropractors");
        open(Routes.exercise(before.id()) + "?version=1");
        assertThat(screen()).contains("Version 1 compared with version 2", "Changed", "Not given");
    }

    @Test
    @WithStaff("manager")
    void aStaleEditShowsTheColleaguesChangeAndKeepsTheUsersText() {
        var seen = exercise("Knee to chest");
        open(Routes.exercise(seen.id()));
        test(button("Edit…")).click();
        test(area("Dose")).setValue("What I typed");
        test(field("Reason for the new version")).setValue("My version of the exercise");
        staff.doAs(
                "chiropractor",
                () -> exercises.revise(
                        seen.id(), seen.version(), withDose(seen, "Theirs"), "Their version of the exercise"));
        test(button("Save as version 2")).click();
        assertThat(screen()).contains("Dr. Ada Novak wrote version 2 in the meantime", "“Theirs”", "still here");
        assertThat(area("Dose").getValue()).isEqualTo("What I typed");
        test(button("Save as version 2")).click();
        assertThat(exercises.open(seen.id()).orElseThrow().current().draft().dose())
                .isEqualTo("What I typed");
    }

    @Test
    @WithStaff("manager")
    void leavingAnUnsavedEditAsksForConfirmation() {
        open(Routes.exercise(exercise("Superman").id()));
        test(button("Edit…")).click();
        test(area("Caution")).setValue("Half a");
        test(button("Cancel")).click();
        assertThat(find(ConfirmDialog.class).exists())
                .as("Escape does the same")
                .isTrue();
        test(find(ConfirmDialog.class).single()).cancel();
        open(Routes.EXERCISES);
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(area("Caution").getValue()).isEqualTo("Half a");
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorSignsOffAVersion() {
        open(Routes.exercise(exercise("Posture check").id()));
        test(button("Sign off")).click();
        assertThat(screen()).contains("Signed off by Dr. Ada Novak").doesNotContain("needs sign-off");
    }

    @Test
    @WithStaff("manager")
    void anExerciseIsRetiredWithAReasonAndRestored() {
        open(Routes.exercise(exercise("Hip-hinge cue").id()));
        test(button("Retire…")).click();
        answer(find(Dialog.class).single(), "Retire");
        assertThat(area("Reason").isInvalid()).isTrue();
        test(area("Reason")).setValue("Not given here to anybody");
        answer(find(Dialog.class).single(), "Retire");
        assertThat(screen()).contains("No longer offered: Not given here to anybody");
        test(button("Restore")).click();
        assertThat(screen()).doesNotContain("No longer offered");
    }

    @Test
    @WithStaff("therapist")
    void privatePhoneNumbersAreHiddenInAnswers() {
        open(Routes.answer(answerOf("Tobias Grau").id()));
        assertThat(screen())
                .contains("[phone number]", "Private number", "Solicitation")
                .doesNotContain("0147");
        assertThat(find(Button.class).withText("Approve").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void anAnswerIsRejectedWithAReasonAndReviewedAgain() {
        open(Routes.answer(answerOf("Wren Delacroix").id()));
        test(button("Reject…")).click();
        test(area("Reason")).setValue("Too short to be of use");
        answer(find(Dialog.class).single(), "Reject");
        assertThat(screen()).contains("Rejected by Dr. Ada Novak", "Reason: Too short to be of use");
        test(button("Review again")).click();
        assertThat(screen()).contains("Opinions of named people").doesNotContain("Reason: Too short to be of use");
    }

    @Test
    @WithStaff("chiropractor")
    void theReasonForARejectionIsKeptWhenAColleagueDecidesFirst() {
        var answer = answerOf("Oona Maher");
        open(Routes.answer(answer.id()));
        test(button("Reject…")).click();
        var dialog = find(Dialog.class).single();
        test(area("Reason")).setValue("The text sells something");
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(dialog.isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).cancel();
        staff.doAs("manager", () -> {
            var seen = answers.open(answer.id()).orElseThrow();
            answers.review(seen.id(), seen.version(), AnswerReview.SET_ASIDE, "Not an answer of our clinic");
        });
        answer(find(Dialog.class).single(), "Reject");
        assertThat(dialog.isOpened()).isTrue();
        assertThat(textOf(dialog)).contains("reviewed this answer in the meantime: it is now rejected");
        assertThat(area("Reason").getValue()).isEqualTo("The text sells something");
    }

    @Test
    @WithStaff("chiropractor")
    void theFiltersOfTheAnswersAreInTheAddress() {
        open("answers?exercise=plank");
        assertThat(answers()).hasSize(3).allMatch(row -> row.exercises().contains("Forearm plank"));
        open("answers?flag=EMPTY");
        assertThat(answers()).extracting(AnswerRow::author).containsExactly("Jonah Ellery");
        open("answers?q=flag");
        assertThat(answers()).extracting(AnswerRow::author).containsExactly("Oona Maher");
    }

    @Test
    @WithStaff("chiropractor")
    void aLongPageShowsFiftyAnswersAtATimeAndImportsAll() {
        var page = new StringBuilder("How long to rest when it hurts?\n");
        for (int i = 0; i < 120; i++) {
            page.append("Ida Moss (Tempe, AZ) on May 4, 2019\nAnswer number ")
                    .append(i)
                    .append(".\n");
        }
        open(Routes.ANSWERS_IMPORT);
        test(area("The page, as text")).setValue(page.toString());
        test(button("Read the page")).click();
        assertThat(screen()).contains("120 answers found", "Answer number 49.").doesNotContain("Answer number 50.");
        test(button("Show 50 more of 120")).click();
        assertThat(screen()).contains("Answer number 99.").doesNotContain("Answer number 100.");
        test(button("Show 20 more of 120")).click();
        assertThat(screen()).contains("Answer number 119.");
        assertThat(button("Import 120 answers").isEnabled()).isTrue();
    }

    @Test
    @WithStaff("chiropractor")
    void aPageWithTooManyPartsIsRefusedBeforeItIsShown() {
        open(Routes.ANSWERS_IMPORT);
        test(area("The page, as text")).setValue("x\n".repeat(20_000));
        test(button("Read the page")).click();
        assertThat(screen()).contains("The pasted text has 20000 parts, and at most 500 are read at once");
    }

    @Test
    @WithStaff("chiropractor")
    void aPageIsEditedBeforeTheImportAndASecondImportAddsNothing() {
        var page = """
                How long to rest?
                Ida Moss (Tempe, AZ) on May 4, 2019
                A day. A walk helps later.
                Kit Vale (Tempe) on May 5, 2019
                Two days.
                """;
        open(Routes.ANSWERS_IMPORT);
        test(button("Read the page")).click();
        assertThat(area("The page, as text").isInvalid()).isTrue();
        test(area("The page, as text")).setValue(page);
        test(button("Read the page")).click();
        assertThat(screen()).contains("1 answer found", "Not recognized: 1", "Kit Vale (Tempe) on May 5, 2019");
        test(button("Turn into an answer…")).click();
        test(button("Done")).click();
        assertThat(field("Author").getErrorMessage()).isEqualTo("Enter who answered");
        test(field("Author")).setValue("Kit Vale");
        test(field("City")).setValue("Tempe");
        test(field("State")).setValue("az");
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2019, 5, 5));
        test(area("Text")).setValue("Two days.");
        test(button("Done")).click();
        test(button("Import 2 answers")).click();
        assertThat(screen()).contains("2 answers added", "All of them are new");
        assertThat(answers.list(new AnswerFilter("kit vale", null, null, null), null, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo("AZ"));
        test(button("Read another page")).click();
        assertThat(area("The page, as text").isEmpty()).isTrue();
        test(area("The page, as text")).setValue(page);
        test(button("Read the page")).click();
        assertThat(screen()).contains("Already imported");
        test(button("Import 1 answer")).click();
        assertThat(screen()).as("nothing is left out unasked").doesNotContain("answers added");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(screen())
                .contains("0 answers added", "1 already existed", "1 part was not recognized and was left out");
    }

    @Test
    @WithStaff("manager")
    void leavingAPageBeforeItsImportAsksForConfirmation() {
        open(Routes.ANSWERS_IMPORT);
        test(area("The page, as text")).setValue("Why?\nIda Moss (Tempe, AZ) on May 4, 2019\nBecause.");
        test(button("Read the page")).click();
        open(Routes.ANSWERS);
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("therapist")
    void anUnknownExerciseOrAnswerIsNotAvailable() {
        for (var address : List.of(
                "exercises/no-id",
                "answers/no-id",
                Routes.exercise(new ExerciseId(Ids.next())),
                Routes.answer(new AnswerId(Ids.next())))) {
            open(address);
            assertThat(find(H1.class).single().getText()).as(address).isEqualTo("Not available");
        }
    }

    private ExerciseDetails exercise(String name) {
        var id = exercises.labels().stream()
                .filter(label -> label.name().equals(name))
                .map(ExerciseLabel::id)
                .findFirst()
                .orElseThrow();
        return exercises.open(id).orElseThrow();
    }

    private static ExerciseDraft withDose(ExerciseDetails exercise, String dose) {
        var draft = exercise.current().draft();
        return new ExerciseDraft(
                draft.name(),
                draft.group(),
                draft.stage(),
                draft.level(),
                draft.instruction(),
                dose,
                draft.caution(),
                draft.progression(),
                draft.areas());
    }

    private AnswerRow answerOf(String author) {
        return answers.list(AnswerFilter.ALL, null, 100).stream()
                .filter(row -> row.author().equals(author))
                .findFirst()
                .orElseThrow();
    }

    private List<ExerciseRow> exercises() {
        return rowsOf(find(Grid.class).single(), ExerciseRow.class);
    }

    private List<AnswerRow> answers() {
        return rowsOf(find(Grid.class).single(), AnswerRow.class);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
