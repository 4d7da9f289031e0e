package io.plumbline.practitioners.ui;

import io.plumbline.practitioners.PractitionerBookings.Booked;
import io.plumbline.shared.Dates;

/** A practitioner's remaining appointments in words. */
final class BookedWords {
    private BookedWords() {}

    static String of(Booked booked, String when) {
        var first = booked.first();
        var last = booked.last();
        if (first == null || last == null) {
            return "Nothing is booked " + when + ".";
        }
        var days = first.equals(last)
                ? "on " + Dates.day(first)
                : "from " + Dates.day(first) + " to " + Dates.dayAndYear(last);
        return (booked.count() == 1 ? "1 appointment is" : booked.count() + " appointments are") + " still booked "
                + when + ", " + days + ". They stay until somebody moves or cancels them in the schedule.";
    }
}
