package io.plumbline.records.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Whom an incident affected, frozen once, and what follows from it. */
@StoreTest
class IncidentServiceTest {
    private static final AtomicInteger DESKS = new AtomicInteger();

    @Autowired
    IncidentService incidents;

    @Autowired
    PatientService patients;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAffectedPatientsAreThoseOfTheAccountAndStayAsTheyWereFrozen() {
        var desk = desk();
        var first = opened(desk);
        var second = opened(desk);
        var third = opened(desk);
        var id = record(desk, care.today());
        assertThat(staff.as("auditor", () -> incidents.count(id))).isEqualTo(3);
        var paged = new ArrayList<Long>();
        staff.doAs("auditor", () -> {
            for (var page = incidents.affected(id, null, 2);
                    !page.isEmpty();
                    page = incidents.affected(id, page.getLast(), 2)) {
                page.forEach(row -> paged.add(row.number()));
            }
        });
        assertThat(paged).containsExactly(number(first), number(second), number(third));
        staff.doAs("auditor", () -> incidents.freeze(id, 0));
        opened(desk);
        assertThat(staff.as("auditor", () -> incidents.affected(id, null, 10)))
                .extracting(AffectedPatient::number)
                .containsExactlyElementsOf(paged);
        assertThat(row(id).patients()).isEqualTo(3);
        refused(() -> incidents.freeze(id, 1), null);
        assertThatThrownBy(() -> staff.doAs(
                        "auditor", () -> incidents.decide(id, 0, IncidentDecision.BREACH, "Looked at by a stranger")))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aDayWithoutAccessesAffectsNobody() {
        var desk = desk();
        opened(desk);
        var id = record(desk, care.today().minusDays(9));
        assertThat(staff.as("auditor", () -> incidents.count(id))).isZero();
    }

    @Test
    void itIsAssessedAfterTheListIsFrozenAndToldWithinSixtyDays() {
        var desk = desk();
        opened(desk);
        var id = record(desk, care.today());
        assertThat(row(id).dueOn()).isEqualTo(care.today().plusDays(60));
        refused(() -> incidents.decide(id, 0, IncidentDecision.BREACH, "Seen"), null);
        staff.doAs("auditor", () -> incidents.freeze(id, 0));
        refused(() -> incidents.decide(id, 1, IncidentDecision.BREACH, " "), IncidentField.ASSESSMENT);
        refused(() -> incidents.notified(id, 1, care.today()), null);
        staff.doAs("auditor", () -> incidents.decide(id, 1, IncidentDecision.BREACH, "Seen by a stranger"));
        assertThat(row(id).isOpen()).isTrue();
        refused(() -> incidents.notified(id, 2, care.today().plusDays(1)), IncidentField.NOTIFIED_ON);
        staff.doAs("auditor", () -> incidents.notified(id, 2, care.today()));
        assertThat(row(id).isOpen()).isFalse();
        var other = record(desk, care.today());
        staff.doAs("auditor", () -> incidents.freeze(other, 0));
        staff.doAs("auditor", () -> incidents.decide(other, 1, IncidentDecision.NO_BREACH, "Was entitled to"));
        assertThat(row(other).isOpen()).isFalse();
    }

    @Test
    void theListIsExportedWithReasonAndProofAndOnRecord() {
        var desk = desk();
        opened(desk);
        var id = record(desk, care.today());
        refused(() -> incidents.export(id, "For the notices to the patients"), null);
        staff.doAs("auditor", () -> incidents.freeze(id, 0));
        refused(() -> incidents.export(id, " "), IncidentField.REASON);
        assertThatThrownBy(() -> staff.as("auditor", () -> incidents.export(id, "For the notices to the patients")))
                .isInstanceOf(ProofNeeded.class);
        assertThat(care.provenly("auditor", () -> incidents.export(id, "For the notices to the patients")))
                .hasSize(1);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'incident.exported' and subject = ?")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .single())
                .isEqualTo("1 patients: For the notices to the patients");
    }

    @Test
    void whatIsWrongIsRefusedAtItsFieldAndOthersMayNotSeeIt() {
        var today = care.today();
        refused(() -> incidents.record(new IncidentDraft(" ", today, "", today, today)), IncidentField.WHAT);
        refused(
                () -> incidents.record(new IncidentDraft("Lost", today.plusDays(1), "", today, today)),
                IncidentField.DISCOVERED_ON);
        refused(
                () -> incidents.record(new IncidentDraft("Lost", today, "nobody-has-this", today, today)),
                IncidentField.USERNAME);
        refused(
                () -> incidents.record(new IncidentDraft("Lost", today, "", today, today.minusDays(1))),
                IncidentField.UNTIL);
        refused(
                () -> incidents.record(new IncidentDraft("Lost", today, "", today.minusDays(400), today)),
                IncidentField.UNTIL);
        for (var somebody : new String[] {"manager", "chiropractor"}) {
            assertThatThrownBy(() -> staff.as(somebody, () -> incidents.list(null, 10)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private String desk() {
        var name = "incidentdesk" + DESKS.incrementAndGet();
        group.account(name, Role.FRONT_DESK, group.west);
        return name;
    }

    private PatientId opened(String who) {
        var patient = group.patient("Affected", "By Incident", group.west);
        staff.as(who, () -> patients.open(patient));
        return patient;
    }

    private IncidentId record(String username, LocalDate day) {
        return staff.as(
                "auditor",
                () -> incidents.record(
                        new IncidentDraft("A password was shared", care.today(), staff.username(username), day, day)));
    }

    private IncidentRow row(IncidentId id) {
        return staff.as("auditor", () -> incidents.find(id));
    }

    private void refused(Runnable action, @org.jspecify.annotations.Nullable IncidentField field) {
        assertThatThrownBy(() -> staff.doAs("auditor", action))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private long number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }
}
