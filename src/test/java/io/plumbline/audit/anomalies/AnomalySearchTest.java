package io.plumbline.audit.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.RelationReason;
import io.plumbline.access.SystemActor;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which accesses in the trail are unusual, and what the privacy officer decides on them. */
@StoreTest
@OnMySql("the user of MySQL may update some columns of a finding only, and of two searches one goes on")
class AnomalySearchTest {
    /** A Tuesday, noon in Phoenix. */
    private static final Instant NOON = Instant.parse("2032-03-02T19:00:00Z");

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ClinicService clinics;

    @Autowired
    AnomalySearch search;

    @Autowired
    AnomalyService anomalies;

    @Autowired
    AnomalyStore store;

    @Autowired
    SystemActor system;

    @Autowired
    JdbcClient jdbc;

    private StaffId reader;
    private String username;
    private ClinicId clinic;

    @BeforeEach
    void aClinicThatIsOpenFromEightToFourAndItsDesk() {
        username = "reader" + Long.toString(Ids.next().getLeastSignificantBits() >>> 1, 36);
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .toList();
        clinic = staff.as(
                "system",
                () -> clinics.create(ClinicDrafts.of(
                        username.substring(0, 15),
                        username,
                        ZoneId.of("America/Phoenix"),
                        "US",
                        "911",
                        15,
                        hours,
                        List.of())));
        reader = group.account(username, Role.FRONT_DESK, clinic);
        named(reader, "Ada Quill");
        // what other tests chained in this store is not searched here
        jdbc.sql("update audit_anomaly_search set seq = (select coalesce(max(seq), 0) from audit_event)")
                .update();
    }

    @Test
    void thirtyDifferentChartsInAnHourAreManyAndReportedOnce() {
        var patients = IntStream.range(0, 30).mapToObj(n -> PatientId.next()).toList();
        for (int n = 0; n < 29; n++) {
            viewed(patients.get(n), NOON.plusSeconds(n * 60));
            viewed(patients.get(n), NOON.plusSeconds(n * 60 + 5));
        }
        searched();
        assertThat(found()).isEmpty();
        viewed(patients.get(29), NOON.plusSeconds(3599));
        searched();
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(AnomalyRule.MANY_CHARTS);
            assertThat(row.accesses()).isEqualTo(30);
            assertThat(row.firstAt()).isEqualTo(NOON);
            assertThat(row.lastAt()).isEqualTo(NOON.plusSeconds(3599));
        });
        viewed(PatientId.next(), NOON.plusSeconds(3600));
        searched();
        assertThat(found()).singleElement().satisfies(row -> assertThat(row.accesses())
                .isEqualTo(31));
    }

    @Test
    void thirtyChartsInMoreThanAnHourAreUsual() {
        for (int n = 0; n < 30; n++) {
            viewed(PatientId.next(), NOON.plusSeconds(n * 125));
        }
        searched();
        assertThat(found()).isEmpty();
    }

    @Test
    void anAccessIsOffHoursAnHourAfterAllClinicsOfThePersonHaveClosed() {
        var patient = patient("Nora", "Stone");
        viewed(patient, at("16:59"));
        viewed(patient, at("07:01"));
        searched();
        assertThat(found()).isEmpty();
        viewed(patient, at("17:01"));
        viewed(patient, at("17:31"));
        viewed(patient("Nils", "Stone"), at("17:41"));
        searched();
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(AnomalyRule.OFF_HOURS);
            assertThat(row.accesses()).isEqualTo(3);
            assertThat(row.patient()).as("several").isNull();
        });
    }

    @Test
    void theNamesOfReaderColleaguesAndFormerColleaguesAreCompared() {
        var friend = group.account("c" + username, Role.FRONT_DESK, clinic);
        named(friend, "Zoë " + username);
        var former = group.account("f" + username, Role.FRONT_DESK, clinic);
        named(former, "Max " + username);
        jdbc.sql("update staff_account set status = 'SWITCHED_OFF' where id = ?")
                .param(Ids.bytes(former.value()))
                .update();
        var own = patient("ada", "QUILL");
        var family = patient("Bea", "Quill");
        var colleague = patient("Zoe", username);
        var gone = patient("Max", username);
        var stranger = patient("Zoe", "Quillon");
        for (var patient : List.of(own, family, colleague, gone, stranger, own)) {
            viewed(patient, NOON);
        }
        searched();
        assertThat(found())
                .extracting(AnomalyRow::rule, AnomalyRow::patient, AnomalyRow::accesses)
                .containsExactlyInAnyOrder(
                        tuple(AnomalyRule.OWN_RECORD, own, 2),
                        tuple(AnomalyRule.SAME_FAMILY_NAME, family, 1),
                        tuple(AnomalyRule.COLLEAGUE, colleague, 1),
                        tuple(AnomalyRule.FORMER_COLLEAGUE, gone, 1));
        assertThat(found()).allSatisfy(row -> assertThat(row.patientNumber()).startsWith("P-"));
    }

    @Test
    void whoTreatsThePatientHasAReasonButNotForTheOwnRecord() {
        var family = patient("Cleo", "Quill");
        var own = patient("Ada", "Quill");
        for (var patient : List.of(family, own)) {
            jdbc.sql("""
                    insert into patient_relation (staff_id, patient_id, reason, source_id, from_on, until_on)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            Ids.bytes(reader.value()),
                            Ids.bytes(patient.value()),
                            RelationReason.values()[0].name(),
                            Ids.bytes(Ids.next()),
                            LocalDate.of(2032, 1, 1),
                            LocalDate.of(2032, 12, 31))
                    .update();
            viewed(patient, NOON);
            viewed(patient, at("22:00"));
        }
        searched();
        assertThat(found()).extracting(AnomalyRow::rule).containsExactly(AnomalyRule.OWN_RECORD);
    }

    @Test
    void threeBreakGlassAccessesInADayAreMany() {
        for (int n = 0; n < 3; n++) {
            entry(reader, Access.BREAK_GLASS, PatientId.next(), NOON.plusSeconds(n * 3600));
            searched();
        }
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(AnomalyRule.MANY_BREAK_GLASS);
            assertThat(row.accesses()).isEqualTo(3);
        });
    }

    @Test
    void nothingIsFoundTwiceIfTheSameEntriesAreSearchedAgain() {
        var before = store.searchedUntil();
        viewed(patient("Dan", "Quill"), NOON);
        searched();
        jdbc.sql("update audit_anomaly_search set seq = ?").param(before).update();
        searched();
        assertThat(found()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'anomaly.found' and subject = ?")
                        .param(Ids.bytes(found().getFirst().id().value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(store.moveOn(before, before + 1)).as("of another node").isFalse();
    }

    @Test
    void aDecisionIsMadeOnceWithANoteWhereTheAccessWasNotJustifiedAndIsOnRecord() {
        viewed(patient("Eva", "Quill"), NOON);
        viewed(patient("Finn", "Quill"), NOON);
        searched();
        var one = found().getFirst();
        var other = found().getLast();
        assertThatThrownBy(() -> decide("auditor", one, false, " "))
                .isInstanceOf(Refused.class)
                .hasMessage("The note is missing");
        assertThatThrownBy(() -> staff.as("auditor", () -> anomalies.decide(AnomalyId.next(), true, "")))
                .isInstanceOf(NotAvailable.class);
        var decided = decide("auditor", one, false, "Sister of the patient");
        assertThat(decided.state()).isEqualTo(AnomalyState.NOT_JUSTIFIED);
        assertThat(decided.decidedBy()).isEqualTo("auditor");
        assertThat(decide("auditor", one, true, "").state())
                .as("the first decision stays")
                .isEqualTo(AnomalyState.NOT_JUSTIFIED);
        decide("auditor", other, true, "");
        assertThat(found()).isEmpty();
        assertThat(of(AnomalyState.NOT_JUSTIFIED))
                .extracting(AnomalyRow::note)
                .containsExactly("Sister of the patient");
        assertThat(of(AnomalyState.JUSTIFIED)).hasSize(1);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'anomaly.decided' and subject = ?")
                        .param(Ids.bytes(one.id().value()))
                        .query(String.class)
                        .list())
                .containsExactly("same-family-name, not justified");
        viewed(Objects.requireNonNull(other.patient()), NOON.plusSeconds(60));
        searched();
        assertThat(found()).as("what was decided does not return").isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnAccesses() {
        var both = group.account("b" + username, Role.AUDITOR, clinic);
        named(both, "Ada Quill");
        entry(both, "patient.opened", patient("Gus", "Quill"), NOON);
        searched();
        var own = staff.as("b" + username, () -> anomalies.list(AnomalyState.OPEN, null, 1000)).stream()
                .filter(row -> row.person().equals(both))
                .toList();
        assertThat(own).singleElement().satisfies(row -> assertThat(row.isOwn()).isTrue());
        assertThatThrownBy(() -> decide("b" + username, own.getFirst(), true, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only a colleague");
        assertThat(decide("auditor", own.getFirst(), true, "").state()).isEqualTo(AnomalyState.JUSTIFIED);
    }

    @Test
    void theListIsReadPageByPageOldestFirst() {
        for (int n = 0; n < 7; n++) {
            viewed(patient("Page" + n, "Quill"), NOON.minusSeconds(n / 2 * 60L));
        }
        searched();
        var paged = new ArrayList<AnomalyRow>();
        var page = staff.as("auditor", () -> anomalies.list(AnomalyState.OPEN, null, 2));
        while (!page.isEmpty()) {
            paged.addAll(page);
            var last = page.getLast();
            page = staff.as("auditor", () -> anomalies.list(AnomalyState.OPEN, last, 2));
        }
        assertThat(paged).isEqualTo(staff.as("auditor", () -> anomalies.list(AnomalyState.OPEN, null, 1000)));
        assertThat(paged).extracting(AnomalyRow::firstAt).isSorted();
        assertThat(staff.as("auditor", anomalies::countOpen)).isEqualTo(paged.size());
    }

    private AnomalyRow decide(String who, AnomalyRow row, boolean isJustified, String note) {
        return staff.as(who, () -> anomalies.decide(row.id(), isJustified, note));
    }

    private List<AnomalyRow> found() {
        return of(AnomalyState.OPEN);
    }

    private List<AnomalyRow> of(AnomalyState state) {
        return staff.as("auditor", () -> anomalies.list(state, null, 1000)).stream()
                .filter(row -> row.person().equals(reader))
                .toList();
    }

    private void searched() {
        var more = true;
        while (more) {
            more = system.call(search::next);
        }
    }

    private void viewed(PatientId patient, Instant at) {
        entry(reader, "patient.opened", patient, at);
    }

    /** Written and numbered as the chain job numbers it; the codes do not matter to the search. */
    private void entry(StaffId actor, String kind, PatientId patient, Instant at) {
        var next = jdbc.sql(
                        "select greatest((select coalesce(max(seq), 0) from audit_event), (select seq from audit_anomaly_search)) + 1")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into audit_event (id, at, actor, kind, subject, patient, detail, mac, seq, chain)
                values (?, ?, ?, ?, ?, ?, '', ?, ?, ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        at.atOffset(ZoneOffset.UTC).toLocalDateTime(),
                        Ids.bytes(actor.value()),
                        kind,
                        Ids.bytes(patient.value()),
                        Ids.bytes(patient.value()),
                        new byte[32],
                        next,
                        new byte[32])
                .update();
    }

    private PatientId patient(String given, String family) {
        return group.patient(given, family, group.west);
    }

    private void named(StaffId account, String name) {
        jdbc.sql("update staff_account set display_name = ? where id = ?")
                .params(name, Ids.bytes(account.value()))
                .update();
    }

    /** A time of that Tuesday in Phoenix. */
    private static Instant at(String time) {
        return LocalDate.of(2032, 3, 2)
                .atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("America/Phoenix"))
                .toInstant();
    }
}
