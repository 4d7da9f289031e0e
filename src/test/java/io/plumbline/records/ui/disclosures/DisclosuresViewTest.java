package io.plumbline.records.ui.disclosures;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The privacy officer adds disclosures, marks one as entered in error, and makes the report of a patient. */
@DemoTest
class DisclosuresViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    DisclosureService disclosures;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Test
    @WithStaff("auditor")
    void aDisclosureIsAddedAndNothingTypedIsLostWhenItIsRefused() {
        var number = number("Hana Sato");
        open(Routes.DISCLOSURES);
        test(button("Add disclosure")).click();
        answer("Add");
        assertThat(field("Who received it").getErrorMessage()).isEqualTo("Enter who received it");
        assertThat(area("Purpose").getErrorMessage()).isEqualTo("Enter the purpose");
        inDialog("Patient number").setValue("P-99999999");
        field("Who received it").setValue("County court");
        area("What was disclosed").setValue("Session notes of March");
        area("Purpose").setValue("Court order");
        answer("Add");
        assertThat(inDialog("Patient number").getErrorMessage()).startsWith("No patient has this number");
        assertThat(area("Purpose").getValue()).isEqualTo("Court order");
        inDialog("Patient number").setValue(number);
        field("How often").setValue("3");
        answer("Add");
        var last = find(DatePicker.class).withLabel("Last on").single();
        assertThat(last.getErrorMessage()).isEqualTo("Choose the day of the last one");
        last.setValue(clinics.ownToday());
        answer("Add");
        assertThat(find(Dialog.class).all()).isEmpty();
        var row = newest(number);
        assertThat(row.times()).isEqualTo(3);
        assertThat(row.recipient()).isEqualTo("County court");

        new DisclosureDialog(disclosures, row, clinics.ownZone(), () -> {}).open();
        assertThat(textOf(find(Dialog.class).single())).contains("3 times", "County court", "Not known", "Court order");
        test(button("Entered in error…")).click();
        find(TextArea.class).all().getLast().setValue("It went to nobody at all");
        answer("Mark as entered in error");
        assertThat(newest(number).errorReason()).isEqualTo("It went to nobody at all");
        assertThat(textOf(find(Dialog.class).single())).contains("It went to nobody at all");
        assertThat(find(Button.class).withText("Entered in error…").exists()).isFalse();
    }

    @Test
    @WithStaff("auditor")
    void theReportAsksWhyAndForThePasswordAndIsPdfAndCsv() throws IOException {
        var number = number("Hana Sato");
        open(Routes.DISCLOSURES + "?patient=" + number);
        assertThat(field("Patient number").getValue()).isEqualTo(number);
        test(button("Add disclosure")).click();
        field("Who received it").setValue("=Health department");
        field("Address, if known").setValue("12 Capitol Way");
        area("What was disclosed").setValue("Diagnosis");
        area("Purpose").setValue("Reporting duty");
        answer("Add");
        test(button("Report…")).click();
        answer("Make the report");
        assertThat(field("Reason for the report").getErrorMessage()).isEqualTo("Say why, in a few words");
        field("Reason for the report").setValue("The patient asked in writing");
        answer("Make the report");
        find(PasswordField.class).single().setValue("demo-auditor-pass");
        answer("Confirm");
        assertThat(textOf(find(Dialog.class).single())).contains("The report of " + number + " has 1 row.");
        var csv = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("CSV").single()).download(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("\"" + number + "\"", "\"'=Health department\"", "\"12 Capitol Way\"", "\"Reporting duty\"");
        var pdf = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("PDF").single()).download(pdf);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Accounting of disclosures", number, "Health department", "Reporting duty");
        }
    }

    @Test
    @WithStaff("auditor")
    void anUnknownNumberIsSaidAtTheFieldAndTheListSaysWhatToDo() {
        open(Routes.DISCLOSURES);
        field("Patient number").setValue("P-99999999");
        roundTrip();
        assertThat(field("Patient number").getErrorMessage()).startsWith("No patient has this number");
    }

    private DisclosureRow newest(String number) {
        return disclosures.list(number, null, 10).getFirst();
    }

    private String number(String name) {
        return staff.as("manager", () -> patients.search(name)).getFirst().number();
    }

    private void answer(String verb) {
        Screen.answer(find(Dialog.class).all().getLast(), verb);
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).all().getLast();
    }

    private TextField inDialog(String label) {
        return field(label);
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
