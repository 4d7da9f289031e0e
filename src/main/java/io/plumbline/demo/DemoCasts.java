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
    static final List<Cast> ALL = DemoTexts.rows("casts.json", Cast[].class);

    /** Patients with an alert against deep pressure: pregnancy, an implant or blood thinners. */
    static final List<Integer> GENTLE = List.of(4, 11, 16);

    /** Patients with a red flag that was raised before their last visit: no thrust at it. */
    static final List<Integer> FLAGGED = List.of(15);

    /** Patients whose last session note is not signed yet. */
    static final List<Integer> UNSIGNED = List.of(3, 13);

    private DemoCasts() {}
}
