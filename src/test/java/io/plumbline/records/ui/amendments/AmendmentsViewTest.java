package io.plumbline.records.ui.amendments;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentId;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.AmendmentStatus;
import io.plumbline.records.amendments.DenialBasis;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Registering, denying and answering an amendment request on the screen. */
@DemoTest
class AmendmentsViewTest extends SpringBrowserlessTest {
    @Autowired
    AmendmentService requests;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("auditor")
    void aRequestIsRegisteredAndNothingTypedIsLostWhenItIsRefused() {
        var number = number("Hana Sato");
        open(Routes.AMENDMENTS);
        test(button("Register request")).click();
        answer("Register");
        assertThat(wanted().getErrorMessage()).isEqualTo("Enter what to amend, and why");
        wanted().setValue("It was the left side");
        field("Patient number").setValue("P-99999999");
        field("Requester").setValue("The patient");
        field("How their identity was checked").setValue("License seen");
        answer("Register");
        assertThat(field("Patient number").getErrorMessage()).startsWith("No patient has this number");
        assertThat(wanted().getValue()).isEqualTo("It was the left side");
        field("Patient number").setValue(number);
        answer("Register");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(requests.list(null, 100)).anySatisfy(row -> {
            assertThat(row.patientNumber()).isEqualTo(number);
            assertThat(row.wanted()).isEqualTo("It was the left side");
        });
    }

    @Test
    @WithStaff("auditor")
    void aDayByWhichTheRequestIsOverdueIsAskedFor() {
        open(Routes.AMENDMENTS);
        test(button("Register request")).click();
        field("Patient number").setValue(number("Hana Sato"));
        field("Requester").setValue("Asked long ago");
        field("How their identity was checked").setValue("License seen");
        wanted().setValue("It was the left side");
        var day = find(DatePicker.class).withLabel("Received on").single();
        day.setValue(clinics.ownToday().minusDays(61));
        answer("Register");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(wanted().getValue()).isEqualTo("It was the left side");
        day.setValue(clinics.ownToday().minusDays(60));
        answer("Register");
        assertThat(find(ConfirmDialog.class).exists()).as("due today").isFalse();
        var row = requests.list(null, 100).stream()
                .filter(one -> one.requestedBy().equals("Asked long ago"))
                .findFirst()
                .orElseThrow();
        assertThat(row.receivedOn()).isEqualTo(clinics.ownToday().minusDays(60));
        dialog(row.id());
        assertThat(find(Button.class).withText("Extend…").exists()).isTrue();
        find(Dialog.class).single().close();
        new AmendmentDialog(requests, row, clinics.ownToday().plusDays(1), clinics.ownZone(), () -> {}).open();
        assertThat(find(Button.class).withText("Extend…").exists())
                .as("overdue")
                .isFalse();
        requests.withdraw(row.id(), row.version(), "By phone");
    }

    @Test
    @WithStaff("auditor")
    void aDenialNeedsItsBasisAndADisagreementFollows() {
        var id = registered();
        dialog(id);
        assertThat(textOf(find(Dialog.class).single())).contains("60 days left");
        test(button("Deny…")).click();
        answer("Deny");
        assertThat(words().getErrorMessage()).isEqualTo("Enter the reason");
        words().setValue("Another clinic wrote it");
        select().setValue(DenialBasis.NOT_CREATED_HERE);
        answer("Deny");
        assertThat(requests.find(id).status()).isEqualTo(AmendmentStatus.DENIED);
        assertThat(textOf(find(Dialog.class).single()))
                .contains("The clinics did not create the record", "Another clinic wrote it");
        test(button("Add disagreement…")).click();
        find(TextArea.class).withLabel("In writing").single().setValue("I disagree");
        answer("Save");
        assertThat(textOf(find(Dialog.class).single())).contains("I disagree");
        assertThat(find(Button.class).withText("Add rebuttal…").exists()).isTrue();
    }

    private AmendmentId registered() {
        return requests.register(new AmendmentDraft(
                number("Hana Sato"), "The patient", "License seen", "It was the left side", clinics.ownToday()));
    }

    private void dialog(AmendmentId id) {
        open(Routes.AMENDMENTS);
        new AmendmentDialog(requests, requests.find(id), clinics.ownToday(), clinics.ownZone(), () -> {}).open();
    }

    private String number(String name) {
        return staff.as("manager", () -> patients.search(name)).getFirst().number();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private TextArea wanted() {
        return find(TextArea.class).withLabel("What to amend, and why").single();
    }

    private TextArea words() {
        return find(TextArea.class)
                .withLabel("Reason, as sent to the requester")
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<DenialBasis> select() {
        return find(Select.class).withLabel("Basis of the denial").single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
