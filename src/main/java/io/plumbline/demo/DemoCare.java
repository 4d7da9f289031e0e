package io.plumbline.demo;

import io.plumbline.clinics.ClinicService;
import io.plumbline.demo.DemoCourses.Course;
import io.plumbline.demo.DemoCourses.Stage;
import io.plumbline.demo.DemoCourses.Visit;
import io.plumbline.demo.DemoSessions.Session;
import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.orders.OrderDeskService;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.taper.PlannedService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Creates patients in care: signed intake notes, treatment plans on track or behind, and the session notes of their
 * visits.
 */
@Component
class DemoCare {
    /** The safety question about a course without progress; a yes raises a red flag of the lowest level. */
    private static final String NO_BETTER = "No better after 4–6 weeks";

    private static final String FORM_CHECKED = "Form checked, without load";
    private static final String SORENESS = "Expected soreness, patient informed";

    private final DemoSignIn signIn;
    private final IntakeService intake;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final PlanService plans;
    private final DemoTemplates templates;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final NoteService notes;
    private final NoteStartService starts;
    private final DemoExamination examination;
    private final DemoScores scores;
    private final DemoSteps steps;
    private final ExerciseService exercises;
    private final ClinicService clinics;
    private final OrderListService orders;
    private final OrderDeskService desk;

    DemoCare(
            DemoSignIn signIn,
            IntakeService intake,
            SafetyService safety,
            ScreeningService screening,
            PlanService plans,
            DemoTemplates templates,
            ScheduleService schedule,
            AppointmentService appointments,
            NoteService notes,
            NoteStartService starts,
            DemoExamination examination,
            DemoScores scores,
            DemoSteps steps,
            ExerciseService exercises,
            ClinicService clinics,
            OrderListService orders,
            OrderDeskService desk) {
        this.signIn = signIn;
        this.intake = intake;
        this.safety = safety;
        this.screening = screening;
        this.plans = plans;
        this.templates = templates;
        this.schedule = schedule;
        this.appointments = appointments;
        this.notes = notes;
        this.starts = starts;
        this.examination = examination;
        this.scores = scores;
        this.steps = steps;
        this.exercises = exercises;
        this.clinics = clinics;
        this.orders = orders;
        this.desk = desk;
    }

    /** Takes a patient through assessment, plan and visits, each step on its day and by the user who does it. */
    void run(Course course) {
        var assessed = course.assessedOn();
        assess(course, assessed, () -> first(course), () -> {
            scores.atAssessment(course, assessed);
            clearAge(course, assessed);
            plan(course);
        });
        var visits = new ArrayList<AppointmentId>();
        var missed = course.missed();
        var notHeld = new ArrayList<AppointmentId>();
        signIn.as(course.team().desk(), at(course, assessed, 50), () -> {
            course.given().forEach(visit -> visits.add(book(course, visit)));
            if (missed != null) {
                notHeld.add(book(course, missed));
            }
            var isOpen = clinics.openDays(course.team().place().clinic());
            bookAhead(course, isOpen);
        });
        for (int number = 0; number < visits.size(); number++) {
            treat(course, number, visits.get(number));
        }
        if (missed != null) {
            var then = course.team().place().at(missed.on(), missed.at().plusMinutes(30));
            signIn.as(course.team().desk(), then, () -> mark(notHeld.getFirst(), AppointmentStatus.NO_SHOW));
        }
        end(course);
    }

    /**
     * Books the visits of each service in their order, up to one that cannot be booked: what is booked after it would count
     * as that one, on the day of another.
     */
    private void bookAhead(Course course, Predicate<LocalDate> isOpen) {
        var stopped = EnumSet.noneOf(AppointmentType.class);
        for (var visit : course.ahead()) {
            if (!isOpen.test(visit.on()) || !isFree(course, visit)) {
                stopped.add(visit.service());
            }
            if (!stopped.contains(visit.service())) {
                book(course, visit);
            }
        }
    }

    private void treat(Course course, int number, AppointmentId visit) {
        var planned = course.given().get(number);
        var session = course.sessions().get(number);
        var isLast = number == course.given().size() - 1;
        var then = course.team()
                .place()
                .at(planned.on(), planned.at().plusMinutes(planned.service().minutes() + 2L));
        if (isLast && course.isUnsigned()) {
            signIn.as(planned.who().account(), then, () -> {
                var note = starts.begin(new VisitKey.Booked(visit));
                notes.saveDraft(note, 0, withExercises(session, session.unfinished()));
            });
            return;
        }
        boolean isSore = signIn.call(planned.who().account(), then, () -> {
            var note = starts.begin(new VisitKey.Booked(visit));
            var isExpected =
                    sign(note, notes.saveDraft(note, 0, withExercises(session, session.signable())), planned.on());
            scores.atVisit(course, number);
            return isExpected;
        });
        if (isSore) {
            call(course, planned.on().plusDays(1));
        }
        steps.afterVisit(course, number);
    }

    /**
     * Signs a note. Of a session that left the patient worse it says that soreness was expected and is followed up; of
     * exercises with a caution in a first session, that their form was checked.
     *
     * @return whether soreness was expected
     */
    private boolean sign(NoteId note, long version, LocalDate on) {
        try {
            notes.sign(note, version);
            return false;
        } catch (ChecksToAnswer asked) {
            notes.sign(
                    note,
                    version,
                    asked.checks().stream()
                            .map(check -> check.choices().stream()
                                            .anyMatch(choice -> choice.label().equals(FORM_CHECKED))
                                    ? check.chosen(FORM_CHECKED, List.of(), "")
                                    : check.chosen(
                                            SORENESS, List.of(on.plusDays(1).toString()), ""))
                            .toList());
            return asked.checks().stream().anyMatch(check -> check.choices().stream()
                    .noneMatch(choice -> choice.label().equals(FORM_CHECKED)));
        }
    }

    /** The desk calls whom soreness was expected of, on the day after; what is due today it has still to do. */
    private void call(Course course, LocalDate on) {
        var place = course.team().place();
        if (!on.isBefore(place.today())) {
            return;
        }
        signIn.as(
                course.team().desk(),
                place.at(on, LocalTime.of(11, 0)),
                () -> orders.openAt(place.clinic(), course.patient()).stream()
                        .filter(order -> order.kind() == OrderKind.FOLLOW_UP_CALL)
                        .forEach(order -> desk.handOver(order.id(), order.version())));
    }

    private NoteDraft withExercises(Session session, NoteDraft draft) {
        if (session.done().isEmpty() && session.taught().isEmpty()) {
            return draft;
        }
        return draft.withDetails(draft.details()
                .withExercises(Stream.concat(session.done().stream(), session.taught().stream())
                        .distinct()
                        .flatMap(slug -> exercises.labelled(slug).stream())
                        .map(label -> dosed(label, session))
                        .toList()));
    }

    private static ExerciseRow dosed(ExerciseLabel label, Session session) {
        var slug = label.slug();
        return new ExerciseRow(
                label.id(),
                label.name(),
                session.taught().contains(slug),
                session.done().contains(slug),
                DemoExercises.sets(session.level()),
                DemoExercises.repetitions(slug, session.level()),
                DemoExercises.seconds(slug, session.level()),
                "",
                "");
    }

    /** Creates the visit to the chiropractor at which an intake note is signed. */
    private void assess(Course course, LocalDate on, Supplier<IntakeDraft> written, Runnable then) {
        var team = course.team();
        var visit = signIn.call(
                team.desk(),
                team.place().at(on.minusDays(2), LocalTime.of(10, 0)),
                () -> book(course, new Visit(AppointmentType.ASSESSMENT, team.assesses(), on, course.at())));
        signIn.as(team.desk(), at(course, on, 0), () -> mark(visit, AppointmentStatus.ARRIVED));
        signIn.as(team.assesses().account(), at(course, on, 40), () -> {
            var clinic = team.place().clinic();
            var found = examination.examined(written.get(), course.patient(), clinic, on);
            var note = steps.beginExamination(course)
                    .orElseGet(() -> intake.begin(course.patient(), clinic, found.complaint()));
            var version = intake.open(note).orElseThrow().version();
            intake.sign(note, intake.saveDraft(note, version, found), List.of(DemoExamination.AVOIDED));
            then.run();
        });
        signIn.as(team.desk(), at(course, on, 45), () -> {
            if (statusOf(visit) != AppointmentStatus.COMPLETED) {
                mark(visit, AppointmentStatus.COMPLETED);
            }
        });
    }

    /** Clears the red flag that the age alone raises; it was checked in the assessment. */
    private void clearAge(Course course, LocalDate on) {
        safety.findByPatient(course.patient()).stream()
                .filter(FlagDetails::isInForce)
                .forEach(flag -> safety.decide(
                        flag.id(),
                        flag.version(),
                        FlagDecision.cleared(
                                "Over 70; examined at the assessment of " + on + ", " + course.at() + ".",
                                EvidenceDraft.inWords(
                                        new Examiner.OfStaff(
                                                CurrentUser.current().staff()),
                                        on,
                                        "No sign of a fracture"))));
    }

    private void plan(Course course) {
        if (course.stage() == Stage.NO_PLAN) {
            return;
        }
        var plan = plans.begin(course.patient());
        var suggested = firstDraft(plan);
        var services = servicesOf(course);
        var kinds = services.stream().map(PlannedService::service).collect(Collectors.toSet());
        var version = plans.saveDraft(
                plan,
                0,
                templates.from(
                        new PlanDraft(course.care().title(), course.complaint().words(), course.began(), services)
                                .withGoals(suggested.goals())
                                .withDiagnoses(List.of(course.complaint().diagnosis()))
                                .withFactors(DemoFactors.addressed(suggested.factors(), kinds))));
        if (course.stage() != Stage.DRAFT) {
            var patientName = plans.open(plan).orElseThrow().patientName();
            plans.activate(
                    plan,
                    version,
                    DemoAgreements.of(patientName, course.assessedOn()),
                    plans.findQuestion(plan).stream()
                            .map(asked -> avoided(asked.check()))
                            .toList());
        }
        if (course.stage() == Stage.ERROR) {
            move(course);
        }
    }

    private static CheckReply avoided(SigningCheck check) {
        return check.chosen(
                check.choices().getFirst().label(), List.of(), "no thrust and no deep pressure where it applies");
    }

    private PlanDraft firstDraft(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private static List<PlannedService> servicesOf(Course course) {
        return DemoTaper.of(course.care(), course.stage()).stream()
                .map(line -> new PlannedService(
                        line.phase(),
                        line.service(),
                        course.team().gives(line.service()).staff(),
                        line.frequency(),
                        line.visits()))
                .toList();
    }

    /** Reassesses a patient who got worse before the plan is put on hold. */
    private void end(Course course) {
        var after = course.lastDay().plusDays(1);
        if (course.stage() == Stage.WORSE) {
            assess(course, after, () -> again(course), () -> {
                steps.refer(course);
                move(course);
            });
        } else if (course.stage() != Stage.ERROR
                && (course.stage() == Stage.IN_REVISION || course.stage().becomes() != null)) {
            signIn.as(course.team().assesses().account(), course.team().place().at(after, LocalTime.of(8, 30)), () -> {
                switch (course.stage()) {
                    case IN_REVISION -> steps.beginRevision(course);
                    case COMPLETED -> steps.discharge(course);
                    default -> move(course);
                }
            });
        }
    }

    private void move(Course course) {
        var becomes = course.stage().becomes();
        if (becomes != null) {
            plans.findByPatient(course.patient()).stream()
                    .findFirst()
                    .flatMap(plan -> plans.open(plan.id()))
                    .ifPresent(plan -> plans.move(
                            plan.id(), plan.version(), becomes, course.stage().reason()));
        }
    }

    private IntakeDraft first(Course course) {
        return found(course.complaint(), course.painAtFirst(), ScreeningAnswer.NO, IntakeOutcome.SUITABLE);
    }

    /** A course without progress is a caution, which signing raises. */
    private IntakeDraft again(Course course) {
        var said = "Re-evaluation: " + course.complaint().words() + " Worse than at the start.";
        var painNow = course.sessions().getLast().painBefore();
        return found(
                course.complaint().again(said, painNow - course.painAtFirst()),
                painNow,
                ScreeningAnswer.YES,
                IntakeOutcome.REFER);
    }

    private IntakeDraft found(
            DemoComplaints.Complaint complaint, int painNow, ScreeningAnswer noBetter, IntakeOutcome outcome) {
        var answers = screening.rules().asked().stream()
                .collect(Collectors.toMap(
                        ScreeningRules.Rule::id,
                        rule -> rule.question().contains(NO_BETTER)
                                ? noBetter
                                : complaint.affirms(rule.question()) ? ScreeningAnswer.YES : ScreeningAnswer.NO));
        return new IntakeDraft(
                complaint.words(),
                complaint.onset(),
                new Pain(painNow),
                new Pain(Math.min(10, painNow + 1 + painNow % 2)),
                new Pain(Math.max(1, painNow - 1)),
                complaint.marked(painNow),
                complaint.factors(),
                complaint.limitations(),
                answers,
                true,
                outcome,
                IntakeMore.EMPTY);
    }

    /** Returns whether the practitioner works then, and not somebody else is booked. */
    private boolean isFree(Course course, Visit visit) {
        var slot = new TimeSlot(
                visit.who().staff(),
                null,
                visit.on(),
                visit.at(),
                visit.service().minutes(),
                0);
        return schedule.freeTimes(course.team().place().clinic(), visit.service(), slot)
                .contains(visit.at());
    }

    private AppointmentId book(Course course, Visit visit) {
        return schedule.book(new Booking(
                course.team().place().clinic(),
                visit.who().staff(),
                course.patient(),
                visit.service(),
                visit.on(),
                visit.at(),
                visit.service().minutes()));
    }

    private void mark(AppointmentId visit, AppointmentStatus next) {
        appointments.mark(visit, appointments.find(visit).orElseThrow().row().version(), next);
    }

    private AppointmentStatus statusOf(AppointmentId visit) {
        return appointments.find(visit).orElseThrow().row().status();
    }

    private static Instant at(Course course, LocalDate on, int minutes) {
        return course.team().place().at(on, course.at().plusMinutes(minutes));
    }
}
