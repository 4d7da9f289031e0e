package io.plumbline.records.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A patient who has a row in every table that a record may have, with a lead that became the patient and one that was
 * merged into it: what is left of them is what the rules keep.
 */
@ForgedStoreTest
@FreshStore
@OnMySql("the procedure of MySQL must leave nothing in any table, in the order of foreign keys")
class DisposalOfEverythingTest {
    private static final Instant LATER = Instant.parse("2034-02-01T17:00:00Z");

    /** Merged patients go together: DisposalTest has them. */
    private static final Set<String> OF_MERGED = Set.of("patient_alias", "patient_alias_clinic", "patient_read_as");

    /** What a job takes away as soon as it has looked. */
    private static final Set<String> WORKED_OFF =
            Set.of("recall_check", "patient_record_search", "patient_duplicate_search", "lead_duplicate_search");

    @Autowired
    DisposalService disposals;

    @Autowired
    DisposalRunService runs;

    @Autowired
    RetentionService retention;

    @Autowired
    DisclosureService disclosures;

    @Autowired
    LeadService leads;

    @Autowired
    SystemActor system;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    private record Rule(String table, String kind, String where) {}

    @Test
    void nothingIsLeftOfAPatientAndTheirLeadsButWhatTheRulesKeep() {
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        var patient = treated(mark);
        var converted = lead(mark + "c", "+16025550161");
        var merged = lead(mark + "m", "+16025550162");
        jdbc.sql("update consultation_lead set status = 'CONVERTED', converted_patient_id = ? where id = ?")
                .params(bytes(patient), converted)
                .update();
        var filler = new EveryTableFiller(
                template,
                mark,
                bytes(patient),
                bytes(group.patient("Other", "Person", group.west)),
                Ids.bytes(group.chiropractor.value()));
        filler.insert("lead_alias", Map.of("lead_id", merged, "kept_id", converted));
        for (var lead : List.of(converted, merged)) {
            filler.insert("appointment", Map.of("subject_id", lead));
        }
        var notes = List.of(
                new Draft("session_note", filler.insert("session_note", Map.of("patient_id", bytes(patient)))),
                new Draft("intake_note", filler.insert("intake_note", Map.of("patient_id", bytes(patient)))));
        for (var rule : rules().reversed()) {
            if (!OF_MERGED.contains(rule.table())) {
                filler.fill(rule.table(), rule.where());
            }
        }
        for (var kept : List.of("access_request", "legal_hold", "break_glass_access")) {
            filler.insert(kept, Map.of("patient_id", bytes(patient)));
        }
        filler.insert(
                "disclosure",
                Map.of("patient_id", bytes(patient), "disclosed_on", "2033-05-01", "last_on", "2033-05-01"));
        jdbc.sql("update legal_hold set lifted_at = '2026-11-02 10:00:00', lifted_by = ? where patient_id = ?")
                .params(Ids.bytes(group.chiropractor.value()), bytes(patient))
                .update();
        notes.forEach(note -> jdbc.sql("update " + note.table() + " set status = 'SIGNED' where id = ?")
                .param(note.id())
                .update());
        assertThat(rules().stream()
                        .filter(rule -> filler.count(rule.table(), rule.where()) == 0)
                        .map(Rule::table)
                        .filter(table -> !OF_MERGED.contains(table) && !WORKED_OFF.contains(table)))
                .as("a test that forgets a table")
                .isEmpty();
        var gone = idsOfDeleted(patient);
        assertThat(gone).hasSizeGreaterThan(60);

        dispose(patient);

        var kept = tables("KEEP");
        assertThat(textsWith(mark)).isSubsetOf(kept).contains("access_request", "disclosure", "legal_hold");
        assertThat(tablesWith(gone)).as("what names a row that is gone").isSubsetOf(kept);
        assertThat(tablesWith(List.of(bytes(patient))))
                .isSubsetOf(with(kept, "patient", "consultation_lead", "patient_import_row"));
        assertThat(tablesWith(List.of(converted, merged))).isSubsetOf(with(kept, tables("BLANK"), "appointment"));
        assertThat(jdbc.sql("select full_name from consultation_lead where id in (:leads)")
                        .param("leads", List.of(converted, merged))
                        .query(String.class)
                        .list())
                .containsOnly("Erased");
        theDocumentationThatTheLawWantsCanStillBeRead(patient, mark);
    }

    /** 45 CFR 164.528 reaches back six years, also where the record is gone; a hold on nothing is refused. */
    private void theDocumentationThatTheLawWantsCanStillBeRead(PatientId patient, String mark) {
        var number = number(patient);
        var report = care.provenly("auditor", () -> disclosures.report(number, "The patient asked"));
        assertThat(report.rows()).singleElement().satisfies(row -> assertThat(row.recipient())
                .isEqualTo(mark));
        assertThat(staff.as("auditor", () -> retention.list(number, null, 10))).hasSize(1);
        assertThatThrownBy(() -> staff.doAs("auditor", () -> retention.place(number, "District court, proceeding 9")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This record was disposed of");
    }

    @Test
    void anAmendmentRequestThatWasAnsweredLessThanSixYearsAgoKeepsTheRecord() {
        var patient = treated("zq" + UUID.randomUUID().toString().substring(0, 8));
        var filler = new EveryTableFiller(
                template, "wanted", bytes(patient), bytes(patient), Ids.bytes(group.chiropractor.value()));
        filler.insert("amendment_request", Map.of("patient_id", bytes(patient), "decided_at", "2033-01-01 10:00:00"));
        clock.set(LATER);
        assertThatThrownBy(() ->
                        staff.doAs("auditor", () -> disposals.propose(Set.of(patient), "The time to keep it is over")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("A request to amend the record was answered in the last six years.");
        clock.set(Instant.parse("2039-01-02T17:00:00Z"));
        assertThat(staff.as("auditor", () -> disposals.propose(Set.of(patient), "The time to keep it is over")))
                .isNotNull();
    }

    private record Draft(String table, byte[] id) {}

    private PatientId treated(String mark) {
        var patient = care.treated(mark);
        jdbc.sql("update patient set birth_date = ? where id = ?")
                .params(LocalDate.parse("1980-05-01"), bytes(patient))
                .update();
        care.signIntake(patient, care.assessed("Complaint " + mark));
        care.activePlan(patient, "Reason " + mark);
        care.earlierNote(patient);
        jdbc.sql(
                        "update appointment set status = 'CANCELLED' where subject_id = ? and status in ('BOOKED', 'CONFIRMED')")
                .param(bytes(patient))
                .update();
        jdbc.sql("update treatment_plan set status = 'COMPLETED' where patient_id = ?")
                .param(bytes(patient))
                .update();
        return patient;
    }

    private byte[] lead(String name, String phone) {
        var draft = new LeadDraft(
                name,
                new PhoneNumber(phone),
                null,
                name,
                CallWindow.ANY_TIME,
                LeadSource.SIGN,
                group.west,
                clock.instant());
        return Ids.bytes(staff.as("system", () -> leads.receive(draft, null)).value());
    }

    private void dispose(PatientId patient) {
        clock.set(LATER);
        group.account("disposal-second", Role.AUDITOR);
        var list = staff.as("auditor", () -> disposals.propose(Set.of(patient), "Retention has ended"));
        care.asProven("disposal-second", () -> {
            var row = disposals.find(list);
            disposals.approve(list, row.version(), row.confirmation());
        });
        clock.set(LATER.plus(Duration.ofHours(25)));
        system.call(() -> runs.run(1000));
        assertThat(staff.as("auditor", () -> disposals.entries(list, null, 10)))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.state()).as(entry.keptBecause()).isEqualTo(DisposalEntryRow.State.DISPOSED));
    }

    private List<Rule> rules() {
        return jdbc.sql("select table_name, kind, rows_where from disposal_rule where kind in ('DELETE', 'BLANK')"
                        + " order by step")
                .query((row, n) -> new Rule(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The tables of a kind of rule alone: what is deleted by one rule is not kept by another. */
    private Set<String> tables(String kind) {
        return new TreeSet<>(jdbc.sql("select table_name from disposal_rule where kind = ?")
                .param(kind)
                .query(String.class)
                .list());
    }

    private List<byte[]> idsOfDeleted(PatientId patient) {
        var withId = columns("binary").stream()
                .filter(column -> column.get(1).equals("id"))
                .map(List::getFirst)
                .toList();
        var all = new ArrayList<byte[]>();
        for (var rule : rules()) {
            if (rule.kind().equals("DELETE") && withId.contains(rule.table())) {
                all.addAll(jdbc.sql("select id from " + rule.table() + " where " + rule.where())
                        .param(bytes(patient))
                        .query(byte[].class)
                        .list());
            }
        }
        return all.stream()
                .map(HexFormat.of()::formatHex)
                .distinct()
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    private Set<String> textsWith(String mark) {
        var found = new TreeSet<String>();
        for (var column : columns("text")) {
            if (jdbc.sql("select count(*) from " + column.getFirst() + " where " + column.getLast() + " like ?")
                            .param("%" + mark + "%")
                            .query(Long.class)
                            .single()
                    > 0) {
                found.add(column.getFirst());
            }
        }
        return found;
    }

    private Set<String> tablesWith(List<byte[]> ids) {
        var found = new TreeSet<String>();
        for (var column : columns("binary")) {
            if (jdbc.sql("select count(*) from " + column.getFirst() + " where " + column.getLast() + " in (:ids)")
                            .param("ids", ids)
                            .query(Long.class)
                            .single()
                    > 0) {
                found.add(column.getFirst());
            }
        }
        return found;
    }

    /** @param kind of the columns: binary or text */
    private List<List<String>> columns(String kind) {
        var like = kind.equals("binary")
                ? "lower(data_type) like '%binary%'"
                : "lower(data_type) like '%char%' or lower(data_type) like '%text%' or lower(data_type) like '%clob%'";
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
                .filter(column -> !column.getFirst().startsWith("ht")
                        && !column.getFirst().equals("flyway_schema_history"))
                .toList();
    }

    private static Set<String> with(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<String> with(Set<String> some, Set<String> others, String... more) {
        var all = with(some, more);
        all.addAll(others);
        return all;
    }

    private String number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(bytes(patient))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
    }

    private static byte[] bytes(PatientId patient) {
        return Ids.bytes(patient.value());
    }
}
