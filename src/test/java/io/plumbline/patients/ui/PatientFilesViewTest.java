package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.plumbline.documents.SmallFiles;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.attachments.AttachmentKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files on the screen: added several at once, each with what it is, listed, downloaded, and entered in error. */
@DemoTest
class PatientFilesViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Test
    @WithStaff("chiropractor")
    void severalFilesAreAddedDownloadedAndOneWasAnError() {
        open(PatientTab.FILES.address(patient("Rania Haddad")));
        assertThat(screen()).contains("No files yet");
        var content = SmallFiles.pdf();
        test(button("Add files…")).click();
        choose("mri.pdf", content);
        choose("letter.pdf", SmallFiles.pdf());
        answer(find(Dialog.class).single(), "Add to the record");
        assertThat(find(TextField.class).withLabel("Title").all().getFirst().isInvalid())
                .as("what is missing is said at the field")
                .isTrue();
        fill(0, AttachmentKind.IMAGING, "MRI lumbar spine", "Valley Imaging");
        fill(1, AttachmentKind.OUTSIDE_REPORT, "Report to the MRI", "Valley Imaging");
        answer(find(Dialog.class).single(), "Add to the record");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(screen()).contains("MRI lumbar spine", "Report to the MRI", "Valley Imaging", "PDF, 1 KB");

        var file = new ByteArrayOutputStream();
        test(find(Anchor.class)
                        .withAttribute("aria-label", "Download MRI lumbar spine")
                        .single())
                .download(file);
        assertThat(file.toByteArray()).isEqualTo(content);

        test(find(Button.class)
                        .withAttribute("aria-label", "Mark MRI lumbar spine as entered in error")
                        .single())
                .click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("Of another patient");
        answer(find(Dialog.class).single(), "Mark as entered in error");
        assertThat(screen()).contains("Entered in error", "Reason: Of another patient", "MRI lumbar spine");
    }

    @Test
    @WithStaff("chiropractor")
    void aFileThatIsNotTakenIsSaidByItsNameAndTheOthersStay() {
        open(PatientTab.FILES.address(patient("Ruth Salem")));
        test(button("Add files…")).click();
        var good = SmallFiles.pdf();
        choose("good.pdf", good);
        fill(0, AttachmentKind.OTHER, "Diary", "");
        choose("invoice.pdf", SmallFiles.program());
        choose("nothing.pdf", new byte[0]);
        choose("good (1).pdf", good);
        assertThat(textOf(find(Dialog.class).single()))
                .contains("invoice.pdf: This is a program, whatever its name says")
                .contains("nothing.pdf: This file is empty")
                .contains("good (1).pdf: This file is in the list already");
        assertThat(find(TextField.class).withLabel("Title").single().getValue()).isEqualTo("Diary");
        answer(find(Dialog.class).single(), "Add to the record");
        assertThat(screen()).contains("Diary");
        test(button("Add files…")).click();
        choose("again.pdf", good);
        assertThat(textOf(find(Dialog.class).single()))
                .contains("again.pdf: This file is on the patient's record already");
    }

    @Test
    @WithStaff("chiropractor")
    void aFileIsShownPageByPageInAFrameInWhichNothingRuns() {
        open(PatientTab.FILES.address(patient("Hana Sato")));
        test(button("Add files…")).click();
        choose("report.pdf", SmallFiles.pdfOf(3));
        fill(0, AttachmentKind.OUTSIDE_REPORT, "Report in three pages", "Valley Imaging");
        answer(find(Dialog.class).single(), "Add to the record");
        test(find(Button.class)
                        .withAttribute("aria-label", "Show Report in three pages")
                        .single())
                .click();
        var frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getElement().getAttribute("title")).isEqualTo("Report in three pages, page 1");
        assertThat(frame.getSrc()).isNotEmpty();
        assertThat(textOf(find(Dialog.class).single())).contains("Loading page");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskIsOfferedSignedFormsOnly() {
        open(PatientTab.FILES.address(patient("Hana Sato")));
        assertThat(screen()).contains("No signed forms yet");
        test(button("Add files…")).click();
        choose("consent.pdf", SmallFiles.pdf());
        var kind = kinds(0);
        assertThat(kind.getListDataView().getItems()).containsExactly(AttachmentKind.SIGNED_FORM);
        fill(0, AttachmentKind.SIGNED_FORM, "Consent, signed", "");
        answer(find(Dialog.class).single(), "Add to the record");
        assertThat(screen()).contains("Consent, signed", "Signed form");
    }

    private void choose(String name, byte[] content) {
        test(find(Upload.class).single()).upload(name, "application/pdf", content);
        roundTrip();
    }

    private void fill(int at, AttachmentKind kind, String title, String source) {
        kinds(at).setValue(kind);
        find(TextField.class).withLabel("Title").all().get(at).setValue(title);
        find(TextField.class).withLabel("Who made it").all().get(at).setValue(source);
        find(DatePicker.class).withLabel("Date").all().get(at).setValue(LocalDate.of(2026, 10, 1));
    }

    @SuppressWarnings("unchecked")
    private Select<AttachmentKind> kinds(int at) {
        return find(Select.class).withLabel("Kind").all().get(at);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.search(name)).stream()
                .filter(row -> row.name().equals(name))
                .map(PatientRow::id)
                .findFirst()
                .orElseThrow();
    }
}
