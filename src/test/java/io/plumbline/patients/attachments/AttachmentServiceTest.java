package io.plumbline.patients.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.SmallFiles;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on a patient's record: who reads and adds which, once each, whole, and never deleted. */
@StoreTest
class AttachmentServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    AttachmentService files;

    @Autowired
    AttachmentTimelineQuery timeline;

    @Autowired
    JdbcClient jdbc;

    @Value("${plumbline.files-dir}")
    Path store;

    @Test
    void whoTreatsThePatientAddsReadsAndDownloadsAllKinds() throws IOException {
        var patient = care.treated("Imaged");
        var content = SmallFiles.pdf();
        var id = add("therapist", patient, imaging("MRI lumbar spine"), content);
        assertThat(list("chiropractor", patient)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.title()).isEqualTo("MRI lumbar spine");
            assertThat(row.source()).isEqualTo("Valley Imaging");
            assertThat(row.mine()).isFalse();
            assertThat(row.formatAndSize()).isEqualTo("PDF, 1 KB");
        });
        assertThat(download("chiropractor", id)).isEqualTo(content);
        assertThat(download("chiropractor", id)).isEqualTo(content);
        assertThat(care.auditOf("attachment.added", patient)).isOne();
        assertThat(care.auditOf("attachment.downloaded", patient))
                .as("each time")
                .isEqualTo(2);
        assertThat(care.auditOf("attachment.listed", patient)).isOne();
        assertThat(told("chiropractor", patient)).contains("File added: MRI lumbar spine");
    }

    @Test
    void theFrontDeskReadsAndAddsOnlySignedFormsOfItsClinics() throws IOException {
        var patient = care.treated("Formed");
        var image = add("therapist", patient, imaging("X-ray"), SmallFiles.pdf());
        var form = add("westdesk", patient, form("Consent, signed"), SmallFiles.pdf());
        assertThat(list("westdesk", patient)).extracting(AttachmentRow::id).containsExactly(form);
        assertThat(list("therapist", patient)).extracting(AttachmentRow::id).containsExactlyInAnyOrder(form, image);
        assertThat(told("westdesk", patient))
                .contains("File added: Consent, signed")
                .doesNotContain("File added: X-ray");
        assertThatThrownBy(() -> download("westdesk", image)).isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> files.enterInError(image, 0, "It is not my own record")))
                .isInstanceOf(NotAvailable.class);
        assertThat(download("westdesk", form)).isNotEmpty();
        assertThatThrownBy(() -> add("westdesk", patient, imaging("X-ray"), SmallFiles.pdf()))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Only those who treat the patient");
    }

    @Test
    void whoHasNoRelationFindsNothing() {
        var patient = care.treated("Private");
        var id = add("therapist", patient, imaging("X-ray"), SmallFiles.pdf());
        for (var who : List.of("guesser", "eastdesk")) {
            assertThatThrownBy(() -> download(who, id)).as(who).isInstanceOf(NotAvailable.class);
            assertThatThrownBy(() -> receive(who, patient, SmallFiles.pdf()))
                    .as(who)
                    .isInstanceOf(NotAvailable.class);
        }
        assertThatThrownBy(() -> download("therapist", new AttachmentId(patient.value())))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theSameFileIsOnTheRecordOnceUntilItWasAnError() {
        var patient = care.treated("Twice");
        var content = SmallFiles.pdf();
        var id = add("therapist", patient, imaging("X-ray"), content);
        assertThatThrownBy(() -> receive("therapist", patient, content))
                .isInstanceOf(Refused.class)
                .hasMessage("This file is on the patient's record already");
        staff.doAs("therapist", () -> files.enterInError(id, 0, "Another patient's"));
        add("therapist", patient, imaging("X-ray again"), content);
        add("therapist", care.treated("Sister"), imaging("X-ray"), content);
    }

    @Test
    void addingTheSameReceivedFileAgainAddsNothing() {
        var patient = care.treated("Retried");
        var received = receive("therapist", patient, SmallFiles.pdf());
        var first = staff.as("therapist", () -> files.attach(patient, imaging("X-ray"), received));
        assertThat(staff.as("therapist", () -> files.attach(patient, imaging("X-ray"), received)))
                .isEqualTo(first);
        assertThat(list("therapist", patient)).hasSize(1);
    }

    @Test
    void aFileEnteredInErrorStaysReadableWithTheReason() throws IOException {
        var patient = care.treated("Mistaken");
        var content = SmallFiles.pdf();
        var id = add("therapist", patient, imaging("X-ray"), content);
        assertThatThrownBy(
                        () -> staff.doAs("therapist", () -> files.enterInError(id, 7, "Wrong from the beginning on")))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> files.enterInError(id, 0, " ")))
                .hasMessage("The reason is missing");
        staff.doAs("chiropractor", () -> files.enterInError(id, 0, "Of another patient"));
        assertThatThrownBy(() -> staff.doAs(
                        "therapist", () -> files.enterInError(id, 1, "Entered a second time by a colleague")))
                .hasMessage("This file was already marked as entered in error");
        assertThat(list("therapist", patient)).singleElement().satisfies(row -> assertThat(row.error())
                .extracting(AttachmentRow.InError::reason)
                .isEqualTo("Of another patient"));
        assertThat(download("therapist", id)).isEqualTo(content);
        assertThat(care.auditOf("attachment.entered-in-error", patient)).isOne();
    }

    @Test
    void anAlteredOrMissingFileIsRecordedAndRefused() throws IOException {
        var patient = care.treated("Altered");
        var id = add("therapist", patient, imaging("X-ray"), SmallFiles.pdf());
        var name = list("therapist", patient).getFirst().storedAs();
        var kept = store.resolve(name.substring(0, 2)).resolve(name);
        Files.write(kept, SmallFiles.pdf());
        assertThatThrownBy(() -> download("therapist", id))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This file is not as it was added");
        Files.delete(kept);
        assertThatThrownBy(() -> download("therapist", id))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The content of this file is missing");
        assertThat(jdbc.sql("select detail from audit_event where kind = 'attachment.not-as-added' and subject = ?"
                                + " order by at, id")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly("altered", "missing");
        assertThat(care.auditOf("attachment.downloaded", patient)).isZero();
    }

    @Test
    void whoReadsAFileIsShownItsPagesAndEachIsRecorded() throws IOException {
        var patient = care.treated("Shown");
        var id = add("therapist", patient, imaging("Report"), SmallFiles.pdfOf(2));
        var second = staff.as("chiropractor", () -> files.preview(id, 2));
        assertThat(second.page()).isEqualTo(2);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'attachment.previewed' and subject = ?")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly("page 2");
        assertThatThrownBy(() -> staff.as("guesser", () -> files.preview(id, 1)))
                .isInstanceOf(NotAvailable.class);
        var name = list("therapist", patient).getFirst().storedAs();
        Files.write(store.resolve(name.substring(0, 2)).resolve(name), SmallFiles.pdfOf(1));
        assertThatThrownBy(() -> staff.as("therapist", () -> files.preview(id, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This file is not as it was added");
    }

    @Test
    void whatIsSaidAboutAFileIsChecked() {
        var patient = care.treated("Checked");
        var received = receive("therapist", patient, SmallFiles.pdf());
        refuses(patient, received, new AttachmentDraft(AttachmentKind.OTHER, " ", "", care.today()), "title");
        refuses(patient, received, new AttachmentDraft(AttachmentKind.IMAGING, "X-ray", "", care.today()), "Who made");
        refuses(
                patient,
                received,
                new AttachmentDraft(
                        AttachmentKind.OTHER, "X-ray", "", care.today().plusDays(2)),
                "future");
        assertThatThrownBy(() -> receive("therapist", patient, SmallFiles.program()))
                .hasMessageStartingWith("This is a program");
        assertThatThrownBy(() -> receive("therapist", patient, new byte[0])).hasMessage("This file is empty");
        staff.doAs("therapist", () -> files.discard(received));
        assertThatThrownBy(() -> staff.as("therapist", () -> files.attach(patient, imaging("X-ray"), received)))
                .hasMessageStartingWith("This file was not saved in time");
        assertThat(list("therapist", patient)).isEmpty();
    }

    private void refuses(PatientId patient, ReceivedAttachment received, AttachmentDraft draft, String words) {
        assertThatThrownBy(() -> staff.as("therapist", () -> files.attach(patient, draft, received)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private AttachmentDraft imaging(String title) {
        return new AttachmentDraft(AttachmentKind.IMAGING, title, "Valley Imaging", LocalDate.of(2026, 10, 1));
    }

    private AttachmentDraft form(String title) {
        return new AttachmentDraft(AttachmentKind.SIGNED_FORM, title, "", LocalDate.of(2026, 11, 1));
    }

    private AttachmentId add(String who, PatientId patient, AttachmentDraft draft, byte[] content) {
        var received = receive(who, patient, content);
        return staff.as(who, () -> files.attach(patient, draft, received));
    }

    private ReceivedAttachment receive(String who, PatientId patient, byte[] content) {
        return staff.as(who, () -> {
            try {
                return files.receive(patient, new ByteArrayInputStream(content));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private byte[] download(String who, AttachmentId id) throws IOException {
        var file = staff.as(who, () -> {
            try {
                return files.download(id);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(file.fileName()).matches("(imaging|signed-form)-2026-1[01]-01\\.pdf");
        try (var content = file.content()) {
            return content.readAllBytes();
        }
    }

    private List<AttachmentRow> list(String who, PatientId patient) {
        return staff.as(who, () -> files.findByPatient(details(who, patient)));
    }

    private List<String> told(String who, PatientId patient) {
        return staff.as(who, () -> timeline.findEntries(details(who, patient))).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private PatientDetails details(String who, PatientId patient) {
        return staff.as(who, () -> patients.details(patient)).orElseThrow();
    }
}
