package io.plumbline.schedule.ui;

import io.plumbline.schedule.Calendar;
import java.time.LocalDateTime;

/** A view of appointments. The component stays when its content is redrawn, and keeps its scroll position. */
interface Plane {
    /** Draws these days; {@code now} is the local time there. */
    void show(Calendar calendar, LocalDateTime now);
}
