package io.plumbline.plans.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.StepOrder;
import io.plumbline.plans.handover.HandOverService.Outcome;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a practitioner has still to do goes to another with what is booked; what is delivered stays. */
@StoreTest
class HandOverServiceTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    HandOverService handOvers;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    PlanService plans;

    @Autowired
    PlanRevisionService revisions;

    @Autowired
    PlanStepService steps;

    @Autowired
    PatientService patients;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Test
    void theVisitsToComeAndWhatIsBookedGoToTheOther() {
        var leaves = masseur();
        var follows = masseur();
        var patient = care.patient("Changes Hands", group.west);
        var plan = massagesWith(leaves, patient, "Changes hands");
        var booked = book(leaves, patient, plan);
        var row = only(leaves, plan);
        assertThat(row.visits()).containsExactly(new HandOverRow.Upcoming(AppointmentType.MASSAGE, 4, care.today()));
        assertThat(row.booked()).extracting(HandOverRow.Booked::id).containsExactly(booked);

        var outcome = handOver(row, leaves, follows);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.moved()).isOne();
        assertThat(outcome.left()).isEmpty();
        assertThat(care.details(plan).visits())
                .extracting(PlanDetails.Visit::practitioner)
                .containsOnly(follows.id());
        assertThat(services(plan)).extracting(PlannedService::practitionerId).containsOnly(follows.id());
        assertThat(practitionerOf(booked)).isEqualTo(follows.id());
        assertThat(rows(leaves)).isEmpty();
        assertThat(staff.as(follows.name(), () -> patients.brief(patient)))
                .as("opens the chart")
                .isPresent();
        assertThat(care.auditOf("plan.handed-over", patient)).isOne();
        var told = care.details(plan).handOvers().getFirst();
        assertThat(told.from()).contains(leaves.name());
        assertThat(told.to()).contains(follows.name());
        assertThat(told.visits()).isEqualTo(4);
        assertThat(revisionsOf(plan))
                .as("the care stays as agreed: no revision")
                .isOne();
    }

    @Test
    void whatIsDeliveredStaysWithTheOneWhoGaveIt() {
        var follows = masseur();
        var patient = care.patient("Half Way", group.west);
        var plan = care.activePlan(patient, "Half way");
        care.treat(care.bookMassage(patient, care.today()));
        var outcome = handOver(only(new Masseur(group.therapist, "therapist"), plan), "therapist", follows);
        assertThat(outcome.refused()).isEmpty();
        assertThat(care.details(plan).visits())
                .extracting(PlanDetails.Visit::practitioner)
                .containsExactly(group.therapist, follows.id(), follows.id(), follows.id());
    }

    @Test
    void anAppointmentWhoseTimeTheOtherHasNotFreeStaysAndCanBeHandedOverLater() {
        var leaves = masseur();
        var follows = masseur();
        var patient = care.patient("Stays Booked", group.west);
        var plan = massagesWith(leaves, patient, "Stays booked");
        var booked = book(leaves, patient, plan);
        var other = care.patient("Same Time", group.west);
        var slot = row(booked);
        staff.doAs(
                "manager",
                () -> schedule.book(new Booking(
                        group.west, follows.id(), other, AppointmentType.MASSAGE, slot.on(), slot.at(), 5, null)));

        var outcome = handOver(only(leaves, plan), leaves, follows);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.moved()).isZero();
        assertThat(outcome.left()).hasSize(1);
        assertThat(outcome.left().getFirst().reason()).contains("taken");
        assertThat(practitionerOf(booked)).isEqualTo(leaves.id());
        var again = only(leaves, plan);
        assertThat(again.visits()).as("the visits are handed over").isEmpty();
        assertThat(again.booked()).as("the appointment is still to hand over").hasSize(1);
    }

    @Test
    void thePlanIsNotHandedOverToSomebodyWhoCannotGiveIt() {
        var leaves = masseur();
        var plan = massagesWith(leaves, care.patient("No Masseur", group.west), "No masseur");
        var row = only(leaves, plan);
        var trainer = practitioner(Discipline.EXERCISE_THERAPY);
        assertThat(staff.as("manager", () -> handOvers.findRefusals(List.of(row), trainer.id())))
                .hasEntrySatisfying(plan, why -> assertThat(why).contains("does not provide massage"));
        assertThat(handOver(row, leaves, trainer).refused())
                .hasValueSatisfying(why -> assertThat(why).contains("does not provide massage"));

        var gone = masseur();
        staff.doAs("manager", () -> practitioners.deactivate(gone.id(), 0));
        assertThat(handOver(row, leaves, gone).refused())
                .hasValueSatisfying(why -> assertThat(why).contains("no longer works here"));
        assertThat(handOver(row, leaves, leaves).refused())
                .contains("Choose a different practitioner to take over the plan");
        assertThat(only(leaves, plan)).as("nothing is handed over").isEqualTo(row);
    }

    @Test
    void aPlanThatAColleagueChangedIsNotHandedOver() {
        var leaves = masseur();
        var plan = massagesWith(leaves, care.patient("Held Meanwhile", group.west), "Held meanwhile");
        var seen = only(leaves, plan);
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        assertThat(handOver(seen, leaves, masseur()).refused()).contains("A colleague changed this in the meantime");
        var onHold = only(leaves, plan);
        assertThat(onHold.isOnHold()).isTrue();
        assertThat(handOver(onHold, leaves, masseur()).refused())
                .as("a plan on hold")
                .isEmpty();
    }

    @Test
    void aChiropractorTakesOverTheResponsibilityAndATherapistDoesNot() {
        var patient = care.patient("New Chiropractor", group.west);
        var plan = massagesWith(masseur(), patient, "New chiropractor");
        var responsible = new Masseur(group.chiropractor, "chiropractor");
        var row = only(responsible, plan);
        assertThat(row.isResponsible()).isTrue();
        assertThat(row.visits()).isEmpty();
        assertThat(handOver(row, responsible, masseur()).staysResponsible()).isTrue();
        assertThat(only(responsible, plan).isResponsible()).isTrue();

        var follows = practitioner(Discipline.CHIROPRACTIC);
        assertThat(handOver(only(responsible, plan), responsible, follows).staysResponsible())
                .isFalse();
        assertThat(only(follows, plan).isResponsible()).isTrue();
        assertThat(rows(responsible)).extracting(HandOverRow::id).doesNotContain(plan);
    }

    @Test
    void aRevisionThatIsBeingWrittenFollows() {
        var leaves = masseur();
        var follows = masseur();
        var plan = massagesWith(leaves, care.patient("Being Revised", group.west), "Being revised");
        staff.doAs("chiropractor", () -> {
            var draft = revisions.open(plan);
            revisions.saveDraft(plan, draft.version(), draft.content().withServices(List.of(massages(leaves, 6))));
        });
        handOver(only(leaves, plan), leaves, follows);
        var draft = staff.as("chiropractor", () -> revisions.open(plan));
        assertThat(draft.content().services()).containsExactly(massages(follows, 6));
    }

    @Test
    void aRevisionThatFollowedIsAppliedAfterAPhaseHasEnded() {
        var leaves = masseur();
        var follows = masseur();
        var plan = care.activePlan(
                care.patient("Phase Ended", group.west),
                "Phase ended",
                group.west,
                care.today(),
                massages(leaves, 2),
                new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, leaves.id(), Frequency.WEEKLY, 3));
        staff.doAs(
                "chiropractor",
                () -> steps.decide(
                        plan,
                        care.versionOf(plan),
                        new StepOrder(Step.STEP_DOWN, null, 0, null, "No pain at work for two weeks")));
        staff.doAs("chiropractor", () -> {
            var draft = revisions.open(plan);
            var less =
                    new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, leaves.id(), Frequency.WEEKLY, 2);
            var services = draft.content().services().stream()
                    .map(line -> line.phase() == PlanPhase.CORRECTIVE ? less : line)
                    .toList();
            revisions.saveDraft(plan, draft.version(), draft.content().withServices(services));
        });
        handOver(only(leaves, plan), leaves, follows);
        staff.doAs("chiropractor", () -> {
            var draft = revisions.open(plan);
            revisions.apply(plan, draft.version(), new PlanRevisionService.Order("Needs less than was planned", null));
        });
        assertThat(care.details(plan).visits()).hasSize(2).allMatch(visit -> visit.practitioner()
                .equals(follows.id()));
    }

    @Test
    void theResponsibilityAloneIsNotHandedOverToATherapist() {
        var responsible = new Masseur(group.chiropractor, "chiropractor");
        var plan = massagesWith(masseur(), care.patient("Responsible Alone", group.west), "Responsible alone");
        var row = only(responsible, plan);
        assertThat(staff.as(
                        "manager",
                        () -> handOvers.findRefusals(List.of(row), masseur().id())))
                .containsEntry(plan, "Only a chiropractor of the clinic can be responsible for the plan");
        var other = practitioner(Discipline.CHIROPRACTIC);
        assertThat(staff.as("manager", () -> handOvers.findRefusals(List.of(row), other.id())))
                .isEmpty();
    }

    @Test
    void thePlanOfASensitivePatientGoesOnlyToSomebodyWhoIsNamed() {
        var leaves = masseur();
        var follows = masseur();
        var patient = care.patient("Hidden Plan", group.west);
        var plan = massagesWith(leaves, patient, "Hidden plan");
        staff.doAs("auditor", () -> sensitive.mark(patient, Set.of(leaves.id()), "Works at the clinic"));
        var row = only(leaves, plan);
        assertThat(staff.as("manager", () -> handOvers.findRefusals(List.of(row), follows.id()))
                        .get(plan))
                .as("the list says it before")
                .startsWith("This record is sensitive.")
                .contains("to add " + follows.name() + " first");
        assertThat(handOver(row, leaves, follows).refused()).hasValueSatisfying(why -> assertThat(why)
                .startsWith("This record is sensitive.")
                .contains("to add " + follows.name() + " first"));
        assertThat(only(leaves, plan).visits()).as("nothing is handed over").isNotEmpty();
        staff.doAs("auditor", () -> sensitive.name(patient, follows.id()));
        assertThat(handOver(only(leaves, plan), leaves, follows).refused()).isEmpty();
    }

    @Test
    void theOrderOfTheListSaysNothingOfAHiddenName() {
        var leaves = masseur();
        massagesWith(leaves, care.patient("Shown", group.west), "Shown");
        massagesWith(leaves, care.patient("Also Shown", group.west), "Also shown");
        var shown = rows(leaves);
        var last = shown.getLast();
        staff.doAs("auditor", () -> sensitive.mark(last.patient(), Set.of(leaves.id()), "Works at the clinic"));
        assertThat(rows(leaves))
                .extracting(HandOverRow::id)
                .containsExactly(last.id(), shown.getFirst().id());
    }

    @Test
    void aManagerHandsOverThePlansOfTheirClinicsOnly() {
        var leaves = masseur();
        var plan = massagesWith(leaves, care.patient("Not Mine", group.west), "Not mine");
        var row = only(leaves, plan);
        var foreign = group.own("h");
        assertThat(staff.as(foreign.manager(), () -> handOvers.findByPractitioner(leaves.id(), null)))
                .isEmpty();
        assertThat(staff.as(foreign.manager(), () -> handOvers.findTeam(plan))).isEmpty();
        assertThat(staff.as(foreign.manager(), () -> handOvers
                        .handOver(row, leaves.id(), masseur().id())
                        .refused()))
                .isPresent();
        var elsewhere = practitioner(Discipline.CHIROPRACTIC);
        assertThat(staff.as(elsewhere.name(), () -> handOvers.findByPractitioner(leaves.id(), null)))
                .as("a chiropractor who does not treat the patient")
                .isEmpty();
        assertThat(only(leaves, plan)).isEqualTo(row);
    }

    private record Masseur(StaffId id, String name) {}

    private Masseur masseur() {
        return practitioner(Discipline.MASSAGE_THERAPY);
    }

    private Masseur practitioner(Discipline discipline) {
        var name = "handover" + NEXT.incrementAndGet();
        var role = discipline == Discipline.CHIROPRACTIC ? Role.CHIROPRACTOR : Role.THERAPIST;
        return new Masseur(group.practitioner(name, role, discipline, group.west), name);
    }

    private static PlannedService massages(Masseur with, int visits) {
        return new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, with.id(), Frequency.WEEKLY, visits);
    }

    private PlanId massagesWith(Masseur who, PatientId patient, String reason) {
        return care.activePlan(patient, reason, group.west, care.today(), massages(who, 4));
    }

    private AppointmentId book(Masseur who, PatientId patient, PlanId plan) {
        var visit = care.details(plan).visits().getFirst().id();
        var at = LocalTime.of(11, 0).plusMinutes(5L * NEXT.incrementAndGet() % 600);
        return staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west,
                        who.id(),
                        patient,
                        AppointmentType.MASSAGE,
                        care.today().plusDays(1),
                        at,
                        5,
                        visit)));
    }

    private Outcome handOver(HandOverRow row, Masseur from, Masseur to) {
        return staff.as("manager", () -> handOvers.handOver(row, from.id(), to.id()));
    }

    private Outcome handOver(HandOverRow row, String from, Masseur to) {
        return handOver(row, new Masseur(group.therapist, from), to);
    }

    private List<HandOverRow> rows(Masseur from) {
        return staff.as("manager", () -> handOvers.findByPractitioner(from.id(), null));
    }

    private HandOverRow only(Masseur from, PlanId plan) {
        return rows(from).stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private List<PlannedService> services(PlanId plan) {
        return Objects.requireNonNull(care.details(plan).clinical()).draft().services();
    }

    private int revisionsOf(PlanId plan) {
        var opened = care.details(plan);
        return staff.as("chiropractor", () -> revisions.findByPlan(opened)).size();
    }

    private StaffId practitionerOf(AppointmentId appointment) {
        return row(appointment).practitioner();
    }

    private AppointmentRow row(AppointmentId appointment) {
        return staff.as("manager", () -> appointments.find(appointment))
                .orElseThrow()
                .row();
    }
}
