package io.plumbline.schedule.ui;

import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.Dates;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;

/** Messages about a colleague's concurrent change of an appointment. */
final class ConflictMessages {
    /** The message for an appointment that is no longer the user's. */
    static final String GONE = "A colleague moved this appointment in the meantime. You can no longer change it";

    /** The message for an appointment that somebody changed after the action to be undone. */
    static final String CHANGED_SINCE = "A colleague changed this appointment since, so it stays as it is now";

    private ConflictMessages() {}

    /** Returns who changed the appointment last, and its current data where it differs from {@code seen}. */
    static String words(AppointmentRow seen, AppointmentDetails details) {
        var now = details.row();
        var changes = new ArrayList<String>();
        if (!now.on().equals(seen.on()) || !now.at().equals(seen.at())) {
            changes.add("it is now on " + Dates.dayAndTime(now.on(), now.at(), ""));
        }
        if (!now.practitioner().equals(seen.practitioner())) {
            changes.add("it is now with " + now.practitionerName());
        }
        if (!Objects.equals(now.room(), seen.room())) {
            changes.add("the room was changed");
        }
        if (now.status() != seen.status()) {
            changes.add("it is now " + now.status().label().toLowerCase(Locale.ROOT));
        }
        if (changes.isEmpty()) {
            changes.add("it is the same as shown");
        }
        return details.changes().getLast().by() + " changed this appointment in the meantime: "
                + String.join("; ", changes);
    }
}
