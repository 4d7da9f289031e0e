package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.FreshStore;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor's questions to the trail. */
@StoreTest
@Tag("core")
@FreshStore
@OnMySql("the filters of the trail are SQL by hand, one a recursive query, another a search by names")
class AuditServiceTest {
    private static final LocalDateTime BEGAN = LocalDateTime.of(2031, 3, 1, 8, 0);
    private static final List<String> KINDS = List.of("search.opened", "search.written", "search.signed");

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AuditService audit;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private record Wrote(UUID id, LocalDateTime at, StaffId actor, String kind, PatientId patient) {}

    @Test
    void everyFilterFindsItsEntriesNewestFirstAtAnyPageSize() {
        var random = new Random(7);
        var people = List.of(group.chiropractor, group.therapist);
        var patients = List.of(group.patient("Search", "One", group.west), group.patient("Search", "Two", group.west));
        var all = new ArrayList<Wrote>();
        for (int i = 0; i < 240; i++) {
            // many at the same instant, so that the page must break between equal times
            all.add(wrote(
                    BEGAN.plusMinutes(random.nextInt(20)),
                    people.get(random.nextInt(2)),
                    KINDS.get(random.nextInt(3)),
                    patients.get(random.nextInt(2))));
        }
        for (int round = 0; round < 60; round++) {
            var person = random.nextBoolean() ? people.get(random.nextInt(2)) : null;
            var patient = random.nextBoolean() ? patients.get(random.nextInt(2)) : null;
            var kind = random.nextBoolean() ? KINDS.get(random.nextInt(3)) : null;
            var from = random.nextBoolean() ? BEGAN.plusMinutes(random.nextInt(10)) : BEGAN;
            var to = random.nextBoolean() ? BEGAN.plusMinutes(10 + random.nextInt(10)) : BEGAN.plusDays(1);
            var filter = new AuditFilter(
                    person, patient == null ? null : numberOf(patient), kind, instant(from), instant(to));
            var expected = all.stream()
                    .filter(row -> person == null || row.actor().equals(person))
                    .filter(row -> patient == null || row.patient().equals(patient))
                    .filter(row -> kind == null || row.kind().equals(kind))
                    .filter(row -> !row.at().isBefore(from) && row.at().isBefore(to))
                    .sorted(Comparator.comparing(Wrote::at)
                            .thenComparing(row -> HexFormat.of().formatHex(Ids.bytes(row.id())))
                            .reversed())
                    .map(Wrote::id)
                    .toList();
            assertThat(paged(filter, 1 + random.nextInt(40)))
                    .as(filter.toString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void searchingTheTrailForAPatientIsAuditedOncePerView() {
        var patient = group.patient("Looked", "At", group.west);
        var number = numberOf(patient);
        var filter = new AuditFilter(null, number, null, null, null);
        var found = staff.as("auditor", () -> audit.list(filter, null, 50));
        assertThat(found).extracting(AuditRow::kind).contains("patient.added", "audit.searched");
        assertThat(found).extracting(AuditRow::patientNumber).containsOnly(number);
        var again = staff.as("auditor", () -> audit.list(filter, found.getLast(), 50));
        assertThat(again).isEmpty();
        assertThat(staff.as("auditor", () -> audit.list(filter, null, 50)).stream()
                        .filter(row -> row.kind().equals("audit.searched")))
                .hasSize(1);
        staff.as("auditor", () -> audit.list(AuditFilter.NONE, null, 50));
        assertThat(staff.as("auditor", () -> audit.list(filter, null, 50))).hasSameSizeAs(found);
    }

    @Test
    void aPatientNumberIsFoundInAnySpellingAndAnUnknownOneFindsNothing() {
        var patient = group.patient("Typed", "Number", group.west);
        var number = numberOf(patient);
        for (var typed : List.of(number, number.toLowerCase(), " " + number + " ", number.substring(2))) {
            assertThat(of(typed))
                    .as(typed)
                    .isNotEmpty()
                    .extracting(AuditRow::patientNumber)
                    .containsOnly(number);
        }
        for (var unknown : List.of("P-999999999", "P-", "Carl", "'; drop table", "P-99999999999999999999")) {
            assertThat(of(unknown)).as(unknown).isEmpty();
        }
    }

    @Test
    void anEntryNamesTheAccountPractitionerOrClinicItConcerns() {
        for (var kind : List.of("account.created", "practitioner.added", "clinic.created")) {
            var rows = staff.as("auditor", () -> audit.list(new AuditFilter(null, null, kind, null, null), null, 50));
            assertThat(rows).as(kind).isNotEmpty().extracting(AuditRow::about).doesNotContainNull();
            var first = rows.getFirst();
            assertThat(staff.as("auditor", () -> audit.entry(first.id()))
                            .orElseThrow()
                            .row())
                    .isEqualTo(first);
        }
        assertThat(staff.as(
                        "auditor",
                        () -> audit.list(new AuditFilter(null, null, "account.created", null, null), null, 50)))
                .extracting(AuditRow::about)
                .contains("therapist");
    }

    @Test
    void anEntryIsReadInFullAndItsKeyedHashIsVerified() {
        var patient = group.patient("In", "Full", group.west);
        var row = of(numberOf(patient)).getLast();
        var entry = staff.as("auditor", () -> audit.entry(row.id())).orElseThrow();
        assertThat(entry.row()).isEqualTo(row);
        assertThat(entry.row().username()).isEqualTo(staff.username("manager"));
        assertThat(entry.row().subject()).isEqualTo(patient.value());
        assertThat(entry.isAsWritten()).isTrue();
        var forged = wrote(BEGAN.minusDays(1), group.therapist, "search.forged", patient);
        assertThat(staff.as("auditor", () -> audit.entry(new AuditEntryId(forged.id())))
                        .orElseThrow()
                        .isAsWritten())
                .isFalse();
        assertThat(staff.as("auditor", () -> audit.entry(new AuditEntryId(Ids.next()))))
                .isEmpty();
    }

    @Test
    void actorsAreFoundByNameAndUserNameIncludingPortalAndUnknown() {
        var eastdesk = staff.username("eastdesk");
        assertThat(people(eastdesk.toUpperCase(Locale.ROOT)))
                .extracting(AuditPerson::username)
                .containsExactly(eastdesk);
        assertThat(people("plumb")).extracting(AuditPerson::name).containsExactly("Plumbline");
        assertThat(people("unknown acc")).extracting(AuditPerson::id).containsExactly(StaffId.NOBODY);
        assertThat(people("%")).isEmpty();
        var all = people("");
        var paged = new ArrayList<AuditPerson>();
        for (int offset = 0; offset < all.size(); offset += 4) {
            var from = offset;
            paged.addAll(staff.as("auditor", () -> audit.people("", from, 4)));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(staff.as("auditor", () -> audit.person(group.chiropractor))
                        .orElseThrow()
                        .label())
                .isEqualTo("chiropractor · " + staff.username("chiropractor"));
    }

    @Test
    void theEventKindsInTheTrailAreListedOnceAndSorted() {
        group.patient("Any", "Kind", group.west);
        assertThat(staff.as("auditor", audit::kinds))
                .contains("patient.added", "account.created")
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aPageTakesAtMostTwoStatementsForAnyFilter() {
        var number = numberOf(group.patient("Two", "Statements", group.west));
        var filters = List.of(
                AuditFilter.NONE,
                new AuditFilter(group.chiropractor, null, null, null, null),
                new AuditFilter(group.chiropractor, null, "patient.added", null, null),
                new AuditFilter(null, number, "patient.added", instant(BEGAN), null));
        staff.doAs("auditor", () -> {
            for (var filter : filters) {
                assertThat(statements.of(() -> audit.list(filter, null, 50)))
                        .as(filter.toString())
                        .hasSizeLessThanOrEqualTo(2);
            }
        });
    }

    private Wrote wrote(LocalDateTime at, StaffId actor, String kind, PatientId patient) {
        var row = new Wrote(Ids.next(), at, actor, kind, patient);
        jdbc.sql("""
                insert into audit_event (id, at, actor, kind, subject, patient, detail, mac)
                values (?, ?, ?, ?, ?, ?, '', ?)""")
                .params(
                        Ids.bytes(row.id()),
                        at,
                        Ids.bytes(actor.value()),
                        kind,
                        Ids.bytes(patient.value()),
                        Ids.bytes(patient.value()),
                        new byte[32])
                .update();
        return row;
    }

    private List<UUID> paged(AuditFilter filter, int size) {
        var ids = new ArrayList<UUID>();
        var page = staff.as("auditor", () -> audit.list(filter, null, size));
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id().value()));
            var last = page.getLast();
            page = staff.as("auditor", () -> audit.list(filter, last, size));
        }
        return ids;
    }

    private List<AuditRow> of(String number) {
        return staff.as("auditor", () -> audit.list(new AuditFilter(null, number, null, null, null), null, 50));
    }

    private List<AuditPerson> people(String text) {
        return staff.as("auditor", () -> audit.people(text, 0, 100));
    }

    private String numberOf(PatientId patient) {
        return "P-"
                + jdbc.sql("select patient_number from patient where id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single();
    }

    private static Instant instant(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }
}
