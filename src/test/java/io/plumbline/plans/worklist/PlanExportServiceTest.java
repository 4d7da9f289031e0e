package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The worklist of plans as a list: the plans of one's clinics once each, for a reason that goes on record. */
@StoreTest
class PlanExportServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PlanExportService exports;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thePlansOfTheClinicsAreExportedWithoutClinicalContent() {
        var plan = care.activePlan(care.treated("Exported Plan"), "Neck pain");
        var rows = export("manager", "Report to the owners");
        assertThat(rows).extracting(PlanRow::id).contains(plan).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.flag()).isNull();
            assertThat(row.holdReason()).isNull();
            assertThat(row.course().review()).isNull();
        });
        assertThat(exported("Report to the owners"))
                .containsExactly("All, plans " + rows.size() + ", reason Report to the owners");
        var other = group.own("px");
        assertThat(export(other.manager(), "Nothing here to be exported")).isEmpty();
    }

    @Test
    void anExportNeedsAReasonAndTheRole() {
        assertThatThrownBy(() -> export("manager", ""))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        for (var who : List.of("chiropractor", "therapist")) {
            assertThatThrownBy(() -> export(who, "Curious about the numbers"))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(exported("Curious about the numbers")).isEmpty();
    }

    @Test
    void nothingIsRecordedWithoutThePassword() {
        assertThatThrownBy(() -> staff.doAs(
                        "manager",
                        () -> exports.export(PlanFilter.ALL, PlanNarrowing.NONE, "Without a password", row -> {})))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(exported("Without a password")).isEmpty();
    }

    @Test
    void aListOfMoreThanOnePageIsHandedOverPageByPage() {
        var own = group.own("pe");
        var patient = Ids.bytes(care.treated("Many Plans").value());
        for (int n = 0; n < 501; n++) {
            insertOnHold(patient, own.id(), LocalDate.of(2026, 11, 20));
        }
        try {
            assertThat(export(own.manager(), "Many plans for the yearly report"))
                    .hasSize(501)
                    .extracting(PlanRow::id)
                    .doesNotHaveDuplicates();
            assertThat(exported("Many plans for the yearly report"))
                    .containsExactly("All, plans 501, reason Many plans for the yearly report");
        } finally {
            enteredInError(own.id());
        }
    }

    /** The export reads a page after the last row of the page before: it must move on from a plan like this too. */
    @Test
    void plansOnHoldWithoutADayAreExportedOnceEach() {
        var own = group.own("pd");
        var patient = Ids.bytes(care.treated("Undated Hold").value());
        for (int n = 0; n < 3; n++) {
            insertOnHold(patient, own.id(), null);
        }
        try {
            var rows = new ArrayList<PlanRow>();
            care.asProven(
                    own.manager(),
                    () -> exports.export(PlanFilter.ALL, PlanNarrowing.NONE, "Undated plans for the report", row -> {
                        assertThat(rows).as("an export that begins again").hasSizeLessThan(3);
                        rows.add(row);
                    }));
            assertThat(rows).hasSize(3).extracting(PlanRow::id).doesNotHaveDuplicates();
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.isOnHold()).isTrue();
                assertThat(row.needs()).isEmpty();
                assertThat(PlanFilter.ON_HOLD.shows(row)).isTrue();
            });
        } finally {
            enteredInError(own.id());
        }
    }

    private void insertOnHold(byte[] patient, ClinicId clinic, @Nullable LocalDate since) {
        jdbc.sql("insert into treatment_plan (id, patient_id, clinic_id, title, status, held_on, due_on, created_at,"
                        + " version) values (?, ?, ?, 'Plan', 'ON_HOLD', ?, '2026-11-24',"
                        + " '2026-11-01 10:00:00', 0)")
                .params(Ids.bytes(Ids.next()), patient, Ids.bytes(clinic.value()), since)
                .update();
    }

    private void enteredInError(ClinicId clinic) {
        jdbc.sql("update treatment_plan set status = 'ENTERED_IN_ERROR' where clinic_id = ?")
                .param(Ids.bytes(clinic.value()))
                .update();
    }

    private List<PlanRow> export(String who, String reason) {
        return care.provenly(who, () -> {
            var all = new ArrayList<PlanRow>();
            exports.export(PlanFilter.ALL, PlanNarrowing.NONE, reason, all::add);
            return all;
        });
    }

    private List<String> exported(String reason) {
        return jdbc.sql("select detail from audit_event where kind = 'plan.exported' and detail like ?")
                .param("%reason " + reason)
                .query(String.class)
                .list();
    }
}
