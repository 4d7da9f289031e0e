package io.plumbline.imports.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old notes in a patient's Notes tab: marked as imported, read in a dialog, taken back with a reason. */
@DemoTest
class OldNotesOfPatientTest extends SpringBrowserlessTest {
    @Autowired
    JdbcClient jdbc;

    private PatientId patient;

    @BeforeEach
    void imported() {
        var id = jdbc.sql("select id from patient where given_name = 'Hana' and family_name = 'Sato'")
                .query(byte[].class)
                .single();
        patient = new PatientId(Ids.uuid(id));
        jdbc.sql("delete from old_note").update();
        jdbc.sql("""
                insert into old_note (id, version, patient_id, clinic_id, source, written_on, author, title, body,
                    imported_at, imported_by)
                select ?, 0, ?, min(c.id), 'Cliniko', date '2024-02-29', 'Dr. Green', 'First visit', 'Tender at L4.',
                    timestamp '2026-11-20 10:00:00', min(a.id) from clinic c, staff_account a""").params(Ids.bytes(Ids.next()), id).update();
    }

    @Test
    @WithStaff("therapist")
    void anOldNoteIsReadBelowTheSessionNotesAndTakenBackWithAReason() {
        open(PatientTab.NOTES.address(patient));
        assertThat(screen())
                .contains("Old notes", "First visit", "Feb 29, 2024 · Dr. Green")
                .contains("Imported from Cliniko, not written in Plumbline")
                .doesNotContain("Tender at L4.");
        test(button("Read…")).click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Tender at L4.", "not written in Plumbline");
        dialog.close();
        roundTrip();

        test(button("Entered in error…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("It belongs to another patient");
        answer(find(Dialog.class).single(), "Mark as entered in error");
        assertThat(screen()).contains("Entered in error", "Reason: It belongs to another patient");
    }

    @Test
    @WithStaff("therapist")
    void theAddressOfAnOldNoteOpensIt() {
        var note = jdbc.sql("select id from old_note").query(byte[].class).single();
        open(Routes.oldNote(patient, new OldNoteId(Ids.uuid(note))));
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Feb 29, 2024, Dr. Green", "Tender at L4.");
        dialog.close();
        roundTrip();
        open(Routes.oldNote(patient, new OldNoteId(Ids.next())));
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    @WithStaff("therapist")
    void whatWasOpenedByItsAddressIsNotOpenedAgainAfterItWasMarked() {
        var note = jdbc.sql("select id from old_note").query(byte[].class).single();
        open(Routes.oldNote(patient, new OldNoteId(Ids.uuid(note))));
        find(Dialog.class).single().close();
        roundTrip();
        test(button("Entered in error…")).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("It belongs to another patient");
        answer(find(Dialog.class).single(), "Mark as entered in error");
        roundTrip();
        assertThat(screen()).contains("Reason: It belongs to another patient");
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
