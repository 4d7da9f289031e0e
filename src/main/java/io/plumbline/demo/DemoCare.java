package io.plumbline.demo;

import io.plumbline.access.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.plans.Frequency;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlannedService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Patients in care: signed intake notes, plans that run or fall behind, and the session notes of their visits. */
@Component
class DemoCare {
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");
    private static final BodyRegion FLANK = new BodyRegion("back-quadratus-lumborum-left");

    private final DemoSignIn signIn;
    private final IdentityService identity;
    private final IntakeService intake;
    private final SafetyService safety;
    private final PlanService plans;
    private final ScheduleService schedule;
    private final NoteService notes;

    DemoCare(
            DemoSignIn signIn,
            IdentityService identity,
            IntakeService intake,
            SafetyService safety,
            PlanService plans,
            ScheduleService schedule,
            NoteService notes) {
        this.signIn = signIn;
        this.identity = identity;
        this.intake = intake;
        this.safety = safety;
        this.plans = plans;
        this.schedule = schedule;
        this.notes = notes;
    }

    /** Who treats, and where. */
    record Team(ClinicId clinic, StaffId chiropractor, StaffId therapist) {}

    /** Somebody in care: when the weekly massages began, and the pain before and after each that was given. */
    record Course(PatientId patient, String complaint, LocalDate began, LocalTime at, List<Session> sessions) {}

    /** A massage of a course. */
    record Session(int painBefore, int painAfter) {}

    /** Takes some patients through intake, plan and sessions, each step by whose work it is. */
    void run(List<Course> courses, Team team) {
        signIn.as(
                "manager",
                () -> courses.forEach(course -> book(
                        course,
                        team.clinic(),
                        team.chiropractor(),
                        AppointmentType.ASSESSMENT,
                        course.began().minusDays(1))));
        signIn.as("chiropractor", () -> {
            identity.prove(DemoAccounts.passwordOf("chiropractor"));
            courses.forEach(course -> plan(course, team));
        });
        var visits = new ArrayList<List<UUID>>();
        signIn.as("manager", () -> courses.forEach(course -> visits.add(massages(course, team))));
        signIn.as("therapist", () -> {
            identity.prove(DemoAccounts.passwordOf("therapist"));
            for (int i = 0; i < courses.size(); i++) {
                write(courses.get(i), visits.get(i));
            }
        });
    }

    /** Lets the running plan of a patient rest. */
    void hold(PatientId patient, String reason) {
        plans.ofPatient(patient).stream()
                .filter(plan -> plan.status() == PlanStatus.ACTIVE)
                .findFirst()
                .flatMap(plan -> plans.open(plan.id()))
                .ifPresent(plan -> plans.move(plan.id(), plan.version(), PlanStatus.ON_HOLD, reason));
    }

    private void plan(Course course, Team team) {
        var note = intake.begin(course.patient(), team.clinic(), course.complaint());
        intake.sign(note, intake.saveDraft(note, 0, assessed(course)));
        var plan = plans.begin(course.patient());
        var version = plans.saveDraft(
                plan,
                0,
                new PlanDraft(
                        "Massage plan",
                        course.complaint(),
                        course.began(),
                        true,
                        List.of(
                                massage(PlanPhase.RELIEF, team, Frequency.WEEKLY, 4),
                                massage(PlanPhase.CORRECTIVE, team, Frequency.FORTNIGHTLY, 4),
                                massage(PlanPhase.MAINTAIN, team, Frequency.MONTHLY, 3))));
        plans.activate(plan, version);
    }

    private IntakeDraft assessed(Course course) {
        var noToAll = safety.rules().rules().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        return new IntakeDraft(
                course.complaint(),
                "About six weeks ago, slowly",
                new Pain(5),
                new Pain(7),
                new Pain(4),
                List.of(
                        new MarkedArea(LUMBAR, "dull, pulling", new Pain(5), null),
                        new MarkedArea(FLANK, "tight", new Pain(4), null)),
                Set.of("SITTING", "WEAK_CORE"),
                List.of(new Limitation("Putting on shoes", 4), new Limitation("Rising from a chair", 6)),
                noToAll,
                true,
                IntakeOutcome.SUITABLE);
    }

    private static PlannedService massage(PlanPhase phase, Team team, Frequency frequency, int visits) {
        return new PlannedService(phase, AppointmentType.MASSAGE, team.therapist(), frequency, visits);
    }

    private List<UUID> massages(Course course, Team team) {
        var visits = new ArrayList<UUID>();
        for (int week = 0; week < course.sessions().size(); week++) {
            visits.add(book(
                    course,
                    team.clinic(),
                    team.therapist(),
                    AppointmentType.MASSAGE,
                    course.began().plusWeeks(week)));
        }
        return visits;
    }

    private UUID book(Course course, ClinicId clinic, StaffId who, AppointmentType type, LocalDate on) {
        return schedule.book(new Booking(clinic, who, course.patient(), type, on, course.at(), type.minutes()));
    }

    private void write(Course course, List<UUID> visits) {
        for (int i = 0; i < visits.size(); i++) {
            var note = notes.beginForAppointment(visits.get(i));
            var version = notes.saveDraft(note, 0, treated(course.sessions().get(i)));
            notes.sign(note, version);
        }
    }

    private static NoteDraft treated(Session session) {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(session.painBefore()),
                List.of(LUMBAR, FLANK),
                Set.of("SWEDISH", "MYOFASCIAL"),
                3,
                4,
                45,
                new Pain(session.painAfter()),
                Response.BETTER,
                "Guarding on the left eases within the session",
                "",
                "Knee to chest each evening; again in a week");
    }
}
