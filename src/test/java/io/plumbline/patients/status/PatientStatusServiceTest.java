package io.plumbline.patients.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.OrderStatus;
import io.plumbline.orders.Wanted;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.recalls.RecallCheckService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patient who is inactive or deceased: what was open ends and stays on the record, and nothing new begins. */
@StoreTest
class PatientStatusServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientStatusService statuses;

    @Autowired
    AppointmentService appointments;

    @Autowired
    PlanService plans;

    @Autowired
    OrderService orders;

    @Autowired
    OrderListService orderLists;

    @Autowired
    RecallCheckService recalls;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsOpenWithADeceasedPatientEndsAndStaysOnTheRecord() {
        var patient = onTeam("Deceased");
        var active = care.activePlan(patient, "Back");
        var draft = care.draftPlan(patient, "Neck", group.west, care.today());
        var visit = care.bookMassage(patient, care.today().plusDays(7));
        var note = care.earlierNote(patient);
        var order = staff.as(
                "therapist",
                () -> orders.place(
                        patient,
                        OrderSource.of(note),
                        new OrderDraft(
                                OrderKind.MASSAGE, new Wanted(care.today().plusDays(30), false), null, ""),
                        false));
        var open = staff.as("westdesk", () -> statuses.findOpen(patient)).stream()
                .map(OpenItem::words)
                .toList();
        assertThat(open)
                .as("three appointments, two plans and the order")
                .hasSize(6)
                .anyMatch(words -> words.startsWith("Massage on "))
                .anyMatch(words -> words.startsWith("Active treatment plan, Care of "))
                .contains("Draft of a treatment plan")
                .anyMatch(words -> words.startsWith("Checkout order, Massage"));

        set(patient, PatientStatus.DECEASED, "The daughter called");

        var now = opened(patient);
        assertThat(now.status()).isEqualTo(PatientStatus.DECEASED);
        assertThat(now.header().status()).startsWith("Deceased ");
        assertThat(now.nextVisitOn()).isNull();
        assertThat(now.plan()).isNull();
        assertThat(statusOf(visit)).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(slotsOf(visit)).isZero();
        assertThat(care.details(active).status()).isEqualTo(PlanStatus.REVOKED);
        assertThat(care.details(draft).status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(staff.as("therapist", () -> orderLists.findBySource(patient, OrderSource.of(note))))
                .filteredOn(row -> row.id().equals(order))
                .allSatisfy(row -> {
                    assertThat(row.status()).isEqualTo(OrderStatus.DECLINED);
                    assertThat(row.declineWords()).isEqualTo("The patient is deceased");
                });
        var change = staff.as("westdesk", () -> statuses.findChanges(opened(patient)))
                .getFirst();
        assertThat(change.reason()).isEqualTo("The daughter called");
        assertThat(change.by()).isEqualTo("westdesk");
        assertThat(change.openBefore())
                .hasSize(6)
                .contains("Draft of a treatment plan: stays a draft that cannot be activated");
        assertThat(care.auditOf("patient.status-changed", patient)).isEqualTo(1);
    }

    @Test
    void anInactivePatientKeepsTheirPlansOnHold() {
        var patient = onTeam("Inactive");
        var active = care.activePlan(patient, "Back");
        var draft = care.draftPlan(patient, "Neck", group.west, care.today());

        set(patient, PatientStatus.INACTIVE, "Moved to Tucson in August");

        assertThat(care.details(active).status()).isEqualTo(PlanStatus.ON_HOLD);
        assertThat(care.details(draft).status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(opened(patient).header().status()).startsWith("Inactive since ");
        assertThatThrownBy(() ->
                        staff.doAs("chiropractor", () -> plans.activate(draft, care.versionOf(draft), TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is inactive: no plan can be activated");
        assertThatThrownBy(() -> care.move(active, PlanStatus.ACTIVE, "The care goes on as before"))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is inactive: no plan can be resumed");
    }

    @Test
    void nothingIsBookedOrOrderedForSomebodyDeceased() {
        var patient = care.treated("Unbooked");
        var note = care.earlierNote(patient);
        set(patient, PatientStatus.DECEASED, "Obituary");
        assertThatThrownBy(() -> care.bookMassage(patient, care.today().plusDays(3)))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is deceased: nothing can be booked");
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> orders.place(
                                patient,
                                OrderSource.of(note),
                                new OrderDraft(
                                        OrderKind.MASSAGE,
                                        new Wanted(care.today().plusDays(30), false),
                                        null,
                                        ""),
                                false)))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is deceased: nothing can be ordered");
        assertThat(staff.as("westdesk", () -> patients.brief(patient)).map(PatientBrief::hold))
                .hasValue("The patient is deceased: nothing can be booked.");
    }

    @Test
    void theNoteOfAPastVisitIsStillSigned() {
        var patient = care.treated("Past visit");
        var visit = care.bookMassage(patient, care.today().minusDays(6));
        set(patient, PatientStatus.DECEASED, "Obituary");
        care.treat(visit);
        assertThat(statusOf(visit)).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void aVisitInTreatmentIsCompletedFirst() {
        var patient = care.treated("In treatment");
        var later = care.bookMassage(patient, care.today().plusDays(9));
        var visit = care.bookMassage(patient, care.today());
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.IN_TREATMENT);
        assertThatThrownBy(() -> set(patient, PatientStatus.DECEASED, "Obituary"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is in treatment. Complete the visit first, then set the patient deceased");
        assertThat(opened(patient).status()).isEqualTo(PatientStatus.ACTIVE);
        assertThat(statusOf(later)).as("nothing was ended").isEqualTo(AppointmentStatus.BOOKED);
        mark(visit, AppointmentStatus.COMPLETED);
        set(patient, PatientStatus.DECEASED, "Obituary");
        assertThat(statusOf(visit)).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(statusOf(later)).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aWrongDeceasedIsUndoneWithAReasonAndBothStayOnTheRecord() {
        var patient = care.treated("Mistaken");
        set(patient, PatientStatus.DECEASED, "Another person of the name");
        assertThatThrownBy(() -> set(patient, PatientStatus.INACTIVE, "Moved to another town"))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is deceased. Set the patient active first");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> statuses.reactivate(patient, " ")))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        staff.doAs("westdesk", () -> statuses.reactivate(patient, "It was the cousin who called"));
        assertThat(opened(patient).status()).isEqualTo(PatientStatus.ACTIVE);
        assertThat(opened(patient).header().status()).isEmpty();
        assertThat(staff.as("westdesk", () -> statuses.findChanges(opened(patient))))
                .extracting(StatusChange::status)
                .containsExactly(PatientStatus.ACTIVE, PatientStatus.DECEASED);
        assertThat(care.bookMassage(patient, care.today().plusDays(11))).isNotNull();
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> statuses.reactivate(patient, "Entered a second time by a colleague")))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is already active. Open the page again to see since when");
    }

    @Test
    void aDayThatCannotBeIsRefused() {
        var patient = care.treated("Days");
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> statuses.set(
                                patient,
                                new StatusDraft(
                                        PatientStatus.DECEASED, care.today().plusDays(2), "Obituary"))))
                .isInstanceOf(Refused.class)
                .hasMessage("The day is in the future");
    }

    @Test
    void whoDoesNotSeeThePatientChangesNothing() {
        var patient = care.treated("Elsewhere");
        assertThatThrownBy(() -> staff.doAs(
                        "eastdesk",
                        () -> statuses.set(
                                patient,
                                new StatusDraft(PatientStatus.INACTIVE, care.today(), "Moved to another town"))))
                .isInstanceOf(NotAvailable.class);
        assertThat(opened(patient).status()).isEqualTo(PatientStatus.ACTIVE);
    }

    @Test
    void theRecallBoardLeavesThemOut() {
        var patient = care.treated("Recalled");
        care.earlierNote(patient);
        set(patient, PatientStatus.INACTIVE, "Moved to another town");
        staff.doAs("system", () -> recalls.check(patient));
        assertThat(jdbc.sql("select count(*) from recall where patient_id = ? and status = 'OPEN'")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theDirectoryAndTheSearchSayIt() {
        var patient = care.treated("Zzyzx");
        set(patient, PatientStatus.DECEASED, "Obituary");
        assertThat(staff.as("westdesk", () -> patients.search("Zzyzx")))
                .filteredOn(row -> row.id().equals(patient))
                .allSatisfy(row -> assertThat(row.numberAndStatus()).endsWith(" · Deceased"))
                .hasSize(1);
    }

    /** A patient whom the chiropractor sees also after the appointments are canceled. */
    private PatientId onTeam(String name) {
        var patient = care.treated(name);
        staff.doAs("manager", () -> careTeam.join(patient, group.chiropractor));
        return patient;
    }

    private void set(PatientId patient, PatientStatus next, String reason) {
        staff.doAs("westdesk", () -> statuses.set(patient, new StatusDraft(next, care.today(), reason)));
    }

    private PatientDetails opened(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient)).orElseThrow();
    }

    private void mark(AppointmentId visit, AppointmentStatus next) {
        staff.doAs("therapist", () -> appointments.mark(visit, version(visit), next));
    }

    private long version(AppointmentId visit) {
        return appointments.find(visit).orElseThrow().row().version();
    }

    private AppointmentStatus statusOf(AppointmentId visit) {
        return staff.as("manager", () -> appointments.find(visit))
                .orElseThrow()
                .row()
                .status();
    }

    private long slotsOf(AppointmentId visit) {
        return jdbc.sql("select count(*) from booked_slot where appointment_id = ?")
                .param(Ids.bytes(visit.value()))
                .query(Long.class)
                .single();
    }
}
