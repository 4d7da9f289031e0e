package io.plumbline.records.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.records.AccessRequestRow;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.AccessRequestStatus;
import io.plumbline.records.ExportReason;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The privacy officer registers and closes access requests; a clinician exports a record from the patient's page. */
@DemoTest
class AccessRequestsViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    AccessRequestService requests;

    @Autowired
    PatientService patients;

    @Autowired
    ProofFirst proof;

    @Autowired
    ClinicService clinics;

    @Test
    @WithStaff("auditor")
    void aRequestIsRegisteredExportedAndFulfilled() {
        var number = hana().number();
        open(Routes.ACCESS_REQUESTS);
        test(button("Register request")).click();
        answer("Register");
        assertThat(text("Patient number").getErrorMessage()).isEqualTo("Enter the number of the patient");
        text("Patient number").setValue("P-99999999");
        text("Requester").setValue("Herself");
        text("How their identity was checked").setValue("License seen");
        answer("Register");
        assertThat(text("Patient number").getErrorMessage()).startsWith("No patient has this number");
        text("Patient number").setValue(number);
        answer("Register");
        var row = newest();
        assertThat(row.patientNumber()).isEqualTo(number);
        assertThat(AccessRequestsView.status(row, clinics.ownToday())).isEqualTo("30 days left");

        new RequestDialog(requests, proof, row, clinics, () -> {}).open();
        assertThat(textOf(find(Dialog.class).single())).contains("Herself", "License seen", "Not yet");
        test(button("Deny…")).click();
        test(find(TextArea.class).single()).setValue("Not the personal representative");
        answer("Deny");
        assertThat(requests.find(row.id()).status()).isEqualTo(AccessRequestStatus.DENIED);
        var closedAt = Objects.requireNonNull(requests.find(row.id()).closedAt());
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Denied", "Not the personal representative")
                .contains("Closed " + Dates.dayAndTime(closedAt, clinics.ownZone()) + ", " + nameOfAuditor());
    }

    @Test
    @WithStaff("auditor")
    void aDayByWhichTheRequestIsOverdueIsAskedForOnceAndCanBeChanged() {
        var number = hana().number();
        var longAgo = clinics.ownToday().minusYears(23);
        open(Routes.ACCESS_REQUESTS);
        test(button("Register request")).click();
        text("Patient number").setValue("P-99999999");
        text("Requester").setValue("Asked long ago");
        text("How their identity was checked").setValue("License seen");
        day().setValue(longAgo);
        answer("Register");
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
                .isEqualTo("Received " + Dates.dayAndYear(longAgo) + ": this request is overdue already.");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(text("Requester").getValue()).isEqualTo("Asked long ago");
        assertThat(day().getValue()).isEqualTo(longAgo);
        assertThat(text("Patient number").isInvalid()).as("nothing was tried").isFalse();

        answer("Register");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(text("Patient number").getErrorMessage()).startsWith("No patient has this number");
        text("Patient number").setValue(number);
        answer("Register");
        assertThat(find(ConfirmDialog.class).exists()).as("asked once").isFalse();
        assertThat(find(Dialog.class).exists()).isFalse();
        var row = askedBy("Asked long ago");
        assertThat(row.receivedOn()).isEqualTo(longAgo);
        assertThat(AccessRequestsView.status(row, clinics.ownToday())).matches("Overdue by 8,3\\d\\d days");

        new RequestDialog(requests, proof, row, clinics, () -> {}).open();
        assertThat(find(Button.class).withText("Extend…").exists()).isFalse();
        staff.doAs("auditor", () -> requests.withdraw(row.id(), row.version(), "The patient withdrew by phone"));
    }

    @Test
    @WithStaff("auditor")
    void aRequestThatIsDueTodayIsNotAskedForAndCanBeExtended() {
        open(Routes.ACCESS_REQUESTS);
        test(button("Register request")).click();
        text("Patient number").setValue(hana().number());
        text("Requester").setValue("Due today");
        text("How their identity was checked").setValue("License seen");
        day().setValue(clinics.ownToday().minusDays(30));
        answer("Register");
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        var row = askedBy("Due today");
        new RequestDialog(requests, proof, row, clinics, () -> {}).open();
        assertThat(button("Extend…").isVisible()).isTrue();
        staff.doAs("auditor", () -> requests.withdraw(row.id(), row.version(), "The patient withdrew by phone"));
    }

    @Test
    @WithStaff("chiropractor")
    void aClinicianExportsTheRecordForAReasonWithTheirPassword() {
        open(Routes.patient(hana().id()));
        test(button("Export record…")).click();
        answer("Export");
        RadioButtonGroup<ExportReason.Kind> why = why();
        assertThat(why.getErrorMessage()).isEqualTo("Choose why");
        why.setValue(ExportReason.Kind.OTHER);
        answer("Export");
        assertThat(text("In your words").getErrorMessage()).isEqualTo("The reason is missing");
        text("In your words").setValue("Asked for by the family's lawyer");
        answer("Export");
        find(PasswordField.class).single().setValue("demo-chiropractor-pass");
        answer("Confirm");
        await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            roundTrip();
            return find(Anchor.class).withText("Download the file").exists();
        });
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download the file").single()).download(file);
        assertThat(file.toByteArray()).startsWith('P', 'K');
        roundTrip();
        assertThat(textOf(find(Dialog.class).single())).contains("The record is exported.");
    }

    @Test
    @WithStaff("manager")
    void aManagerIsOfferedNoExport() {
        open(Routes.patient(hana().id()));
        assertThat(find(Main.class).exists()).isTrue();
        assertThat(find(Button.class).withText("Export record…").exists()).isFalse();
    }

    /** Presses the action of the dialog that was opened last. */
    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private AccessRequestRow newest() {
        assertThat(find(Grid.class).exists()).isTrue();
        return requests.list().stream()
                .filter(row -> row.isOpen())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private AccessRequestRow askedBy(String requester) {
        return requests.list().stream()
                .filter(row -> row.requestedBy().equals(requester))
                .findFirst()
                .orElseThrow();
    }

    private DatePicker day() {
        return find(DatePicker.class).withLabel("Received on").single();
    }

    private static String nameOfAuditor() {
        return CurrentUser.current().displayName();
    }

    private PatientRow hana() {
        return staff.as("chiropractor", () -> patients.search("Hana Sato")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<ExportReason.Kind> why() {
        return find(RadioButtonGroup.class).single();
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
