package io.plumbline.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What keeps a record, and that one person alone lifts no legal hold. In these tests the west has the rule of Texas. */
@StoreTest
@OnMySql("days to keep are cast in SQL, and a hold may be updated in some columns only")
class RetentionServiceTest {
    private static final AtomicInteger AUDITORS = new AtomicInteger();

    @Autowired
    RetentionService retention;

    @Autowired
    PatientMergeService merges;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    TestCare care;

    @Autowired
    IntakeService intakes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRecordWhoseYearsAreOverIsKeptNoLongerAndTheQuestionIsOnRecord() {
        var patient = treatedIn2012("Long", "Ago", group.west);
        var kept = keepUntil(patient);
        assertThat(kept.lastTreatment()).isEqualTo("2012-03-05");
        assertThat(kept.until()).isEqualTo("2018-03-05");
        assertThat(kept.keptBy()).isEmpty();
        assertThat(kept.isOver(care.today())).isTrue();
        assertThat(audited("retention.read", patient)).isEqualTo(1);
    }

    @Test
    void aPlanThatIsNotOverAVisitAheadAndADraftKeepIt() {
        var patient = care.treated("Open");
        bornIn1980(patient);
        care.activePlan(patient, "Low back pain");
        assertThat(keepUntil(patient).keptBy()).containsExactly(KeptBy.OPEN_PLAN, KeptBy.OPEN_APPOINTMENT);
        staff.as("chiropractor", () -> intakes.begin(patient, group.west, ""));
        assertThat(keepUntil(patient).keptBy())
                .containsExactly(KeptBy.OPEN_PLAN, KeptBy.OPEN_APPOINTMENT, KeptBy.UNSIGNED_NOTE);
        assertThat(keepUntil(patient).lastTreatment()).isNotNull();
        assertThat(keepUntil(patient).isOver(LocalDate.parse("2126-01-01"))).isFalse();
    }

    @Test
    void aClinicWithoutRuleAndANewPatientHaveNoDay() {
        var east = treatedIn2012("Of The", "East", group.east);
        assertThat(keepUntil(east).keptBy()).containsExactly(KeptBy.NO_RULE);
        var fresh = group.patient("Never", "Treated", group.west);
        bornIn1980(fresh);
        assertThat(keepUntil(fresh).keptBy()).containsExactly(KeptBy.NO_TREATMENT);
        assertThat(keepUntil(fresh).until()).isNull();
    }

    @Test
    void aHoldIsLiftedByASecondPersonOnly() {
        var patient = treatedIn2012("Held", "By Court", group.west);
        var second = secondAuditor();
        var hold = place(patient, "Proceeding 12/2026, county court");
        assertThat(keepUntil(patient).keptBy()).containsExactly(KeptBy.LEGAL_HOLD);
        refused("auditor", () -> retention.lift(hold, version(hold)), "is lifted by two people");
        staff.doAs("auditor", () -> retention.askToLift(hold, version(hold), "The proceeding ended"));
        refused("auditor", () -> retention.lift(hold, version(hold)), "a second person has to lift it");
        refused(
                second,
                () -> retention.askToLift(hold, version(hold), "A second person wants the same"),
                "has asked to lift this hold already");
        assertThat(keepUntil(patient).isOver(care.today())).isFalse();
        staff.doAs(second, () -> retention.lift(hold, version(hold)));
        assertThat(keepUntil(patient).isOver(care.today())).isTrue();
        assertThat(found(hold).liftedBy()).isEqualTo(second);
        refused(
                "auditor",
                () -> retention.askToLift(hold, version(hold), "Entered once more by mistake"),
                "lifted already");
        assertThat(audited("legal-hold.placed", patient)).isEqualTo(1);
        assertThat(audited("legal-hold.lift-asked", patient)).isEqualTo(1);
        assertThat(audited("legal-hold.lifted", patient)).isEqualTo(1);
    }

    @Test
    void aHoldThatSomebodyAskedToLiftCanStay() {
        var patient = group.patient("Stays", "Held", group.west);
        var second = secondAuditor();
        var hold = place(patient, "District court, proceeding 13/2026");
        refused(second, () -> retention.keep(hold, version(hold)), "Nobody asks to lift this hold");
        staff.doAs("auditor", () -> retention.askToLift(hold, version(hold), "The proceeding ended"));
        staff.doAs(second, () -> retention.keep(hold, version(hold)));
        assertThat(found(hold).liftReason()).isNull();
        assertThat(found(hold).status()).isEqualTo("Lasts");
        refused(second, () -> retention.lift(hold, version(hold)), "is lifted by two people");
        assertThat(audited("legal-hold.lift-refused", patient)).isEqualTo(1);
    }

    @Test
    void whoSawAnOlderVersionLiftsNothing() {
        var hold = place(group.patient("Older", "Version", group.west), "District court, proceeding 14/2026");
        var before = version(hold);
        staff.doAs("auditor", () -> retention.askToLift(hold, before, "The proceeding ended"));
        assertThatThrownBy(() -> staff.doAs(secondAuditor(), () -> retention.lift(hold, before)))
                .isInstanceOf(StaleVersion.class);
        assertThat(found(hold).isLasting()).isTrue();
    }

    @Test
    void aHoldOnAMergedRecordKeepsAllRecordsOfThePatient() {
        var kept = treatedIn2012("Merged", "And Held", group.west);
        var merged = group.patient("Merged", "And Held", group.west);
        bornIn1980(merged);
        place(merged, "District court, proceeding 15/2026");
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        assertThat(keepUntil(kept).keptBy()).containsExactly(KeptBy.LEGAL_HOLD);
        assertThat(list(number(kept), null, 10)).hasSize(1);
    }

    @Test
    void holdsArePagedNewestFirst() {
        var number = number(group.patient("Paged", "Holds", group.west));
        for (var n = 0; n < 5; n++) {
            var reason = "District court, proceeding " + n;
            staff.doAs("auditor", () -> retention.place(number, reason));
        }
        var all = list(number, null, 100);
        assertThat(all).hasSize(5);
        var paged = new ArrayList<LegalHoldRow>();
        for (var page = list(number, null, 2); !page.isEmpty(); page = list(number, page.getLast(), 2)) {
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void whatIsMissingIsRefusedAtItsField() {
        var number = number(group.patient("Missing", "Reason", group.west));
        assertThatThrownBy(() -> staff.as("auditor", () -> retention.place(number, " ")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(LegalHoldField.REASON));
        assertThatThrownBy(() ->
                        staff.as("auditor", () -> retention.place("P-99999999", "District court, a new proceeding")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(LegalHoldField.PATIENT));
        assertThat(list(number, null, 10)).isEmpty();
        for (var somebody : List.of("manager", "chiropractor")) {
            assertThatThrownBy(
                            () -> staff.as(somebody, () -> retention.place(number, "District court, a new proceeding")))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private PatientId treatedIn2012(String given, String family, ClinicId clinic) {
        var patient = group.patient(given, family, clinic);
        bornIn1980(patient);
        jdbc.sql("""
                        insert into appointment (id, clinic_id, practitioner_id, subject_kind, subject_id,
                        appointment_type, starts_on, starts_at, minutes, status, booked_at, version)
                        values (?, ?, ?, 'PATIENT', ?, 'MASSAGE', ?, '09:00:00', 30, 'COMPLETED', ?, 0)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Ids.bytes(clinic.value()),
                        Ids.bytes(group.chiropractor.value()),
                        Ids.bytes(patient.value()),
                        LocalDate.parse("2012-03-05"),
                        LocalDate.parse("2012-03-01").atStartOfDay())
                .update();
        return patient;
    }

    private void bornIn1980(PatientId patient) {
        jdbc.sql("update patient set birth_date = ? where id = ?")
                .params(LocalDate.parse("1980-05-01"), Ids.bytes(patient.value()))
                .update();
    }

    private String secondAuditor() {
        var name = "secondauditor" + AUDITORS.incrementAndGet();
        group.account(name, Role.AUDITOR);
        return name;
    }

    private LegalHoldId place(PatientId patient, String reason) {
        return staff.as("auditor", () -> retention.place(number(patient), reason));
    }

    private KeepUntil keepUntil(PatientId patient) {
        return staff.as("auditor", () -> retention.keepUntil(number(patient)));
    }

    private LegalHoldRow found(LegalHoldId hold) {
        return staff.as("auditor", () -> retention.find(hold));
    }

    private long version(LegalHoldId hold) {
        return found(hold).version();
    }

    private void refused(String who, Runnable action, String words) {
        assertThatThrownBy(() -> staff.doAs(who, action))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private List<LegalHoldRow> list(String number, @Nullable LegalHoldRow after, int limit) {
        return staff.as("auditor", () -> retention.list(number, after, limit));
    }

    private long audited(String kind, PatientId patient) {
        return care.auditOf(kind, patient);
    }

    private String number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
    }
}
