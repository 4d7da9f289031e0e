package io.plumbline.schedule.ui;

import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.Dates;
import java.time.Duration;
import java.time.LocalDateTime;

/** How late somebody is who was expected today and has not checked in. */
final class Lateness {
    private Lateness() {}

    /** Returns for example <em>late 53 min</em>; empty if the appointment is not late. */
    static String words(AppointmentRow row, LocalDateTime now) {
        return row.isLate(now)
                ? "late " + Dates.howLong(Duration.between(row.on().atTime(row.at()), now))
                : "";
    }
}
