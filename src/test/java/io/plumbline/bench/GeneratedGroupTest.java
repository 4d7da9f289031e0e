package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.GeneratedNotes;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A generated group is one that the portal itself could have become. */
@StoreTest
@Tag("long")
@Tag("sizes")
@TestPropertySource(properties = "plumbline.test=generated")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedGroupTest {
    private static final int SIZE = 1_000;

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    ClinicService clinics;

    @Autowired
    TransactionTemplate transaction;

    private long rows;

    @BeforeAll
    void generate() {
        rows = new GeneratedGroup(portal).fill(SIZE, 0, "four words for a test", patients -> {}, () -> false);
    }

    @Test
    void hasAFifthAsManyLeadsAndATwentiethAsManyPlansAsPatients() {
        assertThat(count("patient where patient_number <= " + SIZE)).isEqualTo(SIZE);
        assertThat(count("consultation_lead")).isEqualTo(SIZE / 5);
        assertThat(count("treatment_plan where status = 'ACTIVE'")).isEqualTo(SIZE / 20);
        assertThat(count("appointment")).isGreaterThan(SIZE / 10);
        assertThat(rows).isGreaterThan(15L * SIZE);
    }

    @Test
    void aConvertedLeadSharesItsPatientsPhoneAndOtherPhonesAreUnique() {
        assertThat(count("consultation_lead l join patient p on p.id = l.converted_patient_id and p.phone = l.phone"))
                .isEqualTo(count("consultation_lead where status = 'CONVERTED'"))
                .isPositive();
        assertThat(jdbc.sql("select count(distinct phone) from consultation_lead")
                        .query(Long.class)
                        .single())
                .isEqualTo(SIZE / 5);
    }

    @Test
    void everySignedNoteIsVerified() {
        var signed = transaction.execute(status -> GeneratedNotes.signed(entities, portal.getBean(ContentMac.class)));
        assertThat(signed.notes()).isGreaterThan(SIZE / 10);
        assertThat(signed.broken()).isZero();
    }

    @Test
    void theAuditTrailIsVerifiedAndCoversEveryRecord() {
        var verdict = GeneratedTrail.verdict(portal);
        assertThat(verdict.flaw()).isNull();
        assertThat(verdict.rows()).isGreaterThan(3L * SIZE);
        assertThat(verdict.signed())
                .isGreaterThan(SIZE / 10)
                .isEqualTo(
                        count("session_note where status = 'SIGNED'") + count("intake_note where status = 'SIGNED'"));
        assertThat(verdict.waiting()).as("but for what other tests did").isLessThan(10);
        assertThat(count("audit_event where kind = 'patient.added'")).isBetween((long) SIZE, SIZE + 1L);
        assertThat(count("audit_event where kind = 'note.signed'"))
                .isEqualTo(count("session_note where status = 'SIGNED'"));
    }

    @Test
    void theManagerFindsPatientsByNameAndNumber() {
        var row = staff.as("manager", () -> patients.list(null, 50)).getLast();
        assertThat(staff.as("manager", () -> patients.search(row.name()))).contains(row);
        assertThat(staff.as("manager", () -> patients.search(row.number())))
                .extracting(PatientRow::id)
                .contains(row.id());
    }

    @Test
    void theListsOfTheStaffAreNotEmpty() {
        assertThat(staff.as("manager", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 50)))
                .isNotEmpty();
        assertThat(staff.as("therapist", () -> patients.list(null, 50))).isNotEmpty();
        assertThat(staff.as("manager", clinics::findForCurrentUser)).hasSize(2);
    }

    @Test
    void theNextPatientGetsTheNextNumberAndASecondGroupIsRefused() {
        var clinic = staff.as("manager", clinics::findForCurrentUser).getFirst().id();
        var id =
                staff.as("frontdesk", () -> patients.add(new PatientDraft("Next", "Number", null, null, null), clinic));
        assertThat(staff.as("frontdesk", () -> patients.search("next number")))
                .filteredOn(row -> row.id().equals(id))
                .extracting(PatientRow::number)
                .containsExactly("P-" + (SIZE + 1));
        assertThatThrownBy(() -> new GeneratedGroup(portal).fill(SIZE, 0, "four words", patients -> {}, () -> false))
                .hasMessageContaining("not empty");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
