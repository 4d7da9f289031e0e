package io.plumbline.notes.ui.templates;

import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.notes.templates.NoteTemplateFilter;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinician writes note templates with what they fill in in view, and fills a draft with one. */
@DemoTest
class NoteTemplateViewsTest extends SpringBrowserlessTest {
    @Autowired
    NoteTemplateService templates;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("therapist")
    void aTemplateIsWrittenWithWhatItFillsInInView() {
        open(Routes.NOTES);
        assertThat(find(Anchor.class).withText("Templates").single().getHref()).isEqualTo(Routes.NOTE_TEMPLATES);
        open(Routes.NOTE_TEMPLATES);
        test(find(Button.class)
                        .withText("New note template")
                        .withCondition(button -> button.getElement().hasAttribute("data-key"))
                        .single())
                .click();
        assertThat(find(RadioButtonGroup.class).all())
                .as("a therapist writes no template of the clinics")
                .isEmpty();
        test(button("Add note template")).click();
        assertThat(field("Name").getErrorMessage()).isEqualTo("Enter a name");
        test(field("Name")).setValue("Seen");
        test(button("Add note template")).click();
        assertThat(screen()).contains("The template fills in nothing yet. Fill in at least one field of the note");
        test(text("Findings")).setValue("Tone high on the left");
        test(button("Add note template")).click();
        assertThat(text("Findings").getErrorMessage())
                .isEqualTo(
                        "A template has no findings. Mark blanks with braces in each line, such as" + " Tone: {where}");
        test(text("Findings")).setValue("Tone: {where}");
        assertThat(screen()).contains("1 stop has to be filled in before a note is signed.");
        test(field("Minutes")).setValue("999");
        test(button("Add note template")).click();
        assertThat(field("Minutes").getErrorMessage()).isEqualTo("1 to 240 minutes, a whole number");
        assertThat(field("Minutes").getValue()).isEqualTo("999");
        test(field("Minutes")).setValue("50");
        test(field("Name")).setValue("my HIPS and glutes");
        test(button("Add note template")).click();
        assertThat(field("Name").getErrorMessage()).startsWith("You have a template with this name");
        assertThat(text("Findings").getValue()).isEqualTo("Tone: {where}");
        test(field("Name")).setValue("Seen");
        test(button("Add note template")).click();
        assertThat(address()).isEqualTo(Routes.NOTE_TEMPLATES);
        assertThat(templates.find(idOf("Seen")).orElseThrow().draft().minutes()).isEqualTo(50);
    }

    @Test
    @WithStaff("therapist")
    void thoseOfTheClinicsAreReadAndCopied() {
        open(Routes.noteTemplate(idOf("Core and stability")));
        assertThat(screen())
                .contains(
                        "Exercise",
                        "A template of the clinics, which a chiropractor changes.",
                        "Forearm plank: 1 set × hold 10 s");
        assertThat(find(Button.class).withText("Save note template").all()).isEmpty();
        assertThat(find(Button.class).withText("Retire").all()).isEmpty();
        test(button("Duplicate")).click();
        assertThat(field("Name").getValue()).isEmpty();
        assertThat(text("Next step").getValue()).isEqualTo("{next step and date}");
        test(field("Name")).setValue("Copied");
        test(button("Add note template")).click();
        var copy = templates.find(idOf("Copied")).orElseThrow();
        assertThat(copy.scope()).isEqualTo(PreparedTextScope.OWN);
        assertThat(copy.draft().exercises()).hasSize(3);
    }

    @Test
    @WithStaff("chiropractor")
    void aTemplateIsRetiredAndOfferedAgain() {
        open(Routes.NEW_NOTE_TEMPLATE);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<PreparedTextScope> whose = find(RadioButtonGroup.class).single();
        whose.setValue(PreparedTextScope.CLINICS);
        test(field("Name")).setValue("Goes away");
        test(text("Home care")).setValue("For everybody");
        test(button("Add note template")).click();
        var id = idOf("Goes away");
        open(Routes.noteTemplate(id));
        assertThat(screen()).contains("A template of the clinics: a change is one for all clinicians.");
        test(button("Retire")).click();
        assertThat(screen()).contains("Retired: no note offers it.", "For everybody");
        test(button("Offer again")).click();
        assertThat(templates.find(id).orElseThrow().isRetired()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void whatIsTypedStaysWhereSomebodyWasQuicker() {
        var id = templates.addForClinics(massage("Quick", "One"), OperationId.next());
        open(Routes.noteTemplate(id));
        templates.edit(id, 0, massage("Quick", "Two"));
        test(text("Home care")).setValue("Three");
        test(button("Retire")).click();
        assertThat(screen()).contains("Save what you typed first, or leave it with Cancel.");
        test(button("Save note template")).click();
        assertThat(screen()).contains("A colleague changed this template in the meantime.", "Two");
        assertThat(text("Home care").getValue()).isEqualTo("Three");
        test(button("Save note template")).click();
        assertThat(templates.find(id).orElseThrow().draft().homeCare()).isEqualTo("Three");
    }

    @Test
    @WithStaff("therapist")
    void leavingWithWordsThatAreNotSavedAsks() {
        open(Routes.NEW_NOTE_TEMPLATE);
        test(text("Home care")).setValue("Half a sent");
        UI.getCurrent().navigate(Routes.NOTES);
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("header"))
                .isEqualTo("Leave without saving?");
    }

    @Test
    @WithStaff("therapist")
    void theListIsSearchedAndSaysWhatToDoWhenItIsEmpty() {
        open(Routes.NOTE_TEMPLATES);
        var search = find(TextField.class).withLabel("Search name or text").single();
        test(search).setValue("stability core");
        assertThat(names()).containsExactly("Core and stability");
        test(search).setValue("no such words");
        assertThat(names()).isEmpty();
        assertThat(textOf(list().getEmptyStateComponent()))
                .contains("No note templates match", "Search with fewer words, or show all note templates.");
        assertThat(address()).as("searched words stay out of the address").isEqualTo(Routes.NOTE_TEMPLATES);
    }

    @Test
    @WithStaff("therapist")
    void aNoteIsFilledWhereItIsEmptyAndThatIsUndone() {
        var note = begun(AppointmentType.MASSAGE);
        notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY.withNextStep("Call first"));
        open(Routes.note(note));
        var list = offer();
        assertThat(Keys.within(find(Main.class).single())).contains(new Keys.Row("Alt T", "Use a template"));
        assertThat(list.getItemLabelGenerator().apply(first("Lower-back massage")))
                .isEqualTo("Lower-back massage · Shared");
        test(list).selectItem("Lower-back massage · Shared");
        assertThat(rail())
                .contains(
                        "Lower-back massage filled in: patient's words, findings, modalities, movement cue, home care.",
                        "Left as it is: next step.");
        assertThat(text("Findings").getValue()).startsWith("Tone and texture: {where and how}");
        assertThat(text("Next step").getValue()).isEqualTo("Call first");
        assertThat(list.isEmpty()).as("ready for the next").isTrue();
        assertThat(screen()).contains("3 from a template", "From a template: modalities (Lower-back massage)");
        assertThat(draft(note).details().templated())
                .as("stored as any change")
                .containsOnlyKeys("modalities", "cue", "homeCare");
        test(text("Home care")).setValue("Walk each noon");
        assertThat(screen()).contains("2 from a template");
        test(button("Undo")).click();
        assertThat(text("Findings").getValue()).isEmpty();
        assertThat(text("Home care").getValue()).isEqualTo("Walk each noon");
        assertThat(text("Next step").getValue()).isEqualTo("Call first");
        assertThat(rail()).contains("Undone. What you changed since then stays.");
        assertThat(draft(note).details().templated()).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void aFilledInExerciseIsSignedOnlyOnceItSaysTaughtOrDone() {
        var note = begun(AppointmentType.EXERCISE);
        notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY);
        open(Routes.note(note));
        test(offer()).selectItem("Core and stability · Shared");
        assertThat(ticks("Forearm plank").getValue()).isEmpty();
        assertThat(draft(note).details().exercises())
                .extracting(ExerciseRow::words)
                .contains("Forearm plank: 1 set × hold 10 s");
        assertThat(draft(note).details().hasExercise()).isFalse();
        test(button("Sign")).click();
        assertThat(screen())
                .contains(
                        "whether Forearm plank was taught or done", "whether Bird dog (quadruped) was taught or done");
        assertThat(ticks("Forearm plank").isInvalid()).isTrue();
        assertThat(ticks("Forearm plank").getErrorMessage()).isEqualTo("Needed before it can be signed");
        ticks("Forearm plank").setValue(Set.of("Done"));
        assertThat(ticks("Forearm plank").isInvalid()).isFalse();
        assertThat(ticks("Bird dog (quadruped)").isInvalid()).isTrue();
        assertThat(screen())
                .doesNotContain("whether Forearm plank")
                .contains("whether Bird dog (quadruped) was taught or done");
        assertThat(screen())
                .as("the doses are the template's")
                .contains("From a template: exercises (Core and stability)");
        test(labelled(find(Button.class).all(), "Remove Bird dog (quadruped)")).click();
        assertThat(screen()).doesNotContain("whether Bird dog (quadruped)");
        notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY);
    }

    @Test
    @WithStaff("therapist")
    void aHoldThatIsRaisedWhileThePageIsOpenKeepsTheTreatmentEmpty() {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.isOpen() && row.personName().equals("Rania Haddad"))
                .findFirst()
                .orElseThrow();
        var note = starts.begin(visit.key());
        notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY);
        open(Routes.note(note));
        assertThat(screen()).as("before the hold").containsPattern("Last time, [^·:]*: areas");
        var opened = notes.open(note).orElseThrow();
        screening.raise(opened.patient(), opened.clinic(), Map.of("RF-CES-1", ScreeningAnswer.YES));
        try {
            test(button("Carry all forward")).click();
            assertThat(isTreatmentEmpty(note)).as("carried forward").isTrue();
            assertThat(draft(note).nextStep()).as("the plan is").isNotEmpty();
            assertThat(screen()).contains("Clinical hold").doesNotContainPattern("Last time, [^·:]*: areas");
            test(offer()).selectItem("Lower-back massage · Shared");
            assertThat(isTreatmentEmpty(note)).as("from a template").isTrue();
            assertThat(rail()).contains("Left out, since the treatment is on hold");
        } finally {
            notes.saveDraft(note, notes.open(note).orElseThrow().version(), NoteDraft.EMPTY);
            jdbc.sql("update red_flag set status = 'CLEARED' where subject_id = ? and rule_id = 'RF-CES-1'")
                    .param(Ids.bytes(opened.patient().value()))
                    .update();
            jdbc.sql("update patient_summary set open_flag_level = null where patient_id = ?")
                    .param(Ids.bytes(opened.patient().value()))
                    .update();
        }
    }

    private boolean isTreatmentEmpty(NoteId note) {
        var draft = draft(note);
        return draft.modalities().isEmpty()
                && draft.areas().isEmpty()
                && draft.minutes() == null
                && draft.pressure() == null
                && draft.details().treatments().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<String> ticks(String exercise) {
        return find(CheckboxGroup.class)
                .withCondition(group -> exercise.equals(group.getAriaLabel().orElse("")))
                .single();
    }

    private NoteDraft draft(NoteId note) {
        return notes.open(note).orElseThrow().draft();
    }

    private NoteId begun(AppointmentType service) {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.isOpen() && row.appointment() != null)
                .filter(row -> row.service() == service)
                .findFirst()
                .orElseThrow();
        return visit.note() != null ? visit.note() : starts.begin(new VisitKey.Booked(visit.appointment()));
    }

    private NoteTemplateDetails first(String name) {
        return templates.find(idOf(name)).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<NoteTemplateDetails> offer() {
        return find(ComboBox.class).withLabel("Use a template").single();
    }

    @SuppressWarnings("unchecked")
    private Grid<NoteTemplateDetails> list() {
        return find(Grid.class).single();
    }

    private List<String> names() {
        return rowsOf(list(), NoteTemplateDetails.class).stream()
                .map(row -> row.draft().name())
                .toList();
    }

    private NoteTemplateId idOf(String name) {
        return templates.list(NoteTemplateFilter.ALL).stream()
                .filter(row -> row.draft().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static NoteTemplateDraft massage(String name, String homeCare) {
        return new NoteTemplateDraft(
                name, AppointmentType.MASSAGE, "", "", Set.of(), null, List.of(), "", homeCare, "");
    }

    private String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea text(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String rail() {
        return textOf(find(Aside.class)
                .withCondition(
                        aside -> "From the record".equals(aside.getElement().getAttribute("aria-label")))
                .single());
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
