package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Inactive and deceased on the patient's page: set by the desk with what is open in sight, and undone with a reason. */
@DemoTest
class PatientStatusViewTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Test
    @WithStaff("frontdesk")
    void theDeskSetsAPatientDeceasedAndTakesItBack() {
        var patient = added();
        open(PatientTab.PERSON.address(patient));
        assertThat(screen()).contains("Status", "Active");
        assertThat(find(Button.class).withText("Book").exists()).isTrue();
        test(find(Button.class).withText("Change status…").single()).click();
        chooseDeceased();
        assertThat(textOf(find(Dialog.class).single())).contains("Nothing is open", "no mail is sent");
        answer(find(Dialog.class).single(), "Set status");
        assertThat(find(TextField.class).withCaption("Source").single().getErrorMessage())
                .isEqualTo("Enter who reported it");
        var died = find(DatePicker.class).withCaption("Date of death").single();
        assertThat(died.isInvalid()).as("the day of a death is not assumed").isTrue();
        died.setValue(clinics.ownToday().minusDays(2));
        test(find(TextField.class).withCaption("Source").single()).setValue("The daughter called");
        answer(find(Dialog.class).single(), "Set status");
        assertThat(screen()).contains("Deceased ", "source: The daughter called", "Set active…");
        assertThat(find(Button.class).withText("Book").exists()).isFalse();
        open(PatientTab.INTAKE.address(patient));
        assertThat(find(Button.class).withText("Send a link…").exists()).isFalse();
        open(PatientTab.PERSON.address(patient));
        test(find(Button.class).withText("Set active…").single()).click();
        test(find(TextField.class).withCaption("Reason").single()).setValue("It was the cousin who called");
        answer(find(Dialog.class).single(), "Set active");
        assertThat(screen()).contains("Set active again: It was the cousin who called", "source: The daughter called");
    }

    @Test
    @WithStaff("therapist")
    void whoTreatsReadsTheStatusAndDoesNotSetIt() {
        var patient = patients.search("Hana Sato").getFirst().id();
        open(PatientTab.PERSON.address(patient));
        assertThat(screen()).contains("Status", "Active");
        assertThat(find(Button.class).withText("Change status…").exists()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private void chooseDeceased() {
        ((RadioButtonGroup<PatientStatus>) find(RadioButtonGroup.class).single()).setValue(PatientStatus.DECEASED);
    }

    private PatientId added() {
        var clinic = CurrentUser.current().clinics().iterator().next();
        return patients.add(new PatientDraft("Status", "Changing", null, null, null), clinic);
    }

    private String screen() {
        return textOf(UI.getCurrent().getCurrentView());
    }
}
