package io.plumbline.demo;

import io.plumbline.demo.DemoSessions.Session;
import io.plumbline.plans.PlanStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The demo patients who are in care, and how far each has come. */
final class DemoCourses {
    private static final int EACH = 7;
    private static final int MISSED_WEEKS = 3;

    /** So long before the first visit they are assessed; then nobody has two of them at once. */
    private static final long DAYS_BEFORE = 2;

    private static final int BOOKED_WEEKS = 5;

    private DemoCourses() {}

    /** How the plan of a course stands. */
    enum Stage {
        NO_PLAN(null, ""),
        DRAFT(null, ""),
        ON_TRACK(null, ""),
        AHEAD(null, ""),
        BEHIND(null, ""),
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

        /** Whether the next visits of the plan are booked. */
        boolean isBookedAhead() {
            return this == ON_TRACK || this == AHEAD;
        }
    }

    /**
     * Who treats, and where; names of accounts, and who is booked.
     *
     * @param desk who books there
     * @param treats the massage therapist
     * @param trains who leads the exercise sessions
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

    /** Somebody of a team. */
    record Member(String account, StaffId staff) {}

    /** What a plan consists of. */
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

    /** A treatment that is booked. */
    record Visit(AppointmentType service, Member who, LocalDate on, LocalTime at) {}

    /**
     * Somebody in care.
     *
     * @param began the day of the first visit
     * @param given the visits that took place, each with its session
     * @param missed the visit to which nobody came; null where none
     * @param ahead the visits that are to be booked
     * @param isUnsigned whether the note of the last visit waits
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

    /** One behind plan, one with a visit planned for today, one that a red flag will hold up, one that rests. */
    static List<Course> known(List<PatientId> known, Team team) {
        var today = team.place().today();
        return List.of(
                known(
                        known.get(6),
                        team,
                        DemoComplaints.fromSitting(
                                "Lower back tight after long days at the desk.",
                                "Three months ago, when work from home began; slowly."),
                        today.minusWeeks(3),
                        9,
                        Stage.BEHIND,
                        DemoSessions.plain(6, 4),
                        DemoSessions.plain(5, 3)),
                known(
                        known.get(7),
                        team,
                        DemoComplaints.fromSitting(
                                "Pulling on the left when bending since moving house.",
                                "Four weeks ago, on the evening of the move."),
                        today.minusWeeks(2),
                        10,
                        Stage.ON_TRACK,
                        DemoSessions.plain(7, 5),
                        DemoSessions.plain(5, 4)),
                known(
                        known.get(2),
                        team,
                        DemoComplaints.fromSitting(
                                "Stiff in the morning, eases when walking.",
                                "About half a year ago; no single cause remembered."),
                        today.minusWeeks(1),
                        11,
                        Stage.ON_TRACK,
                        DemoSessions.plain(4, 3)),
                known(
                        known.get(3),
                        team,
                        DemoComplaints.fromSitting(
                                "Tired lower back after standing at work.",
                                "Two months ago, with a new job behind a counter."),
                        today.minusWeeks(4),
                        12,
                        Stage.TRIES_EXERCISE,
                        DemoSessions.plain(5, 4),
                        DemoSessions.plain(4, 3)));
    }

    private static Course known(
            PatientId patient,
            Team team,
            DemoComplaints.Complaint complaint,
            LocalDate began,
            int hour,
            Stage stage,
            Session... sessions) {
        var at = LocalTime.of(hour, 0);
        var given = IntStream.range(0, sessions.length)
                .mapToObj(week -> visit(team, new DemoTaper.Slot(AppointmentType.MASSAGE, week), began, at))
                .toList();
        return new Course(
                patient,
                team,
                complaint,
                began,
                at,
                given,
                List.of(sessions),
                null,
                List.of(),
                stage,
                Care.KNOWN,
                false);
    }

    /** Somebody who was assessed some days ago, and has not been treated since. */
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
     * Seven courses for each team. The hour and the day of the week of each are its own, so that none meets another.
     *
     * @param patients seven for each team, in order
     */
    static List<Course> many(List<PatientId> patients, List<Team> teams) {
        var courses = new ArrayList<Course>();
        for (int number = 0; number < patients.size(); number++) {
            courses.add(one(number, patients.get(number), teams.get(number / EACH)));
        }
        return courses;
    }

    private static Course one(int number, PatientId patient, Team team) {
        var cast = DemoCasts.ALL.get(number);
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
                number, DemoPractitioners.modalitiesOf(team.treats().account()), DemoCasts.GENTLE.contains(number));
        return new Course(
                patient,
                team,
                complaint,
                began,
                at,
                given.stream().map(visit -> visit(team, visit, began, at)).toList(),
                DemoSessions.of(giver, complaint, cast.trend(), given),
                missed,
                ahead,
                cast.stage(),
                cast.care(),
                DemoCasts.UNSIGNED.contains(number));
    }

    /** On one day the adjustment is over before the massage, and exercise comes an hour after it. */
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
