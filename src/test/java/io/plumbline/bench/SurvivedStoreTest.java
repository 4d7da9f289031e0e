package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.bench.Journal.AddendumKept;
import io.plumbline.bench.Journal.AddendumSigned;
import io.plumbline.bench.Journal.AppointmentMoved;
import io.plumbline.bench.Journal.Fate;
import io.plumbline.bench.Journal.IntakeKept;
import io.plumbline.bench.Journal.LeadCalled;
import io.plumbline.bench.Journal.LeadSent;
import io.plumbline.bench.Journal.NoteKept;
import io.plumbline.bench.Journal.NoteSigned;
import io.plumbline.bench.Journal.PatientAdded;
import io.plumbline.bench.Journal.PlanKept;
import io.plumbline.bench.Journal.PlanMoved;
import io.plumbline.bench.Journal.RowKept;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The comparison after a kill names what is lost, half or not as it was written. */
@DemoTest
class SurvivedStoreTest {
    @Autowired
    DataSource portal;

    @Value("${plumbline.audit.key}")
    String auditKey;

    private final Journal journal = new Journal();
    private Connection store;
    private JdbcClient jdbc;
    private List<String> foundBefore;

    /** What a test does here is rolled back; what other tests did is not looked at. */
    @BeforeEach
    void open() throws SQLException {
        store = portal.getConnection();
        store.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(store, true));
        foundBefore = new SurvivedStore(store).compare(new Journal(), auditKey).faults();
    }

    @AfterEach
    void leavesNothing() throws SQLException {
        store.rollback();
        store.close();
    }

    @Test
    void aMissingAcknowledgedSaveIsReportedAsLost() {
        journal.ask(new PatientAdded("Given gone", "Family gone", "+16025550000"))
                .acknowledged();
        journal.ask(new LeadSent("Lead gone", "+16025550000", "It hurts")).acknowledged();
        var lead = anyId("select id from consultation_lead where status = 'NEW'");
        journal.ask(new LeadCalled(lead, "REACHED")).acknowledged();
        var note = UUID.randomUUID();
        journal.ask(new NoteKept(note, "Half a sentence")).acknowledged();
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "Patient Given gone Family gone is lost",
                        "Lead Lead gone is lost",
                        "The call to lead " + lead + ", REACHED, is lost",
                        "Session note " + note + " is lost");
    }

    @Test
    void anUnacknowledgedSaveMayBeMissing() {
        var gone = journal.ask(new LeadSent("Lead gone", "+16025550000", "It hurts"));
        var lead = jdbc.sql("select full_name, phone, concern from consultation_lead where phone is not null")
                .query((row, n) -> new LeadSent(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .getFirst();
        var there = journal.ask(lead);
        assertThat(found()).isEmpty();
        assertThat(gone.fate()).isEqualTo(Fate.NOT_THERE);
        assertThat(there.fate()).isEqualTo(Fate.WHOLE);
    }

    /** It is kept first and sorted after, and a kill may come between. */
    @Test
    void aSubmissionNotYetSortedCountsAsSaved() {
        var asked = journal.ask(new LeadSent("Lead kept", "+16025550000", "It hurts"));
        var acknowledged = journal.ask(new LeadSent("Lead told", "+16025550001", "It aches"));
        acknowledged.acknowledged();
        keep("Lead kept", "+16025550000", "It hurts");
        keep("Lead told", "+16025550001", "It aches");
        assertThat(found()).isEmpty();
        assertThat(List.of(asked.fate(), acknowledged.fate())).doesNotContain(Fate.NOT_THERE);
        // the portal runs again and sorts it, and it was never away
        jdbc.sql("update submission set sorted_at = received_at where sorted_at is null")
                .update();
        assertThat(found())
                .as("sorted, and yet no lead was made of it")
                .contains("Lead Lead kept is lost", "Lead Lead told is lost");
    }

    private void keep(String name, String phone, String concern) {
        var body = "{\"name\":\"%s\",\"phone\":\"%s\",\"concern\":\"%s\"}".formatted(name, phone, concern);
        var id = Ids.next();
        jdbc.sql("""
                insert into submission (id, channel, reference, body, body_hash, from_bot, refused, received_at)
                values (?, 'JSON', ?, ?, ?, false, false, timestamp '2026-11-24 17:00:00')""")
                .params(Ids.bytes(id), id.toString().substring(26), body, new byte[32])
                .update();
    }

    @Test
    void aSaveWithChangedTextIsReported() {
        var name = jdbc.sql("select full_name from consultation_lead where phone is not null")
                .query(String.class)
                .list()
                .getFirst();
        journal.ask(new LeadSent(name, "+16025550000", "Nothing hurts")).acknowledged();
        assertThat(found()).hasSize(2).allSatisfy(fault -> assertThat(fault)
                .startsWith("Lead " + name + " has another ")
                .containsAnyOf("phone", "concern"));
    }

    @Test
    void aNoteWithAnEarlierTextIsReportedAsLosingTheLater() {
        var note = draft();
        jdbc.sql("update session_note set next_step = 'one' where id = ?")
                .param(Ids.bytes(note))
                .update();
        journal.ask(new NoteKept(note, "one")).acknowledged();
        journal.ask(new NoteKept(note, "one two")).acknowledged();
        assertThat(found()).containsExactly("Session note " + note + " lost its text \"one two\" and has \"one\"");
    }

    @Test
    void aNoteWithoutARowOrAnAddendumIsReported() {
        var note = draft();
        journal.ask(new RowKept(note, "\"listing\":\"PLI\"")).acknowledged();
        journal.ask(new AddendumKept(note, "one")).acknowledged();
        journal.ask(new AddendumSigned(note, "one two")).acknowledged();
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "A row of session note " + note + " lost its text \"\"listing\":\"PLI\"\" and has \"\"",
                        "The signature of an addendum to session note " + note + " is lost",
                        "The addendum to session note " + note + " lost its text \"one\" and has \"\"");
    }

    @Test
    void aSignedAddendumKeepsItsDraftText() {
        var note = anyId("select id from session_note where status = 'SIGNED'");
        jdbc.sql("""
                insert into session_note_addendum_draft (id, note_id, author_id, addendum, changed_at, version)
                select ?, id, author_id, 'one two', signed_at, 0 from session_note where id = ?""").params(Ids.bytes(Ids.next()), Ids.bytes(note)).update();
        journal.ask(new AddendumKept(note, "one")).acknowledged();
        var later = journal.ask(new AddendumKept(note, "one two"));
        assertThat(found()).isEmpty();
        assertThat(later.fate()).isEqualTo(Fate.WHOLE);
    }

    @Test
    void whatIntakePlanAndScheduleLoseIsReported() {
        var intake = anyId("select id from intake_note");
        var plan = anyId("select id from treatment_plan");
        var visit = anyId("select id from appointment where starts_at <> time '05:05:00'");
        journal.ask(new IntakeKept(intake, "It hurts")).acknowledged();
        journal.ask(new PlanKept(plan, "Plan gone")).acknowledged();
        journal.ask(new PlanMoved(plan, "ON_HOLD", "Because")).acknowledged();
        journal.ask(new AppointmentMoved(visit, LocalTime.of(5, 5))).acknowledged();
        assertThat(found())
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("Intake note " + intake + " lost its text \"It hurts\""))
                .anyMatch(fault -> fault.startsWith("Treatment plan " + plan + " lost its text \"Plan gone\""))
                .contains("Treatment plan " + plan + " lost its move to ON_HOLD, Because")
                .anyMatch(fault -> fault.startsWith("Appointment " + visit + " lost its text \"05:05\""));
    }

    @Test
    void aPartlySignedNoteIsReported() {
        var note = draft();
        journal.ask(new NoteSigned(note, "one"));
        jdbc.sql("update session_note set status = 'SIGNED', next_step = 'one' where id = ?")
                .param(Ids.bytes(note))
                .update();
        assertThat(found())
                .contains(
                        "Half: a note is half signed, id " + note,
                        "Half: a signed note has another hash than the trail tells, id " + note,
                        "Session note " + note + " is signed and does not say what was signed")
                .anyMatch(fault -> fault.startsWith("Session note " + note + " is half signed: it is SIGNED"))
                .anyMatch(fault -> fault.startsWith("Session note " + note + " is SIGNED and its visit "));
    }

    @Test
    void aRecordWithoutAPartOrItsAuditEventIsReportedAsIncomplete() {
        var patient = anyId("select patient_id from patient_token");
        jdbc.sql("delete from patient_token where patient_id = ?")
                .param(Ids.bytes(patient))
                .update();
        var lead = UUID.randomUUID();
        jdbc.sql("""
                insert into consultation_lead (id, queue_id, full_name, concern, call_days, call_day_parts, source,
                    consent_at, status, next_follow_up_at, window_ends_at, overdue_at, write_first, received_at, changed_at,
                    changed_by, version)
                select ?, queue_id, 'Lead half', concern, call_days, call_day_parts, source, consent_at, 'NEW',
                    received_at, received_at, received_at, false, received_at, changed_at, changed_by, 0
                from consultation_lead limit 1""").param(Ids.bytes(lead)).update();
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "Half: a record of patient without a row of patient_token, id " + patient,
                        "Half: a record of consultation_lead without its lead.received in the trail, id " + lead);
    }

    @Test
    void aTrailThatDoesNotVerifyIsReported() {
        jdbc.sql("""
                insert into audit_event (id, at, actor, kind, subject, detail, mac)
                select ?, at, actor, 'lead.opened', subject, detail, mac from audit_event limit 1""").param(Ids.bytes(UUID.randomUUID())).update();
        assertThat(found()).hasSize(1).allMatch(fault -> fault.startsWith("The audit trail is not whole: first, row "));
    }

    private List<String> found() {
        var faults = new ArrayList<>(
                new SurvivedStore(store).compare(journal, auditKey).faults());
        faults.removeAll(foundBefore);
        return faults;
    }

    private UUID draft() {
        return anyId("select id from session_note where status = 'DRAFT' and appointment_id is not null");
    }

    private UUID anyId(String question) {
        return jdbc.sql(question)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list()
                .getFirst();
    }
}
