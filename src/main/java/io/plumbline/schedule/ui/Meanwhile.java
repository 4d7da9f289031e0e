package io.plumbline.schedule.ui;

import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.ui.Dates;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;

/** What a colleague made of an appointment while somebody was about to change it. */
final class Meanwhile {
    /** What there is to say where it is not the person's any more. */
    static final String GONE = "A colleague moved this appointment meanwhile: it is not yours to change any more";

    private Meanwhile() {}

    /** Who changed it last, and how it stands now where that is new to who saw {@code seen}. */
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
            changes.add("it is in another room");
        }
        if (now.status() != seen.status()) {
            changes.add("it is now " + now.status().word().toLowerCase(Locale.ROOT));
        }
        if (changes.isEmpty()) {
            changes.add("it stands again as you see it");
        }
        return details.changes().getLast().by() + " changed this appointment meanwhile: " + String.join("; ", changes);
    }
}
