package io.plumbline.demo;

import io.plumbline.demo.DemoCourses.Care;
import io.plumbline.demo.DemoCourses.Stage;
import io.plumbline.demo.DemoSessions.Trend;
import java.util.List;

/**
 * The course of a demo patient in care: the plan, its status and the trend of the pain. Most improve, some stay the
 * same, two get worse.
 *
 * @param weeks weeks since the first visit
 * @param isGentle whether an alert forbids deep pressure: pregnancy, an implant or blood thinners
 * @param isFlagged whether a red flag was raised before the last visit: no thrust at it
 * @param isUnsigned whether the last session note is not signed yet
 */
record DemoCast(
        Care care, Stage stage, Trend trend, int weeks, boolean isGentle, boolean isFlagged, boolean isUnsigned) {
    /** Seven for each therapist. Patients who are over 60, pregnant or on blood thinners are not adjusted. */
    static final List<DemoCast> ALL = DemoTexts.rows("casts.json", DemoCast[].class);
}
