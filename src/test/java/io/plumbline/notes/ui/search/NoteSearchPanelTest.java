package io.plumbline.notes.ui.search;

import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.KeyDownEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.plumbline.exercises.TextWords;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notes of a patient, and one's own, are searched above their list, and those of some days are printed. */
@DemoTest
class NoteSearchPanelTest extends SpringBrowserlessTest {
    private static final String IN_RECORD = "Search in notes";
    private static final String IN_OWN = "Search in my notes";

    @Autowired
    JdbcClient jdbc;

    private PatientId patient;
    private String word;

    private record Found(PatientId patient, String nextStep) {}

    @BeforeEach
    void aSignedNoteOfTheTherapist() {
        var note = jdbc.sql("""
                select n.patient_id, n.next_step
                from session_note n
                join staff_account a on a.id = n.author_id
                join patient_relation r on r.patient_id = n.patient_id and r.staff_id = a.id
                where a.username = 'therapist' and n.status = 'SIGNED' and n.next_step <> ''
                  and r.reason = 'PLAN' and r.until_on > n.treated_on
                order by n.id limit 1""")
                .query((row, n) -> new Found(new PatientId(Ids.uuid(row.getBytes(1))), row.getString(2)))
                .single();
        patient = note.patient();
        word = TextWords.asked(note.nextStep()).stream()
                .filter(one -> one.length() > 3)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @WithStaff("therapist")
    void theNotesOfAPatientAreSearchedAboveTheirList() {
        open(Routes.patient(patient) + "/notes");
        assertThat(Keys.within(UI.getCurrent())).extracting(Keys.Row::does).contains(IN_RECORD);
        assertThat(screen()).contains(", Signed");
        search(IN_RECORD, word);
        assertThat(marked()).isNotEmpty().allMatch(text -> text.toLowerCase(Locale.ROOT)
                .startsWith(word));
        assertThat(screen()).as("the list is not shown beside what was found").doesNotContain(", Signed");
        assertThat(links()).anyMatch(link -> link.startsWith("notes/"));
        search(IN_RECORD, "zzzz");
        assertThat(screen()).contains("No notes match “zzzz”", "Try fewer words");
        test(button("Clear search")).click();
        assertThat(field(IN_RECORD).getValue()).isEmpty();
        assertThat(screen()).doesNotContain("No notes match").contains(", Signed");
    }

    @Test
    @WithStaff("therapist")
    void theSearchBeginsWithEnterAndEndsWhereTheFieldIsCleared() {
        open(Routes.patient(patient) + "/notes");
        test(field(IN_RECORD)).setValue(word);
        assertThat(marked()).as("typed, and perhaps left").isEmpty();
        assertThat(screen()).contains(", Signed");
        enter(IN_RECORD);
        assertThat(marked()).isNotEmpty();
        test(field(IN_RECORD)).setValue("zzzz");
        assertThat(marked()).as("those of the last Enter").isNotEmpty();
        test(field(IN_RECORD)).setValue("");
        assertThat(marked()).isEmpty();
        assertThat(screen()).contains(", Signed");
    }

    @Test
    @WithStaff("therapist")
    void whatCannotBeSearchedIsSaidAtTheFieldAndTheListStays() {
        open(Routes.patient(patient) + "/notes");
        search(IN_RECORD, "a");
        assertThat(field(IN_RECORD).isInvalid()).isTrue();
        assertThat(field(IN_RECORD).getErrorMessage()).contains("Type at least 2 characters of each word");
        assertThat(screen()).contains(", Signed");
        search(IN_RECORD, word);
        assertThat(field(IN_RECORD).isInvalid()).isFalse();
        assertThat(marked()).isNotEmpty();
    }

    @Test
    @WithStaff("therapist")
    void myNotesAreSearchedAboveMyVisitsAndBackShowsTheSearchAgain() {
        open(Routes.NOTES);
        assertThat(find(Grid.class).exists()).isTrue();
        search(IN_OWN, word);
        assertThat(marked()).isNotEmpty();
        assertThat(find(Grid.class).exists()).as("the visits of today").isFalse();
        open(Routes.NOTES + "?q=" + word);
        assertThat(field(IN_OWN).getValue()).isEqualTo(word);
        assertThat(marked()).isNotEmpty();
    }

    @Test
    @WithStaff("therapist")
    void theNotesOfSomeDaysAreOfferedAsOneDocument() {
        open(Routes.patient(patient) + "/notes");
        test(button("Print notes…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("at most 100");
        var from = day("First day");
        var until = day("Last day");
        from.setValue(LocalDate.of(2020, 1, 1));
        assertThat(textOf(dialog)).containsPattern("\\d+ notes?");
        var withErrors =
                find(Checkbox.class).withLabel("Include notes entered in error").single();
        assertThat(withErrors.getValue()).isFalse();
        withErrors.setValue(true);
        assertThat(textOf(dialog)).containsPattern("\\d+ notes?");
        assertThat(pdf(dialog)).hasSize(1);
        until.setValue(LocalDate.of(2020, 1, 31));
        assertThat(textOf(dialog)).contains("There is no such note for these days");
        assertThat(pdf(dialog)).isEmpty();
        until.setValue(LocalDate.of(2019, 1, 31));
        assertThat(until.getErrorMessage()).isEqualTo("The last day is before the first");
        assertThat(pdf(dialog)).isEmpty();
        from.clear();
        assertThat(from.getErrorMessage()).isEqualTo("Choose a first day");
        assertThat(pdf(dialog)).isEmpty();
    }

    private void search(String name, String typed) {
        test(field(name)).setValue(typed);
        enter(name);
    }

    private void enter(String name) {
        var field = field(name);
        ComponentUtil.<Component>fireEvent(field, new KeyDownEvent(field, "Enter"));
    }

    private List<String> marked() {
        return elements(find(Main.class).single().getElement())
                .filter(element -> element.getTag().equals("mark"))
                .map(Element::getTextRecursively)
                .toList();
    }

    private static Stream<Element> elements(Element root) {
        return root.isTextNode() || !root.isVisible()
                ? Stream.empty()
                : Stream.concat(Stream.of(root), root.getChildren().flatMap(NoteSearchPanelTest::elements));
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private static List<Anchor> pdf(Dialog dialog) {
        return anchors(dialog).filter(link -> link.getText().equals("PDF")).toList();
    }

    private static Stream<Anchor> anchors(Component part) {
        return part instanceof Anchor link
                ? Stream.of(link)
                : part.getChildren().flatMap(NoteSearchPanelTest::anchors);
    }

    private TextField field(String name) {
        return labelled(find(TextField.class).all(), name);
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    /** What is seen of the page. */
    private String screen() {
        return seen(find(Main.class).single());
    }

    private static String seen(Component part) {
        if (part instanceof Text text) {
            return text.getText();
        }
        if (!part.isVisible()) {
            return "";
        }
        var parts = part.getChildren().map(NoteSearchPanelTest::seen).toList();
        return parts.isEmpty() ? part.getElement().getTextRecursively() : String.join(" ", parts);
    }
}
