package io.plumbline.demo;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.NoteService;
import io.plumbline.plans.Frequency;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlannedService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Patients in care: signed intake notes, plans that run or fall behind, and the session notes of their visits. */
@Component
class DemoCare {
    private final DemoSignIn signIn;
    private final IntakeService intake;
    private final SafetyService safety;
    private final PlanService plans;
    private final ScheduleService schedule;
    private final NoteService notes;
    private final PractitionerService practitioners;

    DemoCare(
            DemoSignIn signIn,
            IntakeService intake,
            SafetyService safety,
            PlanService plans,
            ScheduleService schedule,
            NoteService notes,
            PractitionerService practitioners) {
        this.signIn = signIn;
        this.intake = intake;
        this.safety = safety;
        this.plans = plans;
        this.schedule = schedule;
        this.notes = notes;
        this.practitioners = practitioners;
    }

    /** Takes a patient through intake, plan and sessions, each step on its day and by whose work it is. */
    void run(DemoCourses.Course course) {
        var team = course.team();
        var place = team.place();
        var eve = course.began().minusDays(1);
        signIn.as(
                team.desk(),
                place.at(eve.minusDays(2), LocalTime.of(10, 0)),
                () -> book(course, team.chiropractor(), AppointmentType.ASSESSMENT, eve));
        signIn.as(team.assesses(), place.at(eve, course.at().plusMinutes(40)), () -> assess(course));
        var visits = new ArrayList<UUID>();
        signIn.as(team.desk(), place.at(eve, course.at().plusMinutes(50)), () -> {
            for (int week = 0; week < course.sessions().size(); week++) {
                visits.add(book(course, team.therapist(), AppointmentType.MASSAGE, dayOf(course, week)));
            }
        });
        for (int week = 0; week < visits.size(); week++) {
            var visit = visits.get(week);
            var session = course.sessions().get(week);
            signIn.as(team.treats(), place.at(dayOf(course, week), course.at().plusMinutes(52)), () -> {
                var note = notes.beginForAppointment(visit);
                var own = session.by(ownModalities(team));
                notes.sign(note, notes.saveDraft(note, 0, own.signable()));
            });
        }
        var last = dayOf(course, visits.size() - 1);
        signIn.as(team.assesses(), place.at(last.plusDays(1), LocalTime.of(8, 30)), () -> end(course));
    }

    /** Books a massage of some days ago, and leaves its note unsigned. */
    void leaveUnsigned(PatientId patient, DemoCourses.Team team, int daysAgo, LocalTime at) {
        var place = team.place();
        var day = place.today().minusDays(daysAgo);
        var booked = new ArrayList<UUID>();
        signIn.as(
                team.desk(),
                place.at(day.minusDays(2), at),
                () -> booked.add(book(place, team.therapist(), patient, AppointmentType.MASSAGE, day, at)));
        signIn.as(team.treats(), place.at(day, at.plusMinutes(50)), () -> {
            var note = notes.beginForAppointment(booked.getFirst());
            var session = DemoSessions.plain(6, 5).by(ownModalities(team));
            notes.saveDraft(note, 0, session.unfinished());
        });
    }

    private Set<String> ownModalities(DemoCourses.Team team) {
        return practitioners.scopeOf(team.therapist()).orElseThrow().modalities();
    }

    private static LocalDate dayOf(DemoCourses.Course course, int week) {
        return course.began().plusWeeks(week);
    }

    private void assess(DemoCourses.Course course) {
        var clinic = course.team().place().clinic();
        var note = intake.begin(course.patient(), clinic, course.complaint().words());
        intake.sign(note, intake.saveDraft(note, 0, assessed(course)));
        // the age alone is a flag; it was looked at in the assessment
        safety.ofPatient(course.patient()).stream()
                .filter(FlagDetails::isInForce)
                .forEach(flag -> safety.decide(
                        flag.id(),
                        flag.version(),
                        FlagDecision.cleared(
                                "Assessed today.",
                                new Evidence(
                                        "The assessing chiropractor",
                                        "No sign of a fracture",
                                        course.began().minusDays(1)))));
        if (course.stage() != DemoCourses.Stage.NO_PLAN) {
            plan(course);
        }
    }

    private void plan(DemoCourses.Course course) {
        var plan = plans.begin(course.patient());
        var version = plans.saveDraft(
                plan,
                0,
                new PlanDraft(
                        course.care().title(), course.complaint().words(), course.began(), true, servicesOf(course)));
        if (course.stage() != DemoCourses.Stage.DRAFT) {
            plans.activate(plan, version);
        }
    }

    private static List<PlannedService> servicesOf(DemoCourses.Course course) {
        var team = course.team();
        var services = new ArrayList<PlannedService>();
        services.add(new PlannedService(
                PlanPhase.RELIEF, AppointmentType.MASSAGE, team.therapist(), Frequency.WEEKLY, course.weekly()));
        if (course.stage() != DemoCourses.Stage.COMPLETED) {
            services.add(new PlannedService(
                    PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, team.therapist(), Frequency.FORTNIGHTLY, 4));
            services.add(new PlannedService(
                    PlanPhase.MAINTAIN, AppointmentType.MASSAGE, team.therapist(), Frequency.MONTHLY, 3));
        }
        if (course.care() != DemoCourses.Care.MASSAGE) {
            services.add(new PlannedService(
                    PlanPhase.CORRECTIVE, AppointmentType.EXERCISE, team.trainer(), Frequency.FORTNIGHTLY, 4));
        }
        if (course.care() == DemoCourses.Care.COMBINED) {
            services.add(new PlannedService(
                    PlanPhase.MAINTAIN, AppointmentType.ADJUSTMENT, team.chiropractor(), Frequency.MONTHLY, 3));
        }
        return services;
    }

    private void end(DemoCourses.Course course) {
        var becomes = course.stage().becomes();
        if (becomes != null) {
            plans.ofPatient(course.patient()).stream()
                    .findFirst()
                    .flatMap(plan -> plans.open(plan.id()))
                    .ifPresent(plan -> plans.move(
                            plan.id(), plan.version(), becomes, course.stage().reason()));
        }
    }

    private IntakeDraft assessed(DemoCourses.Course course) {
        Map<String, ScreeningAnswer> noToAll = safety.rules().asked().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        var first = course.sessions().getFirst();
        return new IntakeDraft(
                course.complaint().words(),
                "About six weeks ago, slowly",
                new Pain(Math.max(0, first.painBefore() - 1)),
                new Pain(Math.min(10, first.painBefore() + 1)),
                new Pain(Math.max(0, first.painBefore() - 2)),
                first.areas().stream()
                        .map(area -> new MarkedArea(new BodyRegion(area), "dull, pulling", new Pain(4), null))
                        .toList(),
                course.complaint().factors(),
                course.complaint().limitations(),
                noToAll,
                true,
                IntakeOutcome.SUITABLE);
    }

    private UUID book(DemoCourses.Course course, StaffId who, AppointmentType type, LocalDate on) {
        return book(course.team().place(), who, course.patient(), type, on, course.at());
    }

    private UUID book(
            DemoPlaces.Clinic place, StaffId who, PatientId patient, AppointmentType type, LocalDate on, LocalTime at) {
        return schedule.book(new Booking(place.clinic(), who, patient, type, on, at, type.minutes()));
    }
}
