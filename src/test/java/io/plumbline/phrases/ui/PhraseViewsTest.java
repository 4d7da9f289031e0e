package io.plumbline.phrases.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.phrases.PhraseDraft;
import io.plumbline.phrases.PhraseFilter;
import io.plumbline.phrases.PhraseRow;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinician writes phrases, sees what they insert before they are saved, and finds them again. */
@DemoTest
class PhraseViewsTest extends SpringBrowserlessTest {
    @Autowired
    PhraseService phrases;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Test
    @WithStaff("therapist")
    void aPhraseIsWrittenWithWhatItInsertsInView() {
        open(Routes.NOTES);
        assertThat(find(Anchor.class).withText("Phrases").single().getHref()).isEqualTo(Routes.PHRASES);
        open(Routes.PHRASES);
        test(find(Button.class)
                        .withText("New phrase")
                        .withCondition(button -> button.getElement().hasAttribute("data-key"))
                        .single())
                .click();
        assertThat(find(RadioButtonGroup.class).all())
                .as("a therapist writes no phrase of the clinics")
                .isEmpty();
        test(button("Add phrase")).click();
        assertThat(field("Code").getErrorMessage()).isEqualTo("Enter a code");
        assertThat(text().getErrorMessage()).isEqualTo("Enter the text that the code inserts");
        test(field("Code")).setValue("view");
        test(text()).setValue("Before .ql after {one} .nothing");
        assertThat(screen())
                .contains(
                        "Before Deeper pressure on the quadratus lumborum, {side}. after {one} .nothing",
                        "2 stops: Tab goes from one to the next.",
                        "No phrase, so it stays as it is written: .nothing");
        test(text()).setValue("Again .view");
        assertThat(screen()).contains("This phrase would insert itself: .view inserts .view.");
        test(button("Add phrase")).click();
        assertThat(text().getErrorMessage())
                .isEqualTo("This phrase would insert itself: .view inserts .view. Take one of these codes out");
        assertThat(text().getValue()).isEqualTo("Again .view");
        test(field("Code")).setValue("ql!");
        test(button("Add phrase")).click();
        assertThat(field("Code").getErrorMessage())
                .isEqualTo("Enter 2 to 20 letters and digits, the first a letter, such as ql or plan2");
        test(field("Code")).setValue("view");
        test(text()).setValue("Once {side}");
        test(button("Add phrase")).click();
        assertThat(address()).isEqualTo(Routes.PHRASES);
        assertThat(phrases.typed()).containsEntry("view", "Once {side}");
    }

    @Test
    @WithStaff("therapist")
    void thoseOfTheClinicsAreReadAndCopied() {
        open(Routes.phrase(idOf("homecare")));
        assertThat(screen()).contains("Shared: a chiropractor edits it.", "Posture check daily", "Get up regularly");
        assertThat(find(Button.class).withText("Save phrase").all()).isEmpty();
        assertThat(find(Button.class).withText("Retire").all()).isEmpty();
        test(button("Duplicate")).click();
        assertThat(text().getValue()).isEqualTo(".posture\n.break");
        test(field("Code")).setValue("copied");
        test(button("Add phrase")).click();
        assertThat(phrases.find(idOf("copied")).orElseThrow().scope()).isEqualTo(PreparedTextScope.OWN);
    }

    @Test
    @WithStaff("chiropractor")
    void aPhraseIsRetiredOfferedAgainAndDeleted() {
        open(Routes.NEW_PHRASE);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<PreparedTextScope> whose = find(RadioButtonGroup.class).single();
        whose.setValue(PreparedTextScope.CLINICS);
        test(field("Code")).setValue("away");
        test(text()).setValue("For everybody");
        test(button("Add phrase")).click();
        var id = idOf("away");
        open(Routes.phrase(id));
        assertThat(screen()).contains("Shared: edits reach everyone.");
        test(button("Retire")).click();
        assertThat(screen()).contains("Retired: its code inserts nothing.");
        test(button("Offer again")).click();
        assertThat(phrases.typed()).containsKey("away");
        test(button("Retire")).click();
        test(button("Delete…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(address()).isEqualTo(Routes.PHRASES);
        assertThat(phrases.find(id)).isEmpty();
    }

    @Test
    @WithStaff("chiropractor")
    void whatIsTypedStaysWhereSomebodyWasQuicker() {
        var id = phrases.addForClinics(new PhraseDraft("quick", "One"), OperationId.next());
        open(Routes.phrase(id));
        phrases.edit(id, 0, new PhraseDraft("quick", "Two"));
        test(text()).setValue("Three");
        test(button("Retire")).click();
        assertThat(screen()).contains("Save what you typed first, or leave it with Cancel.");
        test(button("Save phrase")).click();
        assertThat(screen()).contains("A colleague changed this phrase in the meantime. It now says “Two”");
        assertThat(text().getValue()).isEqualTo("Three");
        test(button("Save phrase")).click();
        assertThat(phrases.typed()).containsEntry("quick", "Three");
    }

    @Test
    @WithStaff("therapist")
    void whatIsTypedStaysWhereThePhraseWasDeleted() {
        var id = phrases.add(new PhraseDraft("gone", "One"), OperationId.next());
        open(Routes.phrase(id));
        phrases.retire(id, 0);
        phrases.delete(id, 1);
        test(text()).setValue("Two");
        test(button("Save phrase")).click();
        assertThat(screen()).contains("This phrase was deleted. Copy what you typed before you leave.");
        assertThat(text().getValue()).isEqualTo("Two");
    }

    @Test
    @WithStaff("therapist")
    void leavingWithWordsThatAreNotSavedAsks() {
        open(Routes.NEW_PHRASE);
        test(text()).setValue("Half a sent");
        UI.getCurrent().navigate(Routes.NOTES);
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("header"))
                .isEqualTo("Leave without saving?");
    }

    @Test
    @WithStaff("therapist")
    void theListIsSearchedByCodeAndWordAndSaysWhatToDoWhenItIsEmpty() {
        open(Routes.PHRASES);
        var search = find(TextField.class).withLabel("Search code or text").single();
        test(search).setValue("quadratus");
        assertThat(codes()).contains("ql", "lowback").doesNotContain("hinge");
        test(search).setValue(".hin");
        assertThat(codes()).containsExactly("hinge");
        test(search).setValue("no such words");
        assertThat(codes()).isEmpty();
        assertThat(textOf(list().getEmptyStateComponent()))
                .contains("No phrases match", "Search with fewer words, or show all phrases.");
        assertThat(address()).as("searched words stay out of the address").isEqualTo(Routes.PHRASES);
    }

    @Test
    @WithStaff("therapist")
    void aNoteOffersThePhrasesToWhoKnowsOnlyTheirWords() {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.wantsNote() && row.appointment() != null)
                .findFirst()
                .orElseThrow();
        open(Routes.note(visit.note() != null ? visit.note() : starts.begin(new VisitKey.Booked(visit.appointment()))));
        @SuppressWarnings("unchecked")
        ComboBox<String> search =
                find(ComboBox.class).withLabel("Find a phrase").single();
        assertThat(search.getItemLabelGenerator().apply("limit")).isEqualTo(".limit · Asked to stop at {1 to 5}.");
        test(search).selectItem(".limit · Asked to stop at {1 to 5}.");
        assertThat(search.isEmpty()).as("ready for the next").isTrue();
        assertThat(find(Anchor.class).withText("All phrases").single().getHref())
                .isEqualTo(Routes.PHRASES);
    }

    @SuppressWarnings("unchecked")
    private Grid<PhraseRow> list() {
        return find(Grid.class).single();
    }

    private List<String> codes() {
        return rowsOf(list(), PhraseRow.class).stream().map(PhraseRow::code).toList();
    }

    private PhraseId idOf(String code) {
        return phrases.list(PhraseFilter.ALL).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea text() {
        return find(TextArea.class).withLabel("Text").single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
