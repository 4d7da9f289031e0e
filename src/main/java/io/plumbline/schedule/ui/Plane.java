package io.plumbline.schedule.ui;

import io.plumbline.schedule.Calendar;
import java.time.LocalDateTime;

/** Where appointments are drawn. It stays while what it shows is drawn anew, and with it how far it was scrolled. */
interface Plane {
    /** Draws these days; it is now so late there. */
    void show(Calendar calendar, LocalDateTime now);
}
