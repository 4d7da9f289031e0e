package io.plumbline.demo;

import io.plumbline.demo.DemoCourses.Care;
import io.plumbline.demo.DemoCourses.Stage;
import io.plumbline.demo.DemoSessions.Trend;
import java.util.List;

/** The course of each demo patient in care: most improve, some stay the same, two get worse. */
final class DemoCasts {
    /**
     * One course: the plan, its status and the trend of the pain.
     *
     * @param weeks weeks since the first visit
     */
    record Cast(Care care, Stage stage, Trend trend, int weeks) {}

    /** Seven for each therapist. Patients who are over 60, pregnant or on blood thinners are not adjusted. */
    static final List<Cast> ALL = List.of(
            new Cast(Care.WITH_EXERCISE, Stage.BEHIND, Trend.IMPROVES, 21),
            new Cast(Care.MASSAGE, Stage.AHEAD, Trend.IMPROVES, 14),
            new Cast(Care.COMBINED, Stage.BEHIND, Trend.IMPROVES, 17),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.STAYS, 20),
            new Cast(Care.MASSAGE, Stage.COMPLETED, Trend.IMPROVES, 14),
            new Cast(Care.COMBINED, Stage.WORSE, Trend.WORSENS, 4),
            new Cast(Care.MASSAGE, Stage.ON_TRACK, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.DRAFT, Trend.IMPROVES, 2),
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.WORSENS, 4),
            new Cast(Care.COMBINED, Stage.IN_REVISION, Trend.STAYS, 4),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.REVOKED, Trend.IMPROVES, 12),
            new Cast(Care.COMBINED, Stage.AHEAD, Trend.IMPROVES, 15),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20),
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.IMPROVES, 17),
            new Cast(Care.COMBINED, Stage.ON_TRACK, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.ERROR, Trend.IMPROVES, 12),
            new Cast(Care.COMBINED, Stage.AHEAD, Trend.IMPROVES, 13),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.COMPLETED, Trend.IMPROVES, 15),
            new Cast(Care.MASSAGE, Stage.ON_HOLD, Trend.IMPROVES, 14),
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 18),
            new Cast(Care.WITH_EXERCISE, Stage.BEHIND, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.DRAFT, Trend.IMPROVES, 2),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.STAYS, 20),
            new Cast(Care.COMBINED, Stage.REVOKED, Trend.IMPROVES, 14),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20));

    /** Patients with an alert against deep pressure: pregnancy, an implant or blood thinners. */
    static final List<Integer> GENTLE = List.of(4, 11, 16);

    /** Patients with a red flag that was raised before their last visit: no thrust at it. */
    static final List<Integer> FLAGGED = List.of(15);

    /** Patients whose last session note is not signed yet. */
    static final List<Integer> UNSIGNED = List.of(3, 13);

    private DemoCasts() {}
}
