package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The privacy officer reads a record by break-glass access: with a reason, for an hour, on record, reviewed by others. */
@StoreTest
class RecordReadingServiceTest {
    @Autowired
    RecordReadingService readings;

    @Autowired
    NotePrivacyService privacy;

    @Autowired
    IdentityService identity;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allSignedEntriesAreReadARestrictedNoteToo() {
        var patient = care.treated("Complained");
        care.signIntake(patient, care.assessed("Pain after the last visit"));
        var note = care.signedNote(patient);
        staff.doAs("therapist", () -> privacy.change(note, -1, NotePrivacy.NAMED, Set.of()));
        care.draftPlan(patient, "Not signed", group.west, care.today());
        assertThat(found(patient)).as("without a reason").isEmpty();
        begin(patient);
        var reading = found(patient).getFirst();
        assertThat(reading.name()).startsWith("Complained");
        assertThat(reading.drafts()).isOne();
        assertThat(reading.sections())
                .extracting(RecordReading.Section::title)
                .contains("Person", "Intake notes", "Session notes")
                .doesNotContain("Treatment plans", "Referrals");
        assertThat(facts(patient, "intakeNotes")).contains("Pain after the last visit");
        assertThat(facts(patient, "sessionNotes")).contains("therapist");
        assertThat(kinds(patient)).contains("opening.begun", "record.opened", "record.section-read");
    }

    @Test
    void longSectionsAreReadPageByPage() {
        var patient = care.treated("Long");
        begin(patient);
        for (int i = 0; i < 23; i++) {
            jdbc.sql("""
                    insert into patient_alert (id, patient_id, kind, words, audience, starts_on, added_at, added_by, version)
                    values (?, ?, 'OTHER', ?, 'EVERYBODY', '2026-11-24', localtimestamp(3), ?, 0)""")
                    .params(
                            Ids.bytes(Ids.next()),
                            Ids.bytes(patient.value()),
                            "Alert " + i,
                            Ids.bytes(group.therapist.value()))
                    .update();
        }
        var first = staff.as("auditor", () -> readings.read(patient, "alerts", 0));
        assertThat(first.next()).isEqualTo(20);
        assertThat(staff.as("auditor", () -> readings.read(patient, "alerts", 20))
                        .next())
                .isEqualTo(23);
        assertThat(staff.as("auditor", () -> readings.read(patient, "alerts", 23))
                        .parts())
                .isEmpty();
    }

    @Test
    void nothingIsReadAfterAnHourOrAfterTheAccessWasEnded() {
        var patient = care.treated("Over");
        begin(patient);
        assertThat(found(patient)).hasSize(1);
        clock.pass(Duration.ofMinutes(61));
        assertThat(found(patient)).isEmpty();
        assertThatThrownBy(() -> staff.as("auditor", () -> readings.read(patient, "person", 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has ended");
        begin(patient);
        staff.doAs("auditor", () -> readings.end(patient));
        assertThat(found(patient)).isEmpty();
        assertThat(kinds(patient)).contains("opening.closed");
    }

    @Test
    void theAccessOfOnePrivacyOfficerIsNotThatOfAnother() {
        var patient = care.treated("Mine");
        begin(patient);
        group.account("otherofficer", Role.AUDITOR, group.west);
        assertThat(staff.as("otherofficer", () -> readings.find(number(patient))))
                .isEmpty();
    }

    @Test
    void anUnknownNumberIsRefusedAndThePasswordIsAskedFirst() {
        var patient = care.treated("Asked");
        assertThatThrownBy(() -> staff.doAs("auditor", () -> {
                    identity.prove(TestGroup.PASSWORD);
                    readings.begin(OperationId.next(), "P-99999999", reason(patient));
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No patient has this number");
        clock.pass(Duration.ofMinutes(16));
        assertThatThrownBy(() -> staff.doAs(
                        "auditor", () -> readings.begin(OperationId.next(), number(patient), reason(patient))))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(found(patient)).isEmpty();
    }

    private void begin(PatientId patient) {
        staff.doAs("auditor", () -> {
            identity.prove(TestGroup.PASSWORD);
            readings.begin(OperationId.next(), number(patient), reason(patient));
        });
    }

    private List<RecordReading> found(PatientId patient) {
        return staff.as("auditor", () -> readings.find(number(patient))).stream()
                .toList();
    }

    private String facts(PatientId patient, String section) {
        return staff.as("auditor", () -> readings.read(patient, section, 0)).parts().stream()
                .map(RecordReadingServiceTest::words)
                .reduce("", String::concat);
    }

    private static String words(Part part) {
        return part instanceof Facts facts ? facts.facts().toString() : "";
    }

    private String number(PatientId patient) {
        return "P-"
                + jdbc.sql("select patient_number from patient where id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single();
    }

    private List<String> kinds(PatientId patient) {
        return jdbc.sql("select kind from audit_event where patient = ? order by id")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    /** A reason of this patient: nobody may give the same for two. */
    private static BreakGlassReason reason(PatientId patient) {
        return new BreakGlassReason("A complaint about what was written needs an answer today, " + patient.value());
    }
}
