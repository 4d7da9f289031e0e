package io.plumbline.demo;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.taper.Frequency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines of the demo treatment plans, and the week of each visit after the first: weekly at first, then every two
 * weeks, then monthly. Every patient keeps one day of the week.
 */
final class DemoTaper {
    private static final List<Line> MASSAGE = List.of(
            new Line(PlanPhase.RELIEF, AppointmentType.MASSAGE, Frequency.WEEKLY, 6),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, Frequency.FORTNIGHTLY, 4));

    private static final List<Line> WITH_EXERCISE = List.of(
            new Line(PlanPhase.RELIEF, AppointmentType.MASSAGE, Frequency.WEEKLY, 5),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.EXERCISE, Frequency.WEEKLY, 6),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, Frequency.FORTNIGHTLY, 3),
            new Line(PlanPhase.STABILISE, AppointmentType.EXERCISE, Frequency.FORTNIGHTLY, 3),
            new Line(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, Frequency.MONTHLY, 3));

    private static final List<Line> COMBINED = List.of(
            new Line(PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, Frequency.WEEKLY, 6),
            new Line(PlanPhase.RELIEF, AppointmentType.MASSAGE, Frequency.WEEKLY, 6),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.ADJUSTMENT, Frequency.FORTNIGHTLY, 4),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, Frequency.FORTNIGHTLY, 4),
            new Line(PlanPhase.MAINTAIN, AppointmentType.ADJUSTMENT, Frequency.MONTHLY, 3),
            new Line(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, Frequency.MONTHLY, 3));

    private static final Line TUNE_UPS = new Line(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, Frequency.MONTHLY, 3);

    /** Visits of patients without a plan. */
    private static final List<Line> NOW_AND_THEN =
            List.of(new Line(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, Frequency.FORTNIGHTLY, 12));

    /** The plan of the first four demo patients. */
    private static final List<Line> KNOWN = List.of(
            new Line(PlanPhase.RELIEF, AppointmentType.MASSAGE, Frequency.WEEKLY, 4),
            new Line(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, Frequency.FORTNIGHTLY, 4),
            TUNE_UPS);

    private DemoTaper() {}

    /** One service of a phase. */
    record Line(PlanPhase phase, AppointmentType service, Frequency frequency, int visits) {}

    /** A visit of a service, in weeks after the first visit. */
    record Slot(AppointmentType service, int week) {}

    static List<Line> of(DemoCourses.Care care, DemoCourses.Stage stage) {
        if (stage == DemoCourses.Stage.NO_PLAN) {
            return NOW_AND_THEN;
        }
        return switch (care) {
            case KNOWN -> KNOWN;
            case WITH_EXERCISE -> WITH_EXERCISE;
            case COMBINED -> COMBINED;
            case MASSAGE -> stage == DemoCourses.Stage.COMPLETED ? MASSAGE : withTuneUps();
        };
    }

    private static List<Line> withTuneUps() {
        var lines = new ArrayList<>(MASSAGE);
        lines.add(TUNE_UPS);
        return lines;
    }

    /**
     * Returns the visits in order. On one day, an adjustment comes before the massage, and exercise after it.
     *
     * @param sooner whether the patient comes a week earlier than planned after the weekly visits
     */
    static List<Slot> slots(List<Line> lines, boolean sooner) {
        var slots = new ArrayList<Slot>();
        var ends = new EnumMap<PlanPhase, Integer>(PlanPhase.class);
        for (var line : lines) {
            var starts = ends.entrySet().stream()
                    .filter(end -> end.getKey().compareTo(line.phase()) < 0)
                    .mapToInt(end -> end.getValue())
                    .max()
                    .orElse(0);
            var weeks = weeksOf(line.frequency());
            var step = sooner ? Math.max(1, weeks - 1) : weeks;
            IntStream.range(0, line.visits())
                    .mapToObj(visit -> new Slot(line.service(), starts + step * visit))
                    .forEach(slots::add);
            ends.merge(line.phase(), starts + step * line.visits(), Math::max);
        }
        slots.sort(Comparator.comparingInt(Slot::week).thenComparing(Slot::service));
        return slots;
    }

    private static int weeksOf(Frequency frequency) {
        return switch (frequency) {
            case THREE_A_WEEK, TWICE_A_WEEK, WEEKLY -> 1;
            case FORTNIGHTLY -> 2;
            case THREE_WEEKLY -> 3;
            case FOUR_WEEKLY, MONTHLY -> 4;
            case QUARTERLY -> 13;
        };
    }
}
