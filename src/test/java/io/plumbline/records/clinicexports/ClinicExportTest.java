package io.plumbline.records.clinicexports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.documents.FileStore;
import io.plumbline.documents.SmallFiles;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.records.disclosures.DisclosureRow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything of a clinic gets out, to one recipient, once two people agreed, and all of it is on record. */
@StoreTest
@OnMySql("an export is one snapshot, and MySQL takes it and reads its rows in another way than H2")
class ClinicExportTest {
    private static final String RECIPIENT = "Another Product Inc.";

    @Autowired
    ClinicExportService exports;

    @Autowired
    ClinicExportReleaseService releases;

    @Autowired
    ClinicExportRunService runs;

    @Autowired
    DisclosureService disclosures;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    FileStore files;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableOfTheStoreIsInAnExportOrLeftOutForAReason() {
        var tables = new TreeSet<>(jdbc.sql("""
                        select lower(table_name) from information_schema.tables where lower(table_schema) in
                        (lower(database()), 'public') and table_type in ('BASE TABLE', 'TABLE')""").query(String.class).list());
        tables.removeIf(table -> table.startsWith("ht_") || table.startsWith("hte_"));
        // the portal's user on MySQL does not see it
        tables.add("flyway_schema_history");
        var exported = ExportedTables.all().stream().map(ExportedTable::name).collect(Collectors.toSet());
        var known = new TreeSet<>(exported);
        known.addAll(ExportedTables.leftOut().keySet());
        assertThat(known)
                .as(
                        "A new table needs a line in ExportedTables: which of its rows are a clinic's, or why is it left out?")
                .isEqualTo(tables);
        assertThat(exported)
                .doesNotContainAnyElementsOf(ExportedTables.leftOut().keySet());
    }

    @Test
    void noSecretIsInAnExportAndNoColumnIsLeftOutThatDoesNotExist() {
        for (var table : ExportedTables.all()) {
            var columns = columns(table.name());
            assertThat(columns).as(table.name()).containsAll(table.without());
            columns.removeAll(table.without());
            assertThat(columns)
                    .as(table.name())
                    .noneMatch(column -> column.contains("token")
                            || column.contains("password")
                            || column.contains("secret")
                            || column.contains("pin_hash"));
        }
    }

    @Test
    void aReaderLoadsTheFileAndCountsEveryRowAgain() throws Exception {
        var patient = careFor("Quincy");
        var file = SmallFiles.pdfOf(1);
        attach(patient, file);
        var other = group.own("xo");
        group.patient("Zebulon", TestGroup.familyName(), other.id(), other.manager());
        var hidden = group.patient("Hidden", TestGroup.familyName(), group.west);
        staff.doAs("auditor", () -> sensitive.mark(hidden, Set.of(), "Works at the clinic"));
        var keys = ExportReader.Keys.made();
        var id = released(group.west, "manager", keys);

        make();
        var row = staff.as("manager", () -> exports.find(id));
        var reader = ExportReader.of(downloaded(id, "manager"), keys);

        reader.assertThatEachChecksumHolds();
        assertThat(reader.tables().keySet())
                .isEqualTo(ExportedTables.all().stream()
                        .map(ExportedTable::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (var table : ExportedTables.all()) {
            var inStore = jdbc.sql(table.count())
                    .param("export", Ids.bytes(id.value()))
                    .param("clinic", Ids.bytes(group.west.value()))
                    .query(Long.class)
                    .single();
            assertThat(reader.tables()).as(table.name()).containsEntry(table.name(), inStore);
            assertThat(reader.rows(table.name())).as(table.name()).hasSize(inStore.intValue());
            assertThat(reader.cells(table.name())).as(table.name()).hasSize(inStore.intValue() + 1);
        }
        assertThat(reader.rows("session_note").toString())
                .contains(patient.value().toString());
        assertThat(reader.rows("patient").toString()).contains("Quincy", "Hidden");
        assertThat(reader.rows("intake_note").get(0).get("complaint").asString())
                .isEqualTo("Complaint " + TestCare.STRANGE);
        assertThat(reader.text()).doesNotContain("Zebulon");
        assertThat(reader.rows("clinic").get(0).get("zone").asString()).isEqualTo("America/Phoenix");
        var attached = reader.manifest().get("files").get(0);
        assertThat(reader.entry(attached.get("name").asString())).isEqualTo(file);
        assertThat(attached.get("isAsAdded").asBoolean()).isTrue();
        assertThat(row.contents()).contains("session note", "1 file").doesNotContain("Quincy");
    }

    @Test
    void aFileThatIsGoneOrChangedIsNamedInTheManifest() throws Exception {
        var own = group.own("xf");
        var gone = group.patient("Gone", TestGroup.familyName(), own.id(), own.manager());
        var stored = attach(gone, SmallFiles.pdfOf(1));
        var changed = attach(gone, SmallFiles.pdfOf(1));
        Files.delete(files.pathOf(stored));
        Files.writeString(files.pathOf(changed), "overwritten");
        var keys = ExportReader.Keys.made();
        var id = released(own.id(), own.manager(), keys);
        make();
        var reader = ExportReader.of(downloaded(id, own.manager()), keys);
        assertThat(reader.manifest().get("missingFiles")).hasSize(1);
        assertThat(reader.manifest().get("files").get(0).get("isAsAdded").asBoolean())
                .isFalse();
        assertThat(staff.as(own.manager(), () -> exports.find(id)).contents()).contains("1 missing in the portal");
    }

    @Test
    void aRecordThatWasMergedAtAnotherClinicIsInTheFileAndInTheRegister() throws Exception {
        var own = group.own("xw");
        var other = group.own("xv");
        var kept = group.patient("Kept", TestGroup.familyName(), own.id(), own.manager());
        var merged = group.patient("Merged", TestGroup.familyName(), other.id(), other.manager());
        for (var one : List.of(kept, merged)) {
            jdbc.sql("insert into patient_read_as (patient_id, read_as_id) values (?, ?)")
                    .params(Ids.bytes(one.value()), Ids.bytes(kept.value()))
                    .update();
        }
        var keys = ExportReader.Keys.made();
        var id = released(own.id(), own.manager(), keys);
        make();
        assertThat(ExportReader.of(downloaded(id, own.manager()), keys)
                        .rows("patient")
                        .toString())
                .contains("Kept", "Merged");
        assertThat(disclosedOf(merged)).hasSize(1);
    }

    @Test
    void aOneTimeLinkThatStillWorksIsNotInTheFile() throws Exception {
        var own = group.own("xy");
        for (var template : List.of("one-time link", "reminder")) {
            jdbc.sql("""
                            insert into outbox_mail (id, about, clinic_id, template, recipient, subject, body, state, attempts,
                                next_try_at, reason, written_at, written_by)
                            values (?, ?, ?, ?, 'a@example.org', 'Your visit', ?, 'FAILED', 1, '2026-11-01 10:00:00', '',
                                '2026-11-01 10:00:00', ?)""")
                    .params(
                            Ids.bytes(Ids.next()),
                            Ids.bytes(Ids.next()),
                            Ids.bytes(own.id().value()),
                            template,
                            "The text of " + template,
                            Ids.bytes(group.therapist.value()))
                    .update();
        }
        var keys = ExportReader.Keys.made();
        var id = released(own.id(), own.manager(), keys);
        make();
        assertThat(ExportReader.of(downloaded(id, own.manager()), keys).text())
                .contains("The text of reminder")
                .doesNotContain("The text of one-time link");
    }

    @Test
    void aFileThatIsGoneIsNotDisclosed() throws Exception {
        var own = group.own("xz");
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        var stored = jdbc.sql("select stored_as from clinic_export where id = ?")
                .param(Ids.bytes(id.value()))
                .query(String.class)
                .single();
        files.delete(stored);
        assertThatThrownBy(() -> care.asProven(own.manager(), () -> exports.download(id)))
                .hasMessageContaining("The file is no longer there");
        assertThat(jdbc.sql("select count(*) from clinic_export where id = ? and disclosed_on is not null")
                        .param(Ids.bytes(id.value()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherKeyDoesNotOpenTheFile() throws Exception {
        var own = group.own("xk");
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        var file = downloaded(id, own.manager());
        assertThatThrownBy(() -> ExportReader.of(file, ExportReader.Keys.made()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void nothingIsMadeBeforeThePrivacyOfficerReleasesIt() throws Exception {
        var own = group.own("xr");
        var id = asked(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.ASKED);
        assertThatThrownBy(() -> care.asProven(own.manager(), () -> exports.download(id)))
                .hasMessageContaining("waiting for the privacy officer");
        staff.doAs("auditor", () -> releases.decline(id, version(id), "Nobody told me about this export"));
        make();
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.DECLINED);
        assertThatThrownBy(() -> care.asProven("auditor", () -> releases.release(id, version(id))))
                .hasMessageContaining("decided already");
    }

    @Test
    void askingReleasingAndDownloadingEachNeedAProof() throws Exception {
        var own = group.own("xi");
        var keys = ExportReader.Keys.made();
        assertThatThrownBy(() -> staff.doAs(own.manager(), () -> exports.ask(draft(own.id(), keys))))
                .isInstanceOf(ProofNeeded.class);
        var id = asked(own.id(), own.manager(), keys);
        assertThatThrownBy(() -> staff.doAs("auditor", () -> releases.release(id, version(id))))
                .isInstanceOf(ProofNeeded.class);
        care.asProven("auditor", () -> releases.release(id, version(id)));
        make();
        assertThatThrownBy(() -> staff.doAs(own.manager(), () -> exports.download(id)))
                .isInstanceOf(ProofNeeded.class);
    }

    @Test
    void onlyAPrivacyOfficerWhoIsAloneReleasesTheirOwnExport() throws Exception {
        var mine = ClinicExport.asked(draft(group.west, ExportReader.Keys.made()), group.therapist, clock.instant());
        assertThatThrownBy(() -> mine.release(false, group.therapist, clock.instant()))
                .hasMessage("You asked for this export, so another privacy officer has to release it");
        mine.release(true, group.therapist, clock.instant());
        assertThat(mine.status()).isEqualTo(ClinicExportStatus.RELEASED);
    }

    @Test
    void whoDoesNotManageTheClinicAndWhoDidNotAskGetsNothing() throws Exception {
        var own = group.own("xn");
        var other = group.own("xm");
        group.account("second-xn", Role.MANAGER, own.id());
        var keys = ExportReader.Keys.made();
        assertThatThrownBy(() -> care.asProven(other.manager(), () -> exports.ask(draft(own.id(), keys))))
                .isInstanceOf(NotAvailable.class);
        var id = released(own.id(), own.manager(), keys);
        make();
        assertThatThrownBy(() -> staff.doAs(other.manager(), () -> exports.find(id)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> care.asProven(other.manager(), () -> exports.download(id)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> care.asProven("second-xn", () -> exports.download(id)))
                .as("of the same clinic, but somebody else asked")
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as(other.manager(), () -> exports.list(null, 10))).isEmpty();
        assertThat(staff.as("second-xn", () -> exports.list(null, 10)))
                .extracting(ClinicExportRow::id)
                .containsExactly(id);
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWasAndIsOneDownload() throws Exception {
        var own = group.own("xd");
        group.patient("Bytes", TestGroup.familyName(), own.id(), own.manager());
        var keys = ExportReader.Keys.made();
        var id = released(own.id(), own.manager(), keys);
        make();
        var got = new ByteArrayOutputStream();
        var file = care.provenly(own.manager(), () -> exports.download(id));
        assertThatThrownBy(() -> send(own.manager(), file, 0, new BreaksOff(got, 1000)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.READY);
        // only the end, without what is missing between
        send(own.manager(), file, file.bytes() - 10, new ByteArrayOutputStream());
        assertThat(statusOf(id)).as("not all of it has arrived").isEqualTo(ClinicExportStatus.READY);
        send(own.manager(), file, 0, new ByteArrayOutputStream(), 2000);
        send(own.manager(), file, got.size(), got);
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.DOWNLOADED);
        assertThat(got.size()).isEqualTo((int) file.bytes());
        ExportReader.of(got.toByteArray(), keys).assertThatEachChecksumHolds();
        assertThat(files.pathOf(file.storedAs())).doesNotExist();
        assertThatThrownBy(() -> care.asProven(own.manager(), () -> exports.download(id)))
                .hasMessageContaining("downloaded already");
    }

    @Test
    void aFileThatNobodyDownloadsWithinADayIsDeleted() throws Exception {
        var own = group.own("xe");
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        var file = care.provenly(own.manager(), () -> exports.download(id));
        clock.pass(Duration.ofHours(24));
        assertThatThrownBy(() -> send(own.manager(), file, 0, new ByteArrayOutputStream()))
                .hasMessageContaining("not downloaded in time");
        make();
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.EXPIRED);
        assertThat(files.pathOf(file.storedAs())).doesNotExist();
    }

    @Test
    void whatWasCanceledIsNotMadeAndAMadeFileIsDeleted() throws Exception {
        var own = group.own("xc");
        var early = released(own.id(), own.manager(), ExportReader.Keys.made());
        staff.doAs(own.manager(), () -> exports.cancel(early, version(early), "Not needed any more by us"));
        make();
        assertThat(statusOf(early)).isEqualTo(ClinicExportStatus.CANCELED);
        var late = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        var file = care.provenly(own.manager(), () -> exports.download(late));
        assertThat(files.pathOf(file.storedAs())).exists();
        staff.doAs("auditor", () -> releases.cancel(late, version(late), "The wrong recipient was chosen"));
        assertThat(files.pathOf(file.storedAs())).doesNotExist();
        assertThatThrownBy(() -> send(own.manager(), file, 0, new ByteArrayOutputStream()))
                .hasMessageContaining("canceled");
    }

    @Test
    void anExportThatAnotherNodeMakesIsLeftToItUntilThatNodeIsSilent() throws Exception {
        var own = group.own("xl");
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        jdbc.sql("update clinic_export set maker_id = ?, working_at = ? where id = ?")
                .params(Ids.bytes(Ids.next()), Utc.of(clock.instant()), Ids.bytes(id.value()))
                .update();
        make();
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.RELEASED);
        clock.pass(Duration.ofMinutes(6));
        make();
        assertThat(statusOf(id)).isEqualTo(ClinicExportStatus.READY);
    }

    @Test
    void theRegisterAndTheReportOfEachPatientHaveTheExportOnceItIsDownloaded() throws Exception {
        var own = group.own("xg");
        var inside = group.patient("Inside", TestGroup.familyName(), own.id(), own.manager());
        var outside = group.patient("Outside", TestGroup.familyName(), group.west);
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        assertThat(disclosedOf(inside)).isEmpty();
        downloaded(id, own.manager());
        assertThat(disclosedOf(inside)).singleElement().satisfies(row -> {
            assertThat(row.recipient()).isEqualTo(RECIPIENT);
            assertThat(row.isClinicExport()).isTrue();
            assertThat(row.patientNumber()).startsWith("All patients of ");
        });
        assertThat(disclosedOf(outside)).isEmpty();
        assertThat(care.provenly("auditor", () -> disclosures.report(number(inside), "The patient asked"))
                        .rows())
                .extracting(DisclosureRow::recipient)
                .containsExactly(RECIPIENT);
        assertThat(staff.as("auditor", () -> disclosures.list("", null, 500)))
                .extracting(row -> row.id().value())
                .contains(id.value());
    }

    @Test
    void eachStepIsInTheTrailAndNamesNoPatient() throws Exception {
        var own = group.own("xt");
        group.patient("Traced", TestGroup.familyName(), own.id(), own.manager());
        var id = released(own.id(), own.manager(), ExportReader.Keys.made());
        make();
        downloaded(id, own.manager());
        var trail = jdbc.sql("select kind, detail from audit_event where subject = ? order by seq")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
        assertThat(trail.stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "clinic-export.asked",
                        "clinic-export.released",
                        "clinic-export.made",
                        "clinic-export.download-started",
                        "clinic-export.downloaded");
        assertThat(trail.toString()).contains(RECIPIENT, "SHA-256").doesNotContain("Traced");
    }

    @Test
    void thePrivacyOfficerReadsWhichSensitivePatientsAreInTheFile() throws Exception {
        var own = group.own("xs");
        var hidden = group.patient("Hidden", TestGroup.familyName(), own.id(), own.manager());
        staff.doAs("auditor", () -> sensitive.mark(hidden, Set.of(), "Works at the clinic"));
        var id = asked(own.id(), own.manager(), ExportReader.Keys.made());
        assertThat(staff.as("auditor", () -> releases.sensitivePatients(id))).containsExactly(number(hidden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "age1",
                "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
                "AGE1LGGYHQMQJQZEHQFG6ZP0Q8X",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"
            })
    void whatIsNoPublicKeyIsRefusedAtItsField(String typed) {
        assertThatThrownBy(() -> care.asProven(
                        "manager",
                        () -> exports.ask(
                                new ClinicExportDraft(group.east, "Move to another product", RECIPIENT, typed))))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::field)
                .isEqualTo(ClinicExportField.KEY);
    }

    @Test
    void aSecretKeyIsRefusedWithWhatToDo() throws Exception {
        var secret = ExportReader.Keys.made().identity();
        assertThatThrownBy(() -> care.asProven(
                        "manager",
                        () -> exports.ask(
                                new ClinicExportDraft(group.east, "Move to another product", RECIPIENT, secret))))
                .hasMessageContaining("This is the secret key")
                .hasMessageNotContaining(secret);
    }

    @Test
    void aSecondExportOfAClinicWaitsForTheFirst() throws Exception {
        var own = group.own("xa");
        asked(own.id(), own.manager(), ExportReader.Keys.made());
        assertThatThrownBy(() -> asked(own.id(), own.manager(), ExportReader.Keys.made()))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::field)
                .isEqualTo(ClinicExportField.CLINIC);
    }

    private ClinicExportDraft draft(ClinicId clinic, ExportReader.Keys keys) {
        return new ClinicExportDraft(clinic, "A move to another product", RECIPIENT, keys.recipient());
    }

    private ClinicExportId asked(ClinicId clinic, String manager, ExportReader.Keys keys) {
        return care.provenly(manager, () -> exports.ask(draft(clinic, keys)));
    }

    private ClinicExportId released(ClinicId clinic, String manager, ExportReader.Keys keys) {
        var id = asked(clinic, manager, keys);
        care.asProven("auditor", () -> releases.release(id, version(id)));
        return id;
    }

    private void make() {
        staff.as("system", runs::run);
    }

    private byte[] downloaded(ClinicExportId id, String manager) {
        var file = care.provenly(manager, () -> exports.download(id));
        var out = new ByteArrayOutputStream();
        send(manager, file, 0, out);
        assertThat(out.size()).isEqualTo((int) file.bytes());
        return out.toByteArray();
    }

    private void send(String manager, ClinicExportFile file, long from, OutputStream out) {
        staff.doAs(manager, () -> {
            try {
                exports.send(file, from, out);
            } catch (IOException brokeOff) {
                throw new UncheckedIOException(brokeOff);
            }
        });
    }

    /** Sends it to a receiver that breaks off after some bytes. */
    private void send(String manager, ClinicExportFile file, long from, ByteArrayOutputStream out, int most) {
        assertThatThrownBy(() -> send(manager, file, from, new BreaksOff(out, most)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static final class BreaksOff extends OutputStream {
        private final ByteArrayOutputStream got;
        private final int most;

        BreaksOff(ByteArrayOutputStream got, int most) {
            this.got = got;
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            if (got.size() == most) {
                throw new IOException("The receiver is gone");
            }
            got.write(one);
        }
    }

    private PatientId careFor(String name) {
        var patient = care.treated(name);
        care.signIntake(patient, care.assessed("Complaint " + TestCare.STRANGE));
        care.activePlan(patient, "Care of the back");
        care.earlierNote(patient);
        return patient;
    }

    /** Returns the name of the file in the store. */
    private String attach(PatientId patient, byte[] content) throws IOException {
        var received = files.receive(new ByteArrayInputStream(content), 1 << 20);
        files.keep(received);
        jdbc.sql("""
                        insert into patient_attachment (id, version, patient_id, clinic_id, kind, title, source, dated_on,
                            format, bytes, sha256, stored_as, added_at, added_by)
                        select ?, 0, p.patient_id, p.clinic_id, 'IMAGING', 'MRI', 'Imaging', '2026-11-01', 'PDF', ?, ?, ?,
                            '2026-11-01 10:00:00', ? from patient_clinic p where p.patient_id = ? limit 1""")
                .params(
                        Ids.bytes(Ids.next()),
                        received.bytes(),
                        received.sha256(),
                        received.storedAs(),
                        Ids.bytes(group.therapist.value()),
                        Ids.bytes(patient.value()))
                .update();
        return received.storedAs();
    }

    private List<DisclosureRow> disclosedOf(PatientId patient) {
        var number = number(patient);
        return staff.as("auditor", () -> disclosures.list(number, null, 10));
    }

    private String number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
    }

    private long version(ClinicExportId id) {
        return staff.as("auditor", () -> releases.find(id)).version();
    }

    private ClinicExportStatus statusOf(ClinicExportId id) {
        return staff.as("auditor", () -> releases.find(id)).status();
    }

    private Set<String> columns(String table) {
        return jdbc.sql("""
                        select lower(column_name) from information_schema.columns
                        where lower(table_name) = ? and lower(table_schema) in (lower(database()), 'public')""").param(table.toLowerCase(Locale.ROOT)).query(String.class).list().stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
