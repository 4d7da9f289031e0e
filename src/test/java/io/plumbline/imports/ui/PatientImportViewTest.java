package io.plumbline.imports.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.imports.DuplicateDecision;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.RowsOfKind;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The screens of an import: the file, its columns and first rows, what the check found, the run and taking it back. */
@DemoTest
class PatientImportViewTest extends SpringBrowserlessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    @WithStaff("manager")
    void aFileIsReadCheckedImportedAndTakenBack() {
        choose("Patient Number;First name;Last name;DOB;Mobile;Shoe size\n"
                + "1;Nadia;Farouk;3/4/1980;602 555 0171;40\n2;Sven;;1/2/3;\n3;Ruth;Salem;;\n");
        await("Ruth Salem");
        assertThat(screen())
                .contains(
                        "1 column is not imported: Shoe size",
                        "patients.csv",
                        "Kept until",
                        "Not checked",
                        "Birth date “3/4/1980”: ",
                        "Ruth Salem");
        assertThat(select("Separator").getValue()).isEqualTo(';');
        assertThat(select("Birth dates").getValue()).as("asked, not guessed").isNull();
        this.<DateOrder>select("Birth dates").setValue(DateOrder.DAY_FIRST);
        await("Nadia Farouk · born");
        assertThat(screen()).contains("Apr 3, 1980");

        test(button("Check the file")).click();
        await("1 row is not imported");
        assertThat(screen())
                .contains(
                        "Line 3, Sven: Birth date “1/2/3”: the year needs four digits",
                        "1 to decide before the import.");
        var problems = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download all as CSV").single()).download(problems);
        assertThat(problems.toString(StandardCharsets.UTF_8)).contains("the year needs four digits");

        test(button("Import the rows")).click();
        await("Decide the possible duplicates first");
        this.<DuplicateDecision>select("Line 4, Ruth Salem").setValue(DuplicateDecision.SAME);
        assertThat(screen()).contains("All are decided.");
        test(button("Import the rows")).click();
        await("1 patient added, 1 matched to existing patients, 1 not imported");

        test(button("Undo import…")).click();
        answer(find(Dialog.class).single(), "Remove the patients");
        await("1 removed");
        open(Routes.PATIENT_IMPORTS);
        assertThat(screen()).contains("patients.csv", "Undone");
    }

    @Test
    @WithStaff("manager")
    void aFileThatIsNoneIsRefusedInWords() {
        open(Routes.PATIENT_IMPORTS);
        assertThat(screen()).contains("Import from a file");
        assertThat(find(Upload.class).exists())
                .as("not before the clinic is chosen")
                .isFalse();
        chooseClinic();
        test(find(Upload.class).single())
                .upload("patients.xlsx", "text/csv", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
        roundTrip();
        assertThat(screen()).contains("This is a spreadsheet or an archive. Open it, and save it as CSV");
    }

    @Test
    @WithStaff("manager")
    void theMeaningOfNamesIsAskedBeforeAppointmentsAreImported() {
        open(Routes.PATIENT_IMPORTS);
        this.<ImportKind>select("What the file contains").setValue(ImportKind.APPOINTMENTS);
        chooseClinic();
        upload("patient number,date,time,practitioner,service\n12345678,2027-03-01,9:00,The Healer,Back check\n");
        await("What the names mean");
        assertThat(screen())
                .contains("Appointments to come", "Practitioner “The Healer”: choose under “What the names mean”");
        Select<RowsOfKind.Meaning> service = select("Service “Back check”");
        service.setValue(service.getListDataView().getItem(0));
        await("Practitioner “The Healer”: choose under “What the names mean” what it is here ·");
        assertThat(this.<RowsOfKind.Meaning>select("Service “Back check”").getValue())
                .as("is kept")
                .isNotNull();
        assertThat(screen()).contains("Import appointments").doesNotContain("Import patients");
        test(button("Check the file")).click();
        await("1 row is not imported");
        assertThat(button("Import the rows").isEnabled()).isFalse();
        assertThat(screen()).contains("No row can be imported. Correct the file");
    }

    private void choose(String text) {
        open(Routes.PATIENT_IMPORTS);
        chooseClinic();
        upload(text);
    }

    private void upload(String text) {
        test(find(Upload.class).single()).upload("patients.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    private void chooseClinic() {
        Select<ClinicLabel> clinic = select("Clinic");
        clinic.setValue(clinic.getListDataView().getItem(0));
    }

    private void await(String words) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!screen().contains(words)) {
            assertThat(Instant.now()).as("%s: %s", words, screen()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            roundTrip();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
