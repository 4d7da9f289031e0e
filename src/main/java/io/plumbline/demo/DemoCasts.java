package io.plumbline.demo;

import io.plumbline.demo.DemoCourses.Care;
import io.plumbline.demo.DemoCourses.Stage;
import io.plumbline.demo.DemoSessions.Trend;
import java.util.List;

/** Which course each of the demo patients in care takes: most improve, some stay as they are, two get worse. */
final class DemoCasts {
    /**
     * One of many: what is planned, what has become of it, and how the pain went.
     *
     * @param weeks since the first visit
     */
    record Cast(Care care, Stage stage, Trend trend, int weeks) {}

    /** By therapist, seven each. Who is over 60, expects a child or takes blood thinners is not adjusted. */
    static final List<Cast> ALL = List.of(
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.AHEAD, Trend.IMPROVES, 14),
            new Cast(Care.COMBINED, Stage.BEHIND, Trend.IMPROVES, 17),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.STAYS, 20),
            new Cast(Care.MASSAGE, Stage.COMPLETED, Trend.IMPROVES, 14),
            new Cast(Care.COMBINED, Stage.WORSE, Trend.WORSENS, 10),
            new Cast(Care.MASSAGE, Stage.ON_TRACK, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.DRAFT, Trend.IMPROVES, 2),
            new Cast(Care.WITH_EXERCISE, Stage.BEHIND, Trend.IMPROVES, 18),
            new Cast(Care.COMBINED, Stage.ON_TRACK, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 18),
            new Cast(Care.MASSAGE, Stage.REVOKED, Trend.IMPROVES, 12),
            new Cast(Care.COMBINED, Stage.AHEAD, Trend.IMPROVES, 15),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20),
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.IMPROVES, 17),
            new Cast(Care.COMBINED, Stage.BEHIND, Trend.STAYS, 19),
            new Cast(Care.MASSAGE, Stage.ERROR, Trend.IMPROVES, 12),
            new Cast(Care.COMBINED, Stage.AHEAD, Trend.IMPROVES, 13),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.COMPLETED, Trend.IMPROVES, 15),
            new Cast(Care.MASSAGE, Stage.ON_HOLD, Trend.STAYS, 14),
            new Cast(Care.WITH_EXERCISE, Stage.ON_TRACK, Trend.IMPROVES, 20),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 18),
            new Cast(Care.WITH_EXERCISE, Stage.WORSE, Trend.WORSENS, 11),
            new Cast(Care.MASSAGE, Stage.DRAFT, Trend.IMPROVES, 2),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.STAYS, 20),
            new Cast(Care.COMBINED, Stage.REVOKED, Trend.IMPROVES, 14),
            new Cast(Care.MASSAGE, Stage.NO_PLAN, Trend.IMPROVES, 20));

    /** Whom an alert spares deep pressure: a child is expected, an implant, blood thinners. */
    static final List<Integer> GENTLE = List.of(4, 11, 16);

    /** Who wait for the note of their last visit. */
    static final List<Integer> UNSIGNED = List.of(3, 13);

    private DemoCasts() {}
}
