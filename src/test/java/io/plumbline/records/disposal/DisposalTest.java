package io.plumbline.records.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.access.SystemActor;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.documents.FileStore;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.records.disposal.DisposalEntryRow.State;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What two people approve is disposed of whole, and nothing that must be kept. */
@StoreTest
@OnMySql("in MySQL, a procedure and its rights remove a record past the triggers that lock it")
class DisposalTest {
    private static final Instant LATER = Instant.parse("2034-02-01T17:00:00Z");
    private static final AtomicInteger AUDITORS = new AtomicInteger();

    @Autowired
    DisposalService disposals;

    @Autowired
    DisposalRunService runs;

    @Autowired
    CandidateSearchService search;

    @Autowired
    RetentionService retention;

    @Autowired
    PatientMergeService merges;

    @Autowired
    FileStore files;

    @Autowired
    SystemActor system;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    DataSource store;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableOfTheSchemaHasARuleAndNoneThatRefersToAPatientIsForgotten() {
        var tables = names("select table_name from information_schema.tables where lower(table_schema) in"
                + " (lower(database()), 'public') and table_type in ('BASE TABLE', 'TABLE')");
        tables.removeIf(table -> table.startsWith("ht_") || table.startsWith("hte_"));
        tables.remove("flyway_schema_history");
        assertThat(names("select distinct table_name from disposal_rule"))
                .as("Each table needs a line in disposal_rule, in the migration that creates it: what does the disposal"
                        + " of a patient's record do with its rows?")
                .isEqualTo(tables);
        var refers = names("select table_name from information_schema.columns where lower(table_schema) in"
                + " (lower(database()), 'public') and (column_name like '%patient\\_id' or column_name ="
                + " 'subject_id' or column_name in ('lead_id', 'note_id', 'plan_id', 'intake_id'))");
        assertThat(names("select table_name from disposal_rule where kind = 'NONE'"))
                .as("These refer to a patient, or to something of one")
                .doesNotContainAnyElementsOf(without(refers, "account_link"));
    }

    @Test
    void everyRuleIsARunnableStatementWithOnePatient() {
        var rules = jdbc.sql("select table_name, rows_where from disposal_rule where kind in ('DELETE', 'BLANK')")
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list();
        assertThat(rules).hasSizeGreaterThan(80).allSatisfy(rule -> {
            assertThat(rule.get(1)).containsOnlyOnce("?");
            assertThat(jdbc.sql("select count(*) from " + rule.get(0) + " where " + rule.get(1))
                            .param(Ids.bytes(Ids.next()))
                            .query(Long.class)
                            .single())
                    .isZero();
        });
        assertThat(jdbc.sql("select count(*) from disposal_rule where kind in ('KEEP', 'NONE') and reason is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aWholeRecordGoesAndTheLogSaysWhatWithoutAWordOfIt() throws Exception {
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        var patient = recordOf(mark);
        var number = number(patient);
        var stored = attach(patient, mark);
        assertThat(tablesWith(mark)).contains("patient.given_name", "intake_note.complaint", "patient_token.token");
        clock.set(LATER);
        searchAll();
        assertThat(candidate(number).isFree()).isTrue();
        var second = secondAuditor();
        var list = propose("auditor", patient);
        assertThat(candidate(number).standing()).isEqualTo("On a disposal list");
        approve(second, list);
        assertThat(run()).as("the time to cancel it is not over").isZero();
        clock.set(LATER.plus(Duration.ofHours(25)));
        run();

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(tablesOf(patient)).isSubsetOf(names("select table_name from disposal_rule where kind = 'KEEP'"));
        assertThat(jdbc.sql("select count(*) from session_note where id in (select subject from audit_event"
                                + " where patient = ?)")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Files.exists(files.pathOf(stored))).isFalse();
        var log = entry(list);
        assertThat(log.state()).isEqualTo(State.DISPOSED);
        assertThat(log.patientNumber()).isEqualTo(number);
        assertThat(log.rule()).contains("6 years after the last treatment");
        assertThat(log.counts())
                .contains("session_note 1", "intake_note 2", "treatment_plan 1", "patient 1", "patient_attachment 1");
        assertThat(log.sha256()).matches("[0-9a-f]{64}");
        var row = staff.as("auditor", () -> disposals.find(list));
        assertThat(row.status()).isEqualTo(DisposalStatus.DONE);
        assertThat(row.proposedByName()).isEqualTo("auditor");
        assertThat(row.decidedByName()).isEqualTo(second);
        assertThat(care.auditOf("disposal.record-disposed", patient)).isEqualTo(1);
        assertThat(care.auditOf("patient.opened", patient))
                .as("the trail stays")
                .isNotNegative();
        searchAll();
        assertThat(candidates()).extracting(one -> one.numbers().getFirst()).doesNotContain(number);
    }

    @Test
    void aPlanThatWasOpenedSinceKeepsTheWholeRecord() {
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        var patient = recordOf(mark);
        var other = recordOf("zz" + mark);
        clock.set(LATER);
        var list = propose("auditor", patient, other);
        approve(secondAuditor(), list);
        var before = tablesWith(mark + "a");
        plan(patient, "ACTIVE");
        clock.set(LATER.plus(Duration.ofHours(25)));
        run();
        var log = entries(list);
        assertThat(log).extracting(DisposalEntryRow::state).containsExactlyInAnyOrder(State.KEPT, State.DISPOSED);
        assertThat(log)
                .filteredOn(one -> one.patientNumber().equals(number(patient)))
                .singleElement()
                .satisfies(one -> assertThat(one.keptBecause()).isEqualTo("A treatment plan is not over."));
        assertThat(tablesWith(mark + "a")).isEqualTo(before).isNotEmpty();
        assertThat(care.auditOf("disposal.record-kept", patient)).isEqualTo(1);
    }

    @Test
    void whatMustBeKeptIsNotProposedAndTheReasonIsSaid() {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        var number = number(patient);
        refused(
                "auditor",
                () -> disposals.propose(Set.of(patient), "The time to keep it is over"),
                number + " must be kept.");
        clock.set(LATER);
        staff.doAs("auditor", () -> retention.place(number, "District court, proceeding 1"));
        refused(
                "auditor",
                () -> disposals.propose(Set.of(patient), "The time to keep it is over"),
                number + " must be kept. A legal hold is on the record.");
        searchAll();
        assertThat(candidate(number).isFree()).isFalse();
        assertThat(candidate(number).standing()).isEqualTo("Kept: A legal hold is on the record.");
        refused("auditor", () -> disposals.propose(Set.of(), "The time to keep it is over"), "Choose 1 to 200 records");
        refused("auditor", () -> disposals.propose(Set.of(patient), " "), "reason");
        assertThatThrownBy(() ->
                        staff.as("manager", () -> disposals.propose(Set.of(patient), "The time to keep it is over")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aFlagAndARequestThatAreOpenKeepARecord() {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        care.raise(patient, group.west, "RF-INF-1");
        clock.set(LATER);
        refused(
                "auditor",
                () -> disposals.propose(Set.of(patient), "The time to keep it is over"),
                "A red flag is open.");
    }

    @Test
    void nobodyApprovesWhatTheyProposedNorWithoutProofAndTheRightWords() {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        clock.set(LATER);
        var list = propose("auditor", patient);
        var second = secondAuditor();
        refused("auditor", () -> disposals.approve(list, version(list), "DISPOSE 1"), "a second person has to decide");
        refused(
                "auditor",
                () -> disposals.decline(list, version(list), "No, this cannot be decided so"),
                "a second person has to decide");
        refused(second, () -> disposals.approve(list, version(list), "dispose"), "Type DISPOSE 1");
        assertThatThrownBy(() -> staff.doAs(second, () -> disposals.approve(list, version(list), "DISPOSE 1")))
                .isInstanceOf(ProofNeeded.class);
        refused(
                secondAuditor(),
                () -> disposals.propose(Set.of(patient), "A second person wants the same"),
                "is on another disposal list");
        staff.doAs(second, () -> disposals.decline(list, version(list), "Ask the court first"));
        assertThat(entry(list).state()).isEqualTo(State.DROPPED);
        assertThat(propose("auditor", patient))
                .as("a declined list frees its records")
                .isNotNull();
    }

    @Test
    void anApprovedListIsCanceledUntilItBegins() {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        clock.set(LATER);
        var list = propose("auditor", patient);
        approve(secondAuditor(), list);
        staff.doAs("auditor", () -> disposals.cancel(list, version(list), "A letter of the court came"));
        clock.set(LATER.plus(Duration.ofHours(25)));
        run();
        assertThat(entry(list).state()).isEqualTo(State.DROPPED);
        assertThat(tablesOf(patient)).contains("session_note", "patient_clinic");
        refused(
                "auditor",
                () -> disposals.cancel(list, version(list), "Entered a second time by a colleague"),
                "This list is closed: canceled");
    }

    /** A pool closes each connection after half an hour, also that which brought the store to this version. */
    @Test
    void aListIsProposedAndApprovedAlsoOnceTheConnectionOfTheUpgradeIsClosed() throws SQLException {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        clock.set(LATER);
        Objects.requireNonNull(store.unwrap(HikariDataSource.class).getHikariPoolMXBean())
                .softEvictConnections();
        var list = propose("auditor", patient);
        var second = secondAuditor();
        approve(second, list);
        staff.doAs("auditor", () -> disposals.cancel(list, version(list), "A letter of the court came"));
        assertThat(entry(list).state()).isEqualTo(State.DROPPED);
    }

    @Test
    void mergedRecordsGoTogetherOrNotAtAll() {
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        var kept = recordOf(mark);
        var merged = recordOf(mark);
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        clock.set(LATER);
        var hold = staff.as("auditor", () -> retention.place(number(merged), "District court, proceeding 2"));
        refused(
                "auditor",
                () -> disposals.propose(Set.of(kept), "The time to keep it is over"),
                "A legal hold is on the record.");
        staff.doAs("auditor", () -> retention.askToLift(hold, 0, "The time to keep it is over"));
        staff.doAs(secondAuditor(), () -> retention.lift(hold, 1));
        var list = propose("auditor", kept);
        approve(secondAuditor(), list);
        clock.set(LATER.plus(Duration.ofHours(25)));
        run();
        assertThat(entries(list)).hasSize(2).extracting(DisposalEntryRow::state).containsOnly(State.DISPOSED);
        assertThat(tablesWith(mark)).isEmpty();
    }

    @Test
    void withoutARunningDisposalNothingSignedIsDeleted() {
        var patient = recordOf("zq" + UUID.randomUUID().toString().substring(0, 8));
        assertThatThrownBy(() -> jdbc.sql("delete from session_note where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Signed");
        clock.set(LATER);
        var list = propose("auditor", patient);
        try {
            jdbc.sql("update disposal_list set status = 'RUNNING' where id = ?")
                    .param(Ids.bytes(list.value()))
                    .update();
            jdbc.sql("update disposal_entry set status = 'RUNNING' where list_id = ?")
                    .param(Ids.bytes(list.value()))
                    .update();
        } catch (DataAccessException refused) {
            // MySQL refuses it since 8.0.16 only, so the triggers ask once more
            assertThat(refused).hasMessageContaining("two_people");
        }
        assertThatThrownBy(() -> jdbc.sql("delete from session_note where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .update())
                .as("one person alone")
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Signed");
        jdbc.sql("update disposal_list set status = 'CANCELED' where id = ?")
                .param(Ids.bytes(list.value()))
                .update();
    }

    /** Somebody with a signed intake note, a plan that is over, and a signed session note. */
    private PatientId recordOf(String mark) {
        var patient = care.treated(mark + "a");
        jdbc.sql("update patient set birth_date = ?, address_line1 = ? where id = ?")
                .params(LocalDate.parse("1980-05-01"), "Street " + mark, Ids.bytes(patient.value()))
                .update();
        care.signIntake(patient, care.assessed("Complaint " + mark));
        var plan = care.activePlan(patient, "Reason " + mark);
        care.earlierNote(patient);
        jdbc.sql(
                        "update appointment set status = 'CANCELLED' where subject_id = ? and status in ('BOOKED', 'CONFIRMED')")
                .param(Ids.bytes(patient.value()))
                .update();
        plan(patient, "COMPLETED");
        assertThat(plan).isNotNull();
        return patient;
    }

    private void plan(PatientId patient, String status) {
        jdbc.sql("update treatment_plan set status = ? where patient_id = ?")
                .params(status, Ids.bytes(patient.value()))
                .update();
    }

    private String attach(PatientId patient, String mark) throws Exception {
        var received = files.receive(new ByteArrayInputStream(mark.getBytes(StandardCharsets.UTF_8)), 1000);
        files.keep(received);
        jdbc.sql("""
                        insert into patient_attachment (id, version, patient_id, clinic_id, kind, title, source, dated_on,
                        format, bytes, sha256, stored_as, added_at, added_by)
                        values (?, 0, ?, ?, 'OTHER', ?, 'Somebody', ?, 'PDF', 10, ?, ?, ?, ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Ids.bytes(patient.value()),
                        Ids.bytes(group.west.value()),
                        "Letter " + mark,
                        LocalDate.parse("2026-11-01"),
                        received.sha256(),
                        received.storedAs(),
                        LocalDate.parse("2026-11-01").atStartOfDay(),
                        Ids.bytes(group.chiropractor.value()))
                .update();
        return received.storedAs();
    }

    private String secondAuditor() {
        var name = "disposer" + AUDITORS.incrementAndGet();
        group.account(name, Role.AUDITOR);
        return name;
    }

    private DisposalListId propose(String who, PatientId... records) {
        return staff.as(who, () -> disposals.propose(Set.of(records), "Retention has ended"));
    }

    private void approve(String who, DisposalListId list) {
        care.asProven(who, () -> {
            var row = disposals.find(list);
            disposals.approve(list, row.version(), row.confirmation());
        });
    }

    private int run() {
        return system.call(() -> runs.run(1000));
    }

    private void searchAll() {
        jdbc.sql("update disposal_search set last_patient = null, ended_on = null where id = 1")
                .update();
        while (system.call(() -> search.search(1000))) {
            // the next ones
        }
    }

    private List<DisposalCandidate> candidates() {
        return staff.as("auditor", () -> {
            var all = new ArrayList<DisposalCandidate>();
            for (var page = disposals.candidates(null, 100);
                    !page.isEmpty();
                    page = disposals.candidates(page.getLast(), 100)) {
                all.addAll(page);
            }
            return all;
        });
    }

    private DisposalCandidate candidate(String number) {
        return candidates().stream()
                .filter(one -> one.numbers().contains(number))
                .findFirst()
                .orElseThrow();
    }

    private List<DisposalEntryRow> entries(DisposalListId list) {
        return staff.as("auditor", () -> disposals.entries(list, null, 100));
    }

    private DisposalEntryRow entry(DisposalListId list) {
        var all = entries(list);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long version(DisposalListId list) {
        return staff.as("auditor", () -> disposals.find(list)).version();
    }

    private void refused(String who, Runnable action, String words) {
        assertThatThrownBy(() -> staff.doAs(who, action))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private String number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
    }

    private TreeSet<String> names(String sql) {
        var all = new TreeSet<String>();
        jdbc.sql(sql)
                .query((row, n) -> row.getString(1).toLowerCase(Locale.ROOT))
                .list()
                .forEach(all::add);
        return all;
    }

    private static Set<String> without(Set<String> all, String one) {
        var rest = new TreeSet<>(all);
        rest.remove(one);
        return rest;
    }

    /** The columns that have the mark in a text, but for what the audit trail hashes. */
    private Set<String> tablesWith(String mark) {
        var found = new TreeSet<String>();
        for (var column : columns("'%char%', '%text%', '%clob%', '%character large%'")) {
            if (count(column, " like ?", "%" + mark + "%") > 0) {
                found.add(String.join(".", column));
            }
        }
        return found;
    }

    /** The tables that have the id of a patient in a column. */
    private Set<String> tablesOf(PatientId patient) {
        var found = new TreeSet<String>();
        for (var column : columns("'binary%', 'character varying none', 'binary', '%binary%'")) {
            if (!column.get(1).equals("id") && count(column, " = ?", Ids.bytes(patient.value())) > 0) {
                found.add(column.get(0));
            }
        }
        return found;
    }

    private long count(List<String> column, String condition, Object value) {
        return jdbc.sql("select count(*) from " + column.get(0) + " where " + column.get(1) + condition)
                .param(value)
                .query(Long.class)
                .single();
    }

    private List<List<String>> columns(String types) {
        var like = String.join(
                " or ",
                java.util.Arrays.stream(types.split(", "))
                        .map(type -> "lower(data_type) like " + type)
                        .toList());
        return jdbc
                .sql("select c.table_name, c.column_name from information_schema.columns c join"
                        + " information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name"
                        + " where lower(c.table_schema) in (lower(database()), 'public')"
                        + " and t.table_type in ('BASE TABLE', 'TABLE') and (" + like + ")")
                .query((row, n) -> List.of(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        row.getString(2).toLowerCase(Locale.ROOT)))
                .list()
                .stream()
                .filter(column -> !column.get(0).startsWith("ht"))
                .filter(column -> !column.get(0).equals("flyway_schema_history"))
                .toList();
    }
}
