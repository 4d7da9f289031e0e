package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.ReceivedFile;
import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.records.disposal.DisposedRecord;
import io.plumbline.records.disposal.EveryTableFiller;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentTrail;
import io.plumbline.support.ChosenStore;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreOwner;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who owns the store, and has not the key, changes, deletes, inserts and swaps records that have a code: the
 * verification names each. The store is one from which the portal has deleted records lawfully.
 */
@ForgedStoreTest
@FreshStore
class ContentTamperingTest {
    private static final long SEED = 20_261_130;
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** What has its own hash, or is the trail itself. */
    private static final Set<String> PROTECTED_OTHERWISE = Set.of("audit_event", "audit_head");

    private static final Set<String> SIGNED_PARTS = Set.of("session_note", "intake_note", "online_intake_submission");

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    DisposedRecord disposed;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteService notes;

    @Autowired
    TestLeads received;

    @Autowired
    LeadService leads;

    @Autowired
    LeadFollowUpService followUps;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCheckService checks;

    @Autowired
    ImportRunService runs;

    @Autowired
    Clock clock;

    @Autowired
    AuditVerification verification;

    @Autowired
    AuditChainJob chain;

    @Autowired
    ContentBackfillJob backfill;

    @Autowired
    ContentTrail contents;

    @Autowired
    NewTrail trail;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Environment environment;

    @Autowired
    DataSource portal;

    @BeforeEach
    void writeAndDelete() throws SQLException {
        var store = StoreOwner.of(environment, jdbc);
        trail.begin(store);
        store.empty(StoreOwner.SIGNED);
        backfill.backfill();
        var gone = care.treated("Disposed");
        care.activePlan(gone, "Back");
        care.earlierNote(gone);
        care.raise(gone, group.west, "RF-CES-1");
        care.decideAll(gone);
        markAndLift(gone);
        var kept = List.of(care.treated("Kept One"), care.treated("Kept Two"));
        kept.forEach(patient -> {
            care.activePlan(patient, "Neck");
            care.earlierNote(patient);
            markAndLift(patient);
            staff.doAs(
                    "chiropractor",
                    () -> sensitive.mark(patient, Set.of(), "A relative of colleague " + NEXT.incrementAndGet()));
        });
        disposed.dispose(gone, "second-auditor" + NEXT.incrementAndGet());
        discardADraft();
        eraseALead();
        takeAnImportBack();
        chain.chainPending();
        assertThat(verified()).as("what the portal wrote and deleted").isNull();
        store.shareRights(portal, true);
        for (var patient : kept) {
            var filler = new EveryTableFiller(
                    template,
                    "Words " + NEXT.incrementAndGet(),
                    bytes(patient),
                    bytes(gone),
                    Ids.bytes(group.chiropractor.value()));
            rules().forEach(filler::fill);
        }
        transactions.executeWithoutResult(transaction -> CoveredTables.ALL.forEach(
                table -> contents.written(table.table(), Tamperings.ids(jdbc, table.table(), table.key(), ""))));
        chain.chainPending();
        if (!ChosenStore.isMySql()) {
            jdbc.sql("set referential_integrity false").update();
        }
        assertThat(verified()).isNull();
    }

    @AfterEach
    void referAgain() throws SQLException {
        if (!ChosenStore.isMySql()) {
            jdbc.sql("set referential_integrity true").update();
        }
        StoreOwner.of(environment, jdbc).shareRights(portal, false);
    }

    @Test
    void eachOfAHundredTamperingsIsNamed() {
        tamper(100);
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    void eachOfAThousandTamperingsIsNamed() {
        tamper(1000);
    }

    @Test
    void whatWasThereBeforeIsCoveredOnceItsCodesAreWritten() {
        trail.begin(StoreOwner.of(environment, jdbc));
        StoreOwner.of(environment, jdbc).empty(StoreOwner.SIGNED);
        assertThat(verified()).isNull();
        assertThat(afterwards(
                        () -> jdbc.sql("update outcome_score set score = 1").update()))
                .as("before")
                .isNull();
        backfill.backfill();
        backfill.backfill();
        assertThat(verified()).isNull();
        assertThat(afterwards(
                        () -> jdbc.sql("update outcome_score set score = 1").update()))
                .as("after")
                .contains("record of the table outcome_score", "it does not say what the portal last wrote");
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'content.sealed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(CoveredTables.ALL.size());
    }

    @Test
    void aRecordOfAnOlderCopyOfTheStoreIsNamed() {
        var alert = Tamperings.ids(jdbc, "patient_alert", "id", "").getFirst();
        var before = jdbc.sql("select words, version from patient_alert where id = ?")
                .param(Ids.bytes(alert))
                .query()
                .listOfRows()
                .getFirst();
        jdbc.sql("update patient_alert set words = 'Other words', version = version + 1 where id = ?")
                .param(Ids.bytes(alert))
                .update();
        transactions.executeWithoutResult(transaction -> contents.written("patient_alert", List.of(alert)));
        assertThat(verified()).isNull();
        assertThat(afterwards(() -> jdbc.sql("update patient_alert set words = ?, version = ? where id = ?")
                        .params(before.get("words"), before.get("version"), Ids.bytes(alert))
                        .update()))
                .contains("record of the table patient_alert " + alert);
    }

    /** What no code covers may change as it likes: nobody is alarmed by it. */
    @Test
    void whatIsNotCoveredRaisesNoAlarm() {
        var others = tables().stream()
                .filter(table ->
                        !parts().contains(table) && CoveredTables.find(table).isEmpty())
                .filter(table -> !CoveredTables.SIGNED.containsKey(table) && !PROTECTED_OTHERWISE.contains(table))
                .filter(table -> SIGNED_PARTS.stream().noneMatch(table::startsWith))
                .filter(table -> count(table) > 0)
                .toList();
        assertThat(others).hasSizeGreaterThan(20);
        for (var table : others) {
            assertThat(afterwards(() -> jdbc.sql("delete from " + table).update()))
                    .as("all rows of " + table + " deleted")
                    .isNull();
        }
        assertThat(afterwards(() -> jdbc.sql("update staff_account set display_hours = '12'")
                        .update()))
                .as("what a column that is left out says")
                .isNull();
    }

    private void tamper(int times) {
        var tamperings = new Tamperings(jdbc, SEED);
        var missed = new ArrayList<String>();
        var tables = CoveredTables.ALL;
        for (var n = 0; n < times; n++) {
            var table = tables.get(n % tables.size());
            var round = n / tables.size();
            var done = new ArrayList<Tamperings.Done>();
            var found = afterwards(() -> done.add(tamperings.run(table, round)));
            var what = done.getFirst();
            if (found == null || what.of().stream().noneMatch(id -> found.contains(id.toString()))) {
                missed.add(what + ": " + found);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(verified()).isNull();
    }

    /** Returns what the verification says after something was done, which is then undone; null if the store is whole. */
    private @Nullable String afterwards(Runnable deed) {
        var said = new ArrayList<@Nullable String>();
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            refer(false);
            try {
                deed.run();
                said.add(verified());
            } finally {
                refer(true);
            }
        });
        return said.getFirst();
    }

    /** MySQL checks references by connection; on H2, where a setting would commit the transaction, they are off all along. */
    private void refer(boolean isChecked) {
        if (ChosenStore.isMySql()) {
            jdbc.sql("set foreign_key_checks = " + (isChecked ? 1 : 0)).update();
        }
    }

    private @Nullable String verified() {
        var flaw = verification.verify(null, rows -> {}, () -> false).flaw();
        return flaw == null ? null : flaw.words();
    }

    private void markAndLift(PatientId patient) {
        staff.doAs(
                "chiropractor",
                () -> sensitive.mark(patient, Set.of(), "A relative of colleague " + NEXT.incrementAndGet()));
        staff.doAs("chiropractor", () -> sensitive.lift(patient, "No relative works here any more"));
    }

    private void discardADraft() {
        var visit = care.bookMassage(care.treated("By Mistake"), care.today());
        staff.doAs("therapist", () -> {
            var note = starts.begin(new VisitKey.Booked(visit));
            notes.discard(note, 0, "");
        });
    }

    private void eraseALead() {
        var lead = received.lead("Erased Caller", LeadSource.SIGN, group.west);
        staff.doAs("manager", () -> {
            var version = leads.reload(lead).orElseThrow().version();
            leads.lose(lead, version, "Went to another clinic in town");
        });
        assertThat(staff.as("system", () -> followUps.erase(lead, clock.instant())))
                .isTrue();
    }

    private void takeAnImportBack() {
        var own = group.own("ct");
        staff.doAs(own.manager(), () -> {
            var id = imports.begin(ImportKind.PATIENTS, own.id(), received(), "patients.csv");
            checks.check(id, done -> {}, () -> false);
            runs.run(id, done -> {});
            assertThat(runs.revert(id, done -> {}, () -> false)).isZero();
        });
    }

    private ReceivedFile received() {
        try {
            return imports.receive(new ByteArrayInputStream(
                    "id,first name,last name\n1,Gina,Back\n2,Hugo,Back\n".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The rules of disposal for covered tables, those of parents first. */
    private Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        jdbc.sql("select table_name, rows_where from disposal_rule where kind = 'DELETE' order by step desc")
                .query(row -> {
                    if (CoveredTables.find(row.getString(1)).isPresent() || parts().contains(row.getString(1))) {
                        rules.putIfAbsent(row.getString(1), row.getString(2));
                    }
                });
        // of the patient, where a lead may have one too
        rules.put("red_flag", "subject_id = ?");
        rules.put("red_flag_step", "flag_id in (select id from red_flag where subject_id = ?)");
        return rules;
    }

    private static Set<String> parts() {
        var parts = new HashSet<String>();
        CoveredTables.ALL.forEach(table -> {
            var part = Objects.requireNonNull(table.form(table.form())).part();
            if (part != null) {
                parts.add(part.table());
            }
        });
        return parts;
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = schema()"
                        + " and table_type = 'BASE TABLE' order by table_name")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static byte[] bytes(PatientId patient) {
        return Ids.bytes(patient.value());
    }
}
