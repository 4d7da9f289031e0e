package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import io.plumbline.notes.NoteCopies;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.orders.OrderKind;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patient with more notes than a page has: no note is hidden without a word, and none is said not to be. */
@DemoTest
class ManyNotesTest extends SpringBrowserlessTest {
    private static final int COLLEAGUES = 53;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    NoteService notes;

    @Autowired
    NoteCopies copies;

    @Autowired
    JdbcClient jdbc;

    /** A patient with notes of the current user, newest first, and 53 of a colleague of the day of the newest. */
    private record ManyNotes(PatientId patient, List<NoteRow> mine, int all) {}

    @Test
    @WithStaff("chiropractor")
    void theTabSaysHowManyNotesThereAreAndShowsTheOlder() {
        var record = record();
        open(Routes.patient(record.patient(), Routes.NOTES));
        var left = record.all() - 50;
        assertThat(screen()).contains("The newest 50 of " + record.all() + " notes");
        assertThat(links()).isEqualTo(50);
        find(Button.class).withText("Show " + left + " older").single().click();
        assertThat(links()).isEqualTo(record.all());
        assertThat(screen()).doesNotContain("The newest 50");
    }

    @Test
    @WithStaff("chiropractor")
    void beyondTheNewestFiftyTheRailKnowsMyLastNoteAndTheLastNote() {
        var record = record();
        var mine = record.mine();
        open(Routes.patient(record.patient()));
        assertThat(screen())
                .contains(Dates.day(mine.getFirst().treatedOn()) + ", your last session note")
                .contains("The newest 50 of each kind of entry")
                .doesNotContain("You have not seen this patient before");
        open(Routes.note(mine.getFirst().id()));
        assertThat(rail())
                .contains("Since your last note, " + Dates.day(mine.get(1).treatedOn()))
                .doesNotContain("You have no note of this patient yet");
        open(Routes.note(mine.get(1).id()));
        assertThat(rail())
                .contains("Since your last note, " + Dates.day(mine.get(2).treatedOn()))
                .doesNotContain("First session", "You have no note of this patient yet");
        var oldest = mine.getLast();
        open(Routes.note(oldest.id()));
        assertThat(rail()).contains("You have no note of this patient yet");
    }

    @Test
    @WithStaff("chiropractor")
    void anOrderForTheDeskIsPlacedBesideANoteBeyondTheNewestFifty() {
        var record = record();
        open(Routes.note(record.mine().getLast().id()));
        find(Button.class).withText("Order for the desk…").single().click();
        what().setValue(OrderKind.HOME_PROGRAM);
        answer(find(Dialog.class).single(), "Place the order");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(screen()).contains("Withdraw");
    }

    @SuppressWarnings("unchecked")
    private Select<OrderKind> what() {
        return find(Select.class).withLabel("What").single();
    }

    private ManyNotes record() {
        var me = CurrentUser.current().staff();
        var patient = staff.as("manager", () -> patients.list(null, 100)).stream()
                .map(row -> row.id())
                .filter(id -> mine(id, me).size() > 2)
                .filter(id -> !hasLaterIntake(id, me))
                .findFirst()
                .orElseThrow();
        var mine = mine(patient, me);
        var newest = mine.getFirst();
        copies.copyAs(colleague(), newest.id(), newest.treatedOn(), COLLEAGUES);
        return new ManyNotes(patient, mine, count(patient));
    }

    private List<NoteRow> mine(PatientId patient, StaffId me) {
        return notes.findByPatient(patient).stream()
                .filter(row -> row.status().isSigned() && row.author().equals(me))
                .toList();
    }

    /** Other tests write intake notes of any patient of the demo, and the screen names the last entry of either kind. */
    private boolean hasLaterIntake(PatientId patient, StaffId me) {
        return jdbc.sql("select count(*) from intake_note where patient_id = ? and created_by = ? and created_at >= ?")
                        .params(
                                Ids.bytes(patient.value()),
                                Ids.bytes(me.value()),
                                mine(patient, me).getFirst().treatedOn().atStartOfDay())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private StaffId colleague() {
        return new StaffId(jdbc.sql("select id from staff_account where username = 'therapist'")
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .single());
    }

    private int count(PatientId patient) {
        return jdbc.sql("select count(*) from session_note where patient_id = ? and status <> 'DRAFT'")
                .param(Ids.bytes(patient.value()))
                .query(Integer.class)
                .single();
    }

    private long links() {
        return find(Anchor.class, find(Main.class).single()).all().stream()
                .filter(link -> link.getHref().matches(Routes.NOTES + "/[0-9a-f-]{36}"))
                .count();
    }

    private String rail() {
        return find(Aside.class).all().stream()
                .map(Screen::textOf)
                .filter(text -> text.contains("Last note"))
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
