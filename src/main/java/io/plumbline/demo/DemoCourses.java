package io.plumbline.demo;

import io.plumbline.demo.DemoPains.Felt;
import io.plumbline.demo.DemoSessions.Session;
import io.plumbline.plans.PlanStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The courses of care of the demo patients. */
final class DemoCourses {
    private static final int EACH = 7;
    private static final int MISSED_WEEKS = 3;

    /** The assessment takes place this many days before the first visit, so that no patient has both at once. */
    private static final long DAYS_BEFORE = 2;

    private static final int BOOKED_WEEKS = 5;

    /** What the four known patients are massaged with. */
    private static final Set<String> KNOWN_HANDS = Set.of("SWEDISH", "MYOFASCIAL");

    /** In care without a plan some pain remains, so that the visits have a reason. */
    private static final int LEAST_PAIN = 2;

    private DemoCourses() {}

    /** The status of a course's treatment plan. */
    enum Stage {
        NO_PLAN(null, ""),
        DRAFT(null, ""),
        ON_TRACK(null, ""),
        AHEAD(null, ""),
        BEHIND(null, ""),
        IN_REVISION(null, ""),
        ON_HOLD(PlanStatus.ON_HOLD, "Travels for some weeks."),
        TRIES_EXERCISE(PlanStatus.ON_HOLD, "Tries exercise alone for some weeks; the massages rest."),
        WORSE(PlanStatus.ON_HOLD, "Pain is worse than at the start: re-evaluated, sent to the physician."),
        COMPLETED(PlanStatus.COMPLETED, "All visits are done; comes back when needed."),
        REVOKED(PlanStatus.REVOKED, "Has moved to another town."),
        ERROR(PlanStatus.ENTERED_IN_ERROR, "Written for the wrong patient.");

        private final @Nullable PlanStatus becomes;
        private final String reason;

        Stage(@Nullable PlanStatus becomes, String reason) {
            this.becomes = becomes;
            this.reason = reason;
        }

        @Nullable
        PlanStatus becomes() {
            return becomes;
        }

        String reason() {
            return reason;
        }

        /** Returns whether the next visits of the plan are booked. */
        boolean isBookedAhead() {
            return this == ON_TRACK || this == AHEAD || this == IN_REVISION;
        }
    }

    /**
     * The clinic and the practitioners of a course.
     *
     * @param desk the user who books the visits
     * @param treats the massage therapist
     * @param trains the practitioner who leads the exercise sessions
     */
    record Team(DemoPlaces.Clinic place, String desk, Member assesses, Member treats, Member trains) {
        Member gives(AppointmentType service) {
            return switch (service) {
                case CONSULTATION, ASSESSMENT, ADJUSTMENT -> assesses;
                case MASSAGE -> treats;
                case EXERCISE -> trains;
            };
        }
    }

    /** A practitioner of a team. */
    record Member(String account, StaffId staff) {}

    /** The contents of a treatment plan. */
    enum Care {
        KNOWN("Massage plan"),
        MASSAGE("Massage plan"),
        WITH_EXERCISE("Massage and exercise"),
        COMBINED("Combined care");

        private final String title;

        Care(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** A booked treatment. */
    record Visit(AppointmentType service, Member who, LocalDate on, LocalTime at) {}

    /**
     * A course of care.
     *
     * @param began the day of the first visit
     * @param given the visits that took place, each with its session
     * @param missed the no-show visit; null if there is none
     * @param ahead the visits to be booked
     * @param isUnsigned whether the session note of the last visit is not signed yet
     */
    record Course(
            PatientId patient,
            Team team,
            DemoComplaints.Complaint complaint,
            LocalDate began,
            LocalTime at,
            List<Visit> given,
            List<Session> sessions,
            @Nullable Visit missed,
            List<Visit> ahead,
            Stage stage,
            Care care,
            boolean isUnsigned) {
        int painAtFirst() {
            return sessions.isEmpty() ? 5 : sessions.getFirst().painBefore();
        }

        LocalDate assessedOn() {
            return began.minusDays(DAYS_BEFORE);
        }

        LocalDate lastDay() {
            return given.isEmpty() ? began : given.getLast().on();
        }
    }

    /**
     * Returns four courses: one behind plan, one with a visit planned for today, one with a red flag to come, and one
     * on hold.
     */
    static List<Course> known(List<PatientId> known, Team team, DemoTeller teller) {
        var today = team.place().today();
        return List.of(
                known(known.get(6), team, "hana", today.minusWeeks(3), 9, Stage.BEHIND, teller, felt(6, 4), felt(5, 3)),
                known(
                        known.get(7),
                        team,
                        "rania",
                        today.minusWeeks(2),
                        10,
                        Stage.ON_TRACK,
                        teller,
                        felt(7, 5),
                        felt(5, 4)),
                known(known.get(2), team, "anand", today.minusWeeks(1), 11, Stage.ON_TRACK, teller, felt(4, 3)),
                known(
                        known.get(3),
                        team,
                        "lea",
                        today.minusWeeks(4),
                        12,
                        Stage.TRIES_EXERCISE,
                        teller,
                        felt(5, 4),
                        felt(4, 3)));
    }

    private static Felt felt(int before, int after) {
        return new Felt(before, after);
    }

    private static Course known(
            PatientId patient,
            Team team,
            String key,
            LocalDate began,
            int hour,
            Stage stage,
            DemoTeller teller,
            Felt... pains) {
        var at = LocalTime.of(hour, 0);
        var slots = IntStream.range(0, pains.length)
                .mapToObj(week -> new DemoTaper.Slot(AppointmentType.MASSAGE, week))
                .toList();
        var complaint = DemoComplaints.of(key);
        var giver = new DemoSessions.Giver(hour, KNOWN_HANDS, false, Integer.MAX_VALUE);
        return new Course(
                patient,
                team,
                complaint,
                began,
                at,
                slots.stream().map(slot -> visit(team, slot, began, at)).toList(),
                DemoSessions.of(giver, complaint, slots, List.of(pains), teller),
                null,
                List.of(),
                stage,
                Care.KNOWN,
                false);
    }

    /** Returns the course of a patient who was assessed some days ago and has not been treated since. */
    static Course assessed(PatientId patient, Team team, int number, int daysAgo, LocalTime at) {
        return new Course(
                patient,
                team,
                DemoComplaints.of(number),
                team.place().today().minusDays(daysAgo - DAYS_BEFORE),
                at,
                List.of(),
                List.of(),
                null,
                List.of(),
                Stage.NO_PLAN,
                Care.MASSAGE,
                false);
    }

    /**
     * Returns seven courses for each team. Each has its own time and day of the week, so that none overlaps another.
     *
     * @param patients seven for each team, in order
     */
    static List<Course> many(List<PatientId> patients, List<Team> teams, DemoTeller teller) {
        var courses = new ArrayList<Course>();
        for (int number = 0; number < patients.size(); number++) {
            courses.add(one(number, patients.get(number), teams.get(number / EACH), teller));
        }
        return courses;
    }

    private static Course one(int number, PatientId patient, Team team, DemoTeller teller) {
        var cast = DemoCast.ALL.get(number);
        var slot = number % EACH;
        var daysAgo = 1 + (slot + 3 * (number / EACH % 2)) % 6;
        var began = team.place().today().minusDays(daysAgo).minusWeeks(cast.weeks());
        var at = LocalTime.of(9 + slot, 0);
        var over = cast.stage() == Stage.BEHIND ? cast.weeks() - MISSED_WEEKS : cast.weeks();
        var slots = DemoTaper.slots(DemoTaper.of(cast.care(), cast.stage()), cast.stage() == Stage.AHEAD);
        var given = slots.stream().filter(visit -> visit.week() <= over).toList();
        var missed = slots.stream()
                .filter(visit -> visit.week() > over && visit.week() <= cast.weeks())
                .findFirst()
                .map(visit -> visit(team, visit, began, at))
                .orElse(null);
        var ahead = slots.stream()
                .filter(visit -> cast.stage().isBookedAhead())
                .filter(visit -> visit.week() > cast.weeks() && visit.week() <= cast.weeks() + BOOKED_WEEKS)
                .map(visit -> visit(team, visit, began, at))
                .toList();
        var complaint = DemoComplaints.of(number);
        var giver = new DemoSessions.Giver(
                number,
                DemoPractitioners.modalitiesOf(team.treats().account()),
                cast.isGentle(),
                cast.isFlagged() ? cast.weeks() : Integer.MAX_VALUE);
        var ends = cast.stage() == Stage.NO_PLAN ? LEAST_PAIN : 1;
        return new Course(
                patient,
                team,
                complaint,
                began,
                at,
                given.stream().map(visit -> visit(team, visit, began, at)).toList(),
                DemoSessions.of(giver, complaint, given, DemoPains.of(number, cast.trend(), ends, given), teller),
                missed,
                ahead,
                cast.stage(),
                cast.care(),
                cast.isUnsigned());
    }

    /** If a day has several visits, the adjustment ends before the massage, and exercise follows an hour after it. */
    private static Visit visit(Team team, DemoTaper.Slot slot, LocalDate began, LocalTime at) {
        var then =
                switch (slot.service()) {
                    case ADJUSTMENT -> at.minusMinutes(30);
                    case EXERCISE -> at.plusHours(1);
                    case MASSAGE, ASSESSMENT, CONSULTATION -> at;
                };
        return new Visit(slot.service(), team.gives(slot.service()), began.plusWeeks(slot.week()), then);
    }
}
