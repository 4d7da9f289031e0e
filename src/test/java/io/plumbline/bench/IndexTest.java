package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import io.plumbline.audit.AuditVerdict;
import io.plumbline.audit.GeneratedTrail;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ChosenStore;
import io.plumbline.support.ClientMessages;
import io.plumbline.support.ExplainedStatements;
import io.plumbline.support.Rbac;
import io.plumbline.support.Screen;
import io.plumbline.support.ScreenCodes;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestLeads;
import io.plumbline.support.WithStaff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;

/**
 * In a group of 5,000 patients no screen and no job makes the store read a table that grows from its first row to its
 * last; run on H2 and on MySQL. A table grows that has four hundred rows then, and that of the
 * intake notes, which has half as many. On the same walk, no screen and no row shows a person a code or a key.
 */
@StoreTest
@Tag("long")
@Tag("sizes")
@TestPropertySource(properties = "plumbline.test=index")
@Import({ExplainedStatements.class, FilledGroup.class, RowsRead.class})
class IndexTest extends SpringBrowserlessTest {
    private static final int GROWN = 400;
    private static final int SIGNED_PAGE = 200;

    /** Of 1,600 session notes and 250 intake notes, and of the audit trail. */
    private static final int MOST_FOR_PAGES = 150;

    private static final int MOST_COVERED_TABLES = 40;

    /** The ids, the records, what belongs to them, and their hashes; then whether one is gone or belongs to none. */
    private static final int MOST_FOR_COVERED_PAGE = 6;

    /** Fewer than that, but MySQL once read all of them for the page of a patient. */
    private static final String INTAKE_NOTES = "intake_note";

    private static final List<String> SEARCHES = List.of(
            "patients?q=an ma",
            "patients?q=gar",
            "patients?q=2000123",
            "patients?q=P-77",
            "schedule?view=week",
            "audit?kind=note.signed",
            "audit?patient=P-77",
            "audit?kind=note.signed&from=2026-11-20T08:00&to=2026-11-24T08:00",
            "audit?from=2026-11-20T08:00&to=2026-11-24T08:00",
            "audit/anomalies?show=justified",
            "practitioners?q=an",
            "leads?show=mine",
            "leads?show=unclaimed",
            "leads?show=clinical-review",
            "leads/duplicates?only=settled",
            "patients/duplicates?only=dismissed",
            "leads/list?q=an+ma",
            "leads/list?q=0142&status=lost",
            "leads/list?step=contacted&source=sign",
            "reports/leads?by=week",
            "reports/leads?by=caller&source=sign");

    private final Set<String> codes = new TreeSet<>();

    @Autowired
    ExplainedStatements explained;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScheduledTaskHolder jobs;

    @Test
    @WithStaff("manager")
    void aTableScanIsDetected() {
        explained.begin();
        var scan = "select count(*) from patient p where p.occupation = ?";
        jdbc.sql(scan).param("Librarian").query(Long.class).single();
        assertThat(scansOfWhatGrows()).containsKey(scan);
    }

    @Test
    @WithStaff("manager")
    void theManagersScreensScanNoGrowingTable() {
        everyScreenOf("manager");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDesksScreensScanNoGrowingTable() {
        everyScreenOf("frontdesk");
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorsScreensScanNoGrowingTable() {
        everyScreenOf("chiropractor");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistsScreensScanNoGrowingTable() {
        everyScreenOf("therapist");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorsScreensScanNoGrowingTable() {
        everyScreenOf("auditor");
    }

    @Test
    @WithStaff("admin")
    void theAdministratorsScreensScanNoGrowingTable() {
        everyScreenOf("admin");
    }

    @Test
    @WithStaff("manager")
    void callNowAndTheBoardReadNoMoreRowsWhenMoreLeadsAreOpen(
            @Autowired RowsRead rows,
            @Autowired CallQueueService leads,
            @Autowired LeadBoardService board,
            @Autowired TestLeads received)
            throws SQLException {
        var most = LeadBoardService.COLUMNS.stream().collect(Collectors.toMap(Function.identity(), column -> 10));
        var calls = Map.<String, Half>of(
                "Call now", () -> leads.queue(null, 50),
                "how many each part of it shows", () -> List.of(leads.countShown()),
                "the board", () -> List.of(board.cards(most)));
        askForACall(received, CallQueueService.MOST_COUNTED);
        assertThat(leads.queue(null, 50)).extracting(LeadRow::urgency).containsOnly(Urgency.OVERDUE);
        var before = rowsOf(rows, calls);
        assertThat(before.values()).allMatch(read -> read > 0);
        askForACall(received, 1_000);
        rowsOf(rows, calls)
                .forEach((call, now) -> assertThat(now).as(call).isCloseTo(before.get(call), Offset.offset(60L)));
    }

    private void askForACall(TestLeads received, int people) {
        for (int person = 0; person < people; person++) {
            received.lead("Waits for a call", CallWindow.ANY_TIME, null);
        }
        if (ChosenStore.isMySql()) {
            // else MySQL does so at a moment of its own, and may read another index from then on
            jdbc.sql("analyze table consultation_lead").query().listOfRows();
        }
    }

    private static Map<String, Long> rowsOf(RowsRead rows, Map<String, Half> calls) throws SQLException {
        var read = new TreeMap<String, Long>();
        for (var call : calls.entrySet()) {
            read.put(
                    call.getKey(),
                    rows.of(call.getValue()).stream()
                            .mapToLong(RowsRead.Statement::rows)
                            .sum());
        }
        return read;
    }

    @Test
    @WithStaff("manager")
    void theJobsScanNoGrowingTable() {
        explained.begin();
        // leaves something to seal
        open(Objects.requireNonNull(addressOf("/leads/:id")));
        // and a patient and a lead for whom others are looked for
        jdbc.sql(
                        "insert into patient_duplicate_search (id, patient_id) select id, id from patient where phone is not null limit 1")
                .update();
        jdbc.sql("insert into lead_duplicate_search (id, lead_id) select id, id from consultation_lead"
                        + " where phone is not null and status = 'NEW' limit 1")
                .update();
        jdbc.sql("insert into patient_record_search (id, patient_id) select id, id from patient"
                        + " where phone is not null limit 1")
                .update();
        jobs.getScheduledTasks().forEach(job -> job.getTask().getRunnable().run());
        // where the portal has the lease of that job itself just now, it asks a little later
        await().atMost(Duration.ofMinutes(2)).until(() -> Stream.of(
                        "delete from patient_duplicate_search",
                        "delete from patient_record_search",
                        "select later_id from duplicate_candidate",
                        "select l.id from (select distinct lead_id")
                .allMatch(part -> explained.scans().keySet().stream().anyMatch(sql -> sql.contains(part))));
        assertThat(explained.scans().keySet()).anyMatch(sql -> sql.contains("(audit_event_to_seal)"));
        assertThat(scansOfWhatGrows()).isEmpty();
    }

    @Test
    void theVerificationReadsTheSignaturesOfAPageByTheirKeys(
            @Autowired RowsRead rows, @Autowired ApplicationContext portal) throws SQLException {
        var verdicts = new ArrayList<AuditVerdict>();
        var asked = rows.of(() -> {
            var verdict = GeneratedTrail.verdict(portal);
            verdicts.add(verdict);
            return List.of(verdict);
        });
        // each page is read as a whole: what belongs to its records too
        var coveredPages = verdicts.getLast().contents() / SIGNED_PAGE + MOST_COVERED_TABLES;
        assertThat(asked).hasSizeLessThan((int) (MOST_FOR_PAGES + MOST_FOR_COVERED_PAGE * coveredPages));
        assertThat(asked.stream().filter(statement -> statement.sql().contains("(kind, subject) in")))
                .hasSizeGreaterThan(5)
                .allSatisfy(statement ->
                        assertThat(statement.rows()).as(statement.sql()).isBetween(1L, 2L * SIGNED_PAGE + 1));
    }

    private void everyScreenOf(String who) {
        var addresses = Rbac.lines("route").stream()
                .filter(line -> line.allowed().get(who))
                .map(line -> addressOf(line.name()))
                .filter(Objects::nonNull)
                .toList();
        explained.begin();
        addresses.forEach(this::open);
        for (var search : SEARCHES) {
            var route = "/" + search.substring(0, search.indexOf('?'));
            if (Rbac.lines("route").stream()
                    .anyMatch(
                            line -> line.name().equals(route) && line.allowed().get(who))) {
                open(search);
            }
        }
        assertThat(explained.scans()).hasSizeGreaterThan(3);
        assertThat(scansOfWhatGrows()).isEmpty();
        assertThat(codes).as("codes that a person reads").isEmpty();
    }

    private Map<String, List<String>> scansOfWhatGrows() {
        // before the tables are counted, which reads all of them
        var asked = explained.scans();
        var grown = grown();
        var scans = new TreeMap<String, List<String>>();
        asked.forEach((sql, tables) -> {
            var large =
                    tables.stream().filter(table -> isGrown(sql, table, grown)).toList();
            if (!large.isEmpty()) {
                scans.put(sql, large);
            }
        });
        return scans;
    }

    private void open(String address) {
        UI.getCurrent().navigate("no-such-place");
        Screen.open(address);
        find(H1.class).single();
        // the page that the browser asks for
        find(Grid.class).all().forEach(list -> note(address, ScreenCodes.inRows(list)));
        note(address, ScreenCodes.shown(ClientMessages.nodes()));
    }

    private void note(String address, List<String> found) {
        found.forEach(code -> codes.add(address + ": " + code));
    }

    /** MySQL names a table by its alias where it has one. */
    private static boolean isGrown(String sql, String table, Set<String> grown) {
        return grown.contains(table)
                || grown.stream()
                        .anyMatch(large -> sql.matches("(?is).*\\b" + large + "\\s+(as\\s+)?" + table + "\\b.*"));
    }

    private Set<String> grown() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = "
                        + (ChosenStore.isMySql() ? "database()" : "'public'"))
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.startsWith("flyway"))
                .filter(table -> count(table) >= GROWN || table.equals(INTAKE_NOTES))
                .collect(Collectors.toSet());
    }

    /** The schema of the store, as SQL. */
    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Null where this group has no such record. */
    private String addressOf(String route) {
        return switch (route) {
            case "/accounts/:id" -> "accounts/" + idOf("select id from staff_account limit 1");
            case "/patients/:id" ->
                "patients/"
                        + idOf("select patient_id from patient_relation r"
                                + " join staff_account a on a.id = r.staff_id where a.username = 'therapist' limit 1");
            case "/intake/:id" ->
                "intake/"
                        + idOf("select i.id from intake_note i join patient_relation r"
                                + " on r.patient_id = i.patient_id join staff_account a on a.id = r.staff_id"
                                + " where a.username = 'chiropractor' limit 1");
            case "/recalls/:id" ->
                "recalls/"
                        + idOf("select r.patient_id from recall r"
                                + " join clinic c on c.id = r.clinic_id where c.code = 'c1x' limit 1");
            case "/plans/:id" ->
                "plans/"
                        + idOf("select p.id from treatment_plan p join patient_relation r"
                                + " on r.patient_id = p.patient_id join staff_account a on a.id = r.staff_id"
                                + " where a.username = 'therapist' limit 1");
            case "/notes/:id" ->
                "notes/"
                        + idOf("select n.id from session_note n join staff_account a"
                                + " on a.id = n.author_id where a.username = 'therapist' limit 1");
            case "/clinics/:id" -> "clinics/" + idOf("select id from clinic where code = 'c1x'");
            case "/practitioners/:id" -> "practitioners/" + idOf("select id from practitioner limit 1");
            case "/leads/:id" ->
                "leads/"
                        + idOf("select l.id from consultation_lead l"
                                + " join clinic c on c.id = l.queue_id where c.code = 'c1x' limit 1");
            case "/notes/new/:id",
                    "/plans/:id/revise",
                    "/plan-templates/:id",
                    "/plan-templates/:id/edit",
                    "/intake-forms/:id",
                    "/intake-forms/:id/edit",
                    "/consent-texts/:id",
                    "/consent-texts/:id/edit",
                    "/exercises/:id",
                    "/notes/phrases/:id",
                    "/note-templates/:id",
                    "/answers/:id",
                    "/contacts/:id",
                    "/orders/:id",
                    "/referrals/:id" -> null;
            default ->
                route.startsWith("/patients/:id/")
                        ? addressOf("/patients/:id") + route.substring("/patients/:id".length())
                        : route.substring(1);
        };
    }

    private Object idOf(String sql) {
        return Ids.uuid(jdbc.sql(sql).query(byte[].class).single());
    }
}
