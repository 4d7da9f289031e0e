package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.documents.FileStore;
import io.plumbline.documents.SmallFiles;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.attachments.AttachmentDraft;
import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.patients.attachments.AttachmentKind;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.patients.related.RelatedDraft;
import io.plumbline.patients.related.RelatedKind;
import io.plumbline.patients.related.RelatedPersonService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole record of a patient as a file: what is in it, who gets it, and what the audit trail says of it. */
@StoreTest
@Tag("core")
class RecordExportServiceTest {
    private static final String[] NO_FILES = {"README.txt", "record.json", "record.pdf", "manifest.json", "SHA256SUMS"};
    private static final ExportReason COPY = new ExportReason(ExportReason.Kind.PATIENT_COPY, "");

    @Autowired
    RecordExportService exports;

    @Autowired
    AccessRequestService requests;

    @Autowired
    AttachmentService files;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMergeService merges;

    @Autowired
    RelatedPersonService related;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    FileStore store;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theArchiveHasTheRecordToReadAndToProcessTheFilesAndTheHashOfEach() throws IOException {
        var patient = care.treated("Exported");
        care.signIntake(patient, care.assessed("Stiff neck after a long flight"));
        care.activePlan(patient, "Neck care");
        care.signedNote(patient);
        attach(patient, "MRI of the neck");
        var archive = exported("chiropractor", patient);
        assertThat(archive.keySet())
                .containsExactly(
                        "README.txt",
                        "record.json",
                        "files/001-2026-10-01-imaging.pdf",
                        "record.pdf",
                        "manifest.json",
                        "SHA256SUMS");
        var record = json(archive, "record.json");
        assertThat(record.get("person").get(0).get("givenName").asString()).isEqualTo("Exported");
        assertThat(record.get("intakeNotes").get(0).get("complaint").asString())
                .isEqualTo("Stiff neck after a long flight");
        assertThat(record.get("treatmentPlans").get(0).get("reasonForCare").asString())
                .isEqualTo("Neck care");
        assertThat(record.get("treatmentPlans").get(0).get("revisions")).isNotEmpty();
        assertThat(record.get("sessionNotes")).hasSize(1);
        assertThat(record.get("sessionNotes").get(0).get("author").asString()).isEqualTo("therapist");
        assertThat(record.get("appointments")).isNotEmpty();
        var manifest = json(archive, "manifest.json");
        manifest.get("entries").values().forEach(entry -> assertThat(
                        entry.get("sha256").asString())
                .isEqualTo(DigestUtils.sha256Hex(archive.get(entry.get("name").asString()))));
        assertThat(manifest.get("entries")).hasSize(4);
        assertThat(manifest.get("leftOut").get("sessionNotesRestrictedToOthers").asInt())
                .isZero();
        assertThat(text(Objects.requireNonNull(archive.get("record.pdf"))))
                .contains(
                        "Stiff neck after a long flight",
                        "Neck care",
                        "Session note of",
                        "Left out",
                        "MRI of the neck");
    }

    @Test
    void theTrailHasTheReasonAndTheHashOfTheWholeFile() throws IOException {
        var patient = care.treated("Audited");
        var reason = new ExportReason(ExportReason.Kind.OTHER, "Asked for by the clinic's insurer");
        var out = new ByteArrayOutputStream();
        var sha256 = care.provenly("chiropractor", () -> {
            var export = exports.begin(patient, reason);
            return write(export, out, () -> false);
        });
        assertThat(DigestUtils.sha256Hex(out.toByteArray())).isEqualTo(sha256);
        assertThat(detail("record.export-started", patient)).contains("Asked for by the clinic's insurer");
        assertThat(detail("record.exported", patient)).contains("sha256 " + sha256, "OTHER");
    }

    @Test
    void aNoteThatIsRestrictedToOthersIsLeftOutAndCounted() throws IOException {
        var patient = care.treated("Restricted");
        var note = care.signedNote(patient);
        staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        var others = exported("chiropractor", patient);
        assertThat(json(others, "record.json").get("sessionNotes")).isEmpty();
        assertThat(json(others, "manifest.json")
                        .get("leftOut")
                        .get("sessionNotesRestrictedToOthers")
                        .asInt())
                .isOne();
        assertThat(json(exported("therapist", patient), "record.json").get("sessionNotes"))
                .hasSize(1);
    }

    @Test
    void aDraftAndWhatWasEnteredInErrorAreLeftOutAndCounted() throws IOException {
        var patient = care.treated("Left Out");
        var file = attach(patient, "Of another patient");
        staff.doAs("therapist", () -> files.enterInError(file, 0, "Of another patient"));
        care.draftPlan(patient, "Not yet", group.west, care.today());
        var archive = exported("chiropractor", patient);
        assertThat(archive.keySet()).containsExactly(NO_FILES);
        assertThat(json(archive, "record.json").get("treatmentPlans")).isEmpty();
        var leftOut = json(archive, "manifest.json").get("leftOut");
        assertThat(leftOut.get("enteredInError").asInt()).isOne();
        assertThat(leftOut.get("drafts").asInt()).isOne();
    }

    @Test
    void aFileThatIsNotAsItWasAddedIsLeftOutAndNamed() throws IOException {
        var patient = care.treated("Altered");
        var file = attach(patient, "X-ray");
        var stored = jdbc.sql("select stored_as from patient_attachment where id = ?")
                .param(Ids.bytes(file.value()))
                .query(String.class)
                .single();
        Files.writeString(store.pathOf(stored), "altered");
        var archive = exported("therapist", patient);
        assertThat(archive.keySet()).containsExactly(NO_FILES);
        assertThat(json(archive, "manifest.json")
                        .get("files")
                        .get(0)
                        .get("leftOut")
                        .asString())
                .isEqualTo("altered");
        assertThat(care.auditOf("record.file-left-out", patient)).isOne();
    }

    @Test
    void onlyWhoTreatsThePatientExportsAndProvesWhoTheyAre() {
        var patient = care.treated("Private");
        assertThatThrownBy(() -> care.asProven("guesser", () -> exports.begin(patient, COPY)))
                .isInstanceOf(NotAvailable.class);
        care.asProven(
                "guesser",
                () -> breakGlass.open(
                        OperationId.next(), patient, new BreakGlassReason("Emergency, nobody else is here")));
        assertThatThrownBy(() -> care.asProven("guesser", () -> exports.begin(patient, COPY)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Break-glass access does not cover an export");
        assertThatThrownBy(() -> staff.as("therapist", () -> exports.begin(patient, COPY)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        for (var who : new String[] {"manager", "westdesk", "auditor"}) {
            assertThatThrownBy(() -> staff.as(who, () -> exports.begin(patient, COPY)))
                    .as(who)
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(care.auditOf("record.export-started", patient)).isZero();
    }

    @Test
    void aReasonInWordsIsAskedForAnotherReason() {
        for (var words : new String[] {"too short", "aaaaaaaaaaaaaaaaaaaaaa"}) {
            assertThatThrownBy(() -> new ExportReason(ExportReason.Kind.OTHER, words))
                    .isInstanceOf(Refused.class)
                    .hasMessage("The reason needs at least 15 letters: explain it in a few words");
        }
        assertThat(new ExportReason(ExportReason.Kind.LEGAL, " ").shown()).isEqualTo("Legal request");
    }

    @Test
    void aCanceledExportEndsAndIsOnRecord() {
        var patient = care.treated("Canceled");
        var seen = new ArrayList<Long>();
        care.asProven("therapist", () -> {
            var export = exports.begin(patient, COPY);
            assertThatThrownBy(() -> exports.prepare(export, (done, all) -> seen.add(done), () -> !seen.isEmpty()))
                    .isInstanceOf(ExportCanceled.class);
        });
        assertThat(seen).hasSize(1);
        assertThat(care.auditOf("record.export-not-finished", patient)).isOne();
        assertThat(care.auditOf("record.exported", patient)).isZero();
    }

    @Test
    void theAccessRequestHasEveryNoteAndIsFulfilledAfterTheExport() throws IOException {
        var patient = care.treated("Requested");
        var note = care.signedNote(patient);
        staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        var number = staff.as(
                "manager", () -> patients.details(patient).orElseThrow().number());
        var draft = new AccessRequestDraft(number, "Herself", "License seen", LocalDate.of(2026, 11, 20));
        var id = staff.as("auditor", () -> requests.register(draft));
        var row = staff.as("auditor", () -> requests.find(id));
        assertThat(row.patientNumber()).isEqualTo(number);
        assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThatThrownBy(
                        () -> staff.doAs("auditor", () -> requests.fulfill(id, row.version(), care.today(), "By hand")))
                .isInstanceOf(Refused.class)
                .hasMessage("Export the record first");
        assertThatThrownBy(() -> staff.as("auditor", () -> requests.begin(id)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        var out = new ByteArrayOutputStream();
        care.asProven("auditor", () -> {
            var export = requests.begin(id);
            try {
                requests.send(id, requests.prepare(id, export, (done, all) -> {}, () -> false), out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        assertThat(json(unpacked(out.toByteArray()), "record.json").get("sessionNotes"))
                .hasSize(1);
        var exported = staff.as("auditor", () -> requests.find(id));
        assertThat(exported.exportSha256()).isEqualTo(DigestUtils.sha256Hex(out.toByteArray()));
        staff.doAs("auditor", () -> requests.fulfill(id, exported.version(), care.today(), "By hand"));
        assertThat(staff.as("auditor", () -> requests.find(id)).isOpen()).isFalse();
        assertThat(care.auditOf("access-request.registered", patient)).isOne();
        assertThat(care.auditOf("access-request.closed", patient)).isOne();
        assertThatThrownBy(() -> care.asProven("auditor", () -> requests.begin(id)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void openRequestsStandFirstByTheDayTheyAreDue() {
        var patient = care.treated("Listed");
        var number = staff.as(
                "manager", () -> patients.details(patient).orElseThrow().number());
        staff.doAs("auditor", () -> {
            var late =
                    requests.register(new AccessRequestDraft(number, "First", "License", LocalDate.of(2026, 11, 10)));
            var denied =
                    requests.register(new AccessRequestDraft(number, "Second", "License", LocalDate.of(2026, 11, 1)));
            var early =
                    requests.register(new AccessRequestDraft(number, "Third", "License", LocalDate.of(2026, 11, 2)));
            requests.deny(denied, 0, "Not the personal representative");
            assertThat(requests.list())
                    .extracting(AccessRequestRow::id)
                    .filteredOn(Set.of(late, denied, early)::contains)
                    .containsExactly(early, late, denied);
            assertThatThrownBy(() -> requests.register(
                            new AccessRequestDraft("P-999999999", "Nobody", "License", LocalDate.of(2026, 11, 2))))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("No patient has this number");
        });
    }

    @Test
    void aMergedPatientIsNamedByAllNumbersAndTheExportHasAllRecords() throws IOException {
        var kept = care.treated("Kept");
        var merged = care.treated("Merged");
        care.signedNote(merged);
        var first = number(kept);
        var second = number(merged);
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        var id = staff.as(
                "auditor",
                () -> requests.register(
                        new AccessRequestDraft(second, "Herself", "License seen", LocalDate.of(2026, 11, 20))));
        var row = staff.as("auditor", () -> requests.find(id));
        assertThat(row.numbers()).isEqualTo(first + ", merged with " + second);
        assertThat(staff.as("auditor", requests::list))
                .filteredOn(one -> one.id().equals(id))
                .extracting(AccessRequestRow::numbers)
                .containsExactly(first + ", merged with " + second);
        var archive = exported("therapist", kept);
        assertThat(new String(archive.get("README.txt"), StandardCharsets.UTF_8))
                .contains("The record of patient " + first + ", " + second);
        assertThat(text(Objects.requireNonNull(archive.get("record.pdf")))).contains(first + ", " + second);
        assertThat(json(archive, "manifest.json").get("patientNumbers")).hasSize(2);
        assertThat(json(archive, "record.json").get("sessionNotes")).hasSize(1);
        for (var record : List.of(kept, merged)) {
            assertThat(care.auditOf("record.export-started", record)).isOne();
            assertThat(care.auditOf("record.exported", record)).isOne();
        }
        care.asProven("auditor", () -> requests.begin(id));
        for (var record : List.of(kept, merged)) {
            assertThat(care.auditOf("access-request.export-begun", record)).isOne();
        }
    }

    @Test
    void relatedPersonsAreInTheRecordAndPatientsAmongThemHaveANumberAlone() throws IOException {
        var kept = care.treated("Kept Child");
        var merged = care.treated("Merged Child");
        var mother = care.patient("Motherly", group.west);
        var hidden = care.treated("Hidden");
        related(merged, new RelatedDraft(RelatedKind.GUARDIAN, null, "PAT", new PhoneNumber("+16025550166")));
        related(kept, new RelatedDraft(RelatedKind.PARENT, mother, "", null));
        related(hidden, new RelatedDraft(RelatedKind.SPOUSE, kept, "", null));
        related(merged, new RelatedDraft(RelatedKind.OTHER, kept, "", null));
        staff.doAs("chiropractor", () -> sensitive.mark(hidden, Set.of(), "Works at the clinic"));
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same child, same mother"));
        var number = number(mother);

        var archive = exported("therapist", kept);
        var persons = json(archive, "record.json").get("relatedPersons");
        assertThat(persons).hasSize(2);
        assertThat(values(persons.get(0)))
                .isEqualTo(Map.of("relation", "Guardian", "name", "PAT", "phone", "+16025550166"));
        assertThat(values(persons.get(1))).isEqualTo(Map.of("relation", "Parent", "patientNumber", number));
        assertThat(text(Objects.requireNonNull(archive.get("record.pdf"))))
                .contains("Related persons", "Guardian", "PAT", number)
                .doesNotContain("Motherly", numberOf(hidden));

        assertThat(json(exported("chiropractor", kept), "record.json").get("relatedPersons"))
                .as("named for the sensitive patient")
                .extracting(RecordExportServiceTest::values)
                .contains(Map.of("relation", "Spouse", "patientNumber", numberOf(hidden)));
        assertThat(json(exported("chiropractor", mother), "record.json").get("relatedPersons"))
                .as("the relation in return, by the number under which the merged records are read")
                .extracting(RecordExportServiceTest::values)
                .containsExactly(Map.of("relation", "Child", "patientNumber", number(kept)));
        assertThat(json(requested(kept), "record.json").get("relatedPersons"))
                .as("for an access request")
                .extracting(RecordExportServiceTest::values)
                .contains(Map.of("relation", "Parent", "patientNumber", number))
                .hasSize(3);
    }

    private void related(PatientId patient, RelatedDraft draft) {
        staff.doAs("manager", () -> related.add(patient, draft));
    }

    private static Map<String, String> values(JsonNode row) {
        var values = new LinkedHashMap<String, String>();
        row.properties().stream()
                .filter(one -> !one.getKey().equals("id"))
                .forEach(one -> values.put(one.getKey(), one.getValue().asString()));
        return values;
    }

    private Map<String, byte[]> requested(PatientId patient) throws IOException {
        var out = new ByteArrayOutputStream();
        var number = number(patient);
        var id = staff.as(
                "auditor",
                () -> requests.register(
                        new AccessRequestDraft(number, "Herself", "License seen", LocalDate.of(2026, 11, 20))));
        care.asProven("auditor", () -> {
            var export = requests.begin(id);
            try {
                requests.send(id, requests.prepare(id, export, (done, all) -> {}, () -> false), out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return unpacked(out.toByteArray());
    }

    private String numberOf(PatientId patient) {
        return jdbc.sql("select concat('P-', patient_number) from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .single();
    }

    private String number(PatientId patient) {
        return staff.as("manager", () -> patients.details(patient).orElseThrow().number());
    }

    private AttachmentId attach(PatientId patient, String title) {
        return staff.as("therapist", () -> {
            try {
                var received = files.receive(patient, new ByteArrayInputStream(SmallFiles.pdf()));
                return files.attach(
                        patient,
                        new AttachmentDraft(AttachmentKind.IMAGING, title, "Imaging", LocalDate.of(2026, 10, 1)),
                        received);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private Map<String, byte[]> exported(String who, PatientId patient) throws IOException {
        var out = new ByteArrayOutputStream();
        care.asProven(who, () -> write(exports.begin(patient, COPY), out, () -> false));
        return unpacked(out.toByteArray());
    }

    private String write(RecordExport export, ByteArrayOutputStream out, BooleanSupplier isCanceled) {
        try {
            var prepared = exports.prepare(export, (done, all) -> {}, isCanceled);
            exports.send(prepared, out);
            assertThat(prepared.folder()).doesNotExist();
            return prepared.sha256();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static JsonNode json(Map<String, byte[]> archive, String name) {
        return JsonMapper.shared().readTree(archive.get(name));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String detail(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .single();
    }
}
