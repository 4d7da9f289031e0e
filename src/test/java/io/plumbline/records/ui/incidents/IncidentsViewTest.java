package io.plumbline.records.ui.incidents;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.incidents.IncidentDecision;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Recording an incident, freezing whom it affected, and assessing it on the screen. */
@DemoTest
class IncidentsViewTest extends SpringBrowserlessTest {
    @Autowired
    IncidentService incidents;

    @Autowired
    ProofFirst proof;

    @Autowired
    ClinicService clinics;

    @Test
    @WithStaff("auditor")
    void anIncidentIsRecordedAndNothingTypedIsLostWhenItIsRefused() {
        open(Routes.INCIDENTS);
        test(button("Record incident")).click();
        answer("Record");
        assertThat(area("What happened").getErrorMessage()).isEqualTo("Enter what happened");
        area("What happened").setValue("A laptop is gone");
        find(TextField.class).withLabel("User name of the account").single().setValue("nobody-has-this");
        day("First day of the accesses").setValue(clinics.ownToday());
        day("Last day of the accesses").setValue(clinics.ownToday());
        answer("Record");
        assertThat(find(TextField.class)
                        .withLabel("User name of the account")
                        .single()
                        .getErrorMessage())
                .isEqualTo("No account has this user name");
        assertThat(area("What happened").getValue()).isEqualTo("A laptop is gone");
        find(TextField.class).withLabel("User name of the account").single().setValue("therapist");
        answer("Record");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(incidents.list(null, 100)).anyMatch(row -> row.what().equals("A laptop is gone"));
    }

    @Test
    @WithStaff("auditor")
    void theListIsFrozenAssessedAndExportedWithThePassword() {
        var today = clinics.ownToday();
        var id = incidents.record(new IncidentDraft("A password was shared", today, "", today, today));
        open(Routes.INCIDENTS);
        new IncidentDialog(incidents, proof, incidents.find(id), clinics, () -> {}).open();
        assertThat(textOf(find(Dialog.class).single())).contains("as the audit trail has it now", "60 days left");
        assertThat(find(Button.class).withText("Assess…").exists()).isFalse();
        assertThat(textOf(find(Dialog.class).single())).contains("Period " + Dates.dayAndYear(today));
        test(button("Freeze the list…")).click();
        var ask = find(ConfirmDialog.class).single();
        assertThat(ask.getElement().getProperty("message"))
                .matches("([0-9,]+ patients are|1 patient is) on the list now\\. It cannot be changed afterwards\\.");
        test(ask).cancel();
        assertThat(incidents.find(id).frozenAt()).isNull();
        test(button("Freeze the list…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(find(Dialog.class).single())).contains("frozen");
        test(button("Export…")).click();
        find(TextField.class).withLabel("Reason for the export").single().setValue("For the notices to the patients");
        answer("Make the file");
        find(PasswordField.class).single().setValue("demo-auditor-pass");
        answer("Continue");
        assertThat(textOf(find(Dialog.class).all().getLast())).contains("The file has");
        find(Dialog.class).all().getLast().close();
        roundTrip();
        test(button("Assess…")).click();
        answer("Save");
        assertThat(area("Assessment").getErrorMessage()).isEqualTo("Enter the assessment");
        select().setValue(IncidentDecision.NO_BREACH);
        area("Assessment").setValue("Nobody unknown signed in");
        answer("Save");
        assertThat(incidents.find(id).decision()).isEqualTo(IncidentDecision.NO_BREACH);
        assertThat(textOf(find(Dialog.class).single())).contains("Nobody unknown signed in");
    }

    @SuppressWarnings("unchecked")
    private Select<IncidentDecision> select() {
        return find(Select.class).withLabel("Decision").single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
