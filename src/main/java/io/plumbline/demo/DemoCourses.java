package io.plumbline.demo;

import io.plumbline.plans.PlanStatus;
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
    private static final int WEEKS = 14;
    private static final int[] MORE_WEEKS = {0, 1, -1, 2, -2, 0, 1};
    private static final int MISSED_DAYS = 21;

    /** What has become of the plan of each course, by therapist. */
    private static final Stage[] STAGES = {
        Stage.ON_TRACK, Stage.AHEAD, Stage.BEHIND, Stage.NO_PLAN, Stage.COMPLETED, Stage.ON_TRACK, Stage.ON_HOLD,
        Stage.DRAFT, Stage.BEHIND, Stage.ON_TRACK, Stage.NO_PLAN, Stage.REVOKED, Stage.AHEAD, Stage.NO_PLAN,
        Stage.ON_TRACK, Stage.BEHIND, Stage.ERROR, Stage.AHEAD, Stage.NO_PLAN, Stage.COMPLETED, Stage.ON_HOLD,
        Stage.ON_TRACK, Stage.NO_PLAN, Stage.BEHIND, Stage.DRAFT, Stage.NO_PLAN, Stage.REVOKED, Stage.NO_PLAN
    };

    private DemoCourses() {}

    /** How the plan of a course stands. */
    enum Stage {
        NO_PLAN(null, ""),
        DRAFT(null, ""),
        ON_TRACK(null, ""),
        AHEAD(null, ""),
        BEHIND(null, ""),
        ON_HOLD(PlanStatus.ON_HOLD, "Travels for some weeks."),
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

        /** How many weekly visits its plan begins with, where so many were given. */
        int weekly(int given) {
            return switch (this) {
                case AHEAD -> given - 3;
                case BEHIND -> given + 4;
                case COMPLETED -> given;
                default -> given + 1;
            };
        }
    }

    /**
     * Who treats, and where.
     *
     * @param desk who books there
     * @param trainer who leads the exercise sessions
     */
    record Team(
            DemoPlaces.Clinic place,
            String desk,
            String assesses,
            StaffId chiropractor,
            String treats,
            StaffId therapist,
            StaffId trainer) {}

    /** What a plan holds beside weekly massages, later on. */
    enum Care {
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

    /**
     * Somebody in care, with weekly massages.
     *
     * @param weekly how many weekly visits the plan begins with
     */
    record Course(
            PatientId patient,
            Team team,
            DemoComplaints.Complaint complaint,
            LocalDate began,
            LocalTime at,
            List<DemoSessions.Session> sessions,
            Stage stage,
            int weekly,
            Care care) {}

    /** One behind plan, one with a visit planned for today, one that a red flag will hold up, one that rests. */
    static List<Course> known(List<PatientId> known, Team team) {
        var today = team.place().today();
        return List.of(
                known(
                        known.get(6),
                        team,
                        "Lower back tight after long days at the desk.",
                        today.minusWeeks(3),
                        9,
                        Stage.BEHIND,
                        DemoSessions.plain(6, 4),
                        DemoSessions.plain(5, 3)),
                known(
                        known.get(7),
                        team,
                        "Pulling on the left when bending since moving house.",
                        today.minusWeeks(2),
                        10,
                        Stage.ON_TRACK,
                        DemoSessions.plain(7, 5),
                        DemoSessions.plain(5, 4)),
                known(
                        known.get(2),
                        team,
                        "Stiff in the morning, eases when walking.",
                        today.minusWeeks(1),
                        11,
                        Stage.ON_TRACK,
                        DemoSessions.plain(4, 3)),
                known(
                        known.get(3),
                        team,
                        "Tired lower back after standing at work.",
                        today.minusWeeks(4),
                        12,
                        Stage.ON_HOLD,
                        DemoSessions.plain(5, 4),
                        DemoSessions.plain(4, 3)));
    }

    private static Course known(
            PatientId patient,
            Team team,
            String complaint,
            LocalDate began,
            int hour,
            Stage stage,
            DemoSessions.Session... sessions) {
        return new Course(
                patient,
                team,
                DemoComplaints.fromSitting(complaint),
                began,
                LocalTime.of(hour, 0),
                List.of(sessions),
                stage,
                4,
                Care.MASSAGE);
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
        var slot = number % EACH;
        var stage = STAGES[number];
        var weeks = WEEKS + MORE_WEEKS[slot];
        var daysAgo = 1 + (slot + 3 * (number / EACH % 2)) % 6 + (stage == Stage.BEHIND ? MISSED_DAYS : 0);
        return new Course(
                patient,
                team,
                DemoComplaints.of(number),
                team.place().today().minusDays(daysAgo).minusWeeks(weeks - 1L),
                LocalTime.of(9 + slot, 0),
                IntStream.range(0, weeks)
                        .mapToObj(week -> DemoSessions.of(number, week, weeks))
                        .toList(),
                stage,
                stage.weekly(weeks),
                stage == Stage.COMPLETED ? Care.MASSAGE : Care.values()[number % Care.values().length]);
    }
}
