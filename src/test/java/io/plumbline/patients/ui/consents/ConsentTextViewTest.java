package io.plumbline.patients.ui.consents;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager publishes the next version of a text, and the desk records a consent with the text that is in use. */
@DemoTest
class ConsentTextViewTest extends SpringBrowserlessTest {
    @Autowired
    ClinicService clinics;

    @Autowired
    PatientService patients;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("manager")
    void theNextVersionIsWrittenAndPublished() {
        open(Routes.consentText("teaching-spanish"));
        assertThat(screen()).contains("Teaching, Spanish", "Version 1", "In use");
        test(button("Edit")).click();
        assertThat(screen()).contains("Draft of version 2");
        var body = find(TextArea.class).withLabel("Text").single();
        body.setValue("Una persona en formación puede estar presente.");
        test(button("Publish version 2")).click();
        var from = find(DatePicker.class).withLabel("Valid from").single();
        assertThat(from.getErrorMessage()).isEqualTo("Choose today or a later day");
        from.setValue(clinics.ownToday());
        test(button("Publish version 2")).click();
        assertThat(screen()).contains("Una persona en formación puede estar presente.", "published", "Maren Holt");
    }

    @Test
    @WithStaff("manager")
    void whatIsTypedIsThereAgainAfterTheBrowserWasClosed() {
        open(Routes.consentText("contact-spanish"));
        test(button("Edit")).click();
        find(TextField.class).withLabel("Title").single().setValue("A medias");
        open(Routes.START);
        open(Routes.consentTextDraft("contact-spanish"));
        assertThat(find(TextField.class).withLabel("Title").single().getValue()).isEqualTo("A medias");
    }

    @Test
    @WithStaff("manager")
    void whatIsAgreedToOnlyAtTheVisitSaysSo() {
        open(Routes.consentText("treatment-english"));
        assertThat(screen()).contains("Patients agree to this at the visit", "An online intake does not ask for it.");
        open(Routes.consentText("photo-english"));
        assertThat(screen()).doesNotContain("at the visit, once");
    }

    @Test
    @WithStaff("frontdesk")
    void theDeskReadsTheTextToThePatientAndRecordsWhoAgreed() {
        open(PatientTab.CONSENTS.address(patient("Ana Vidal")));
        test(button("Record consent…")).click();
        choose("Consent to", ConsentKind.CONTACT);
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("Version 1", "Contact by telephone, message and e-mail");
        answer(dialog, "Record consent");
        assertThat(select("How").getErrorMessage()).isEqualTo("Choose how they agreed");
        choose("How", ConsentAgreement.Way.VERBAL);
        answer(dialog, "Record consent");
        assertThat(screen()).contains("Contact", "version 1, English", "The patient · Verbally");
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.search(name)).stream()
                .filter(row -> row.name().equals(name))
                .map(PatientRow::id)
                .findFirst()
                .orElseThrow();
    }

    private void choose(String label, Object item) {
        select(label).setValue(item);
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
