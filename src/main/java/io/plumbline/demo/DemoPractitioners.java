package io.plumbline.demo;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.shared.ids.ClinicId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The invented practitioners, keyed by account name if they have one. Together they cover all days of the week. */
final class DemoPractitioners {
    static final List<Person> ALL = DemoTexts.rows("practitioners.json", Person[].class);

    private DemoPractitioners() {}

    /** Returns the massage modalities of a practitioner; empty if they are not restricted. */
    static Set<String> modalitiesOf(String key) {
        return ALL.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow()
                .modalities();
    }

    /** The two clinics. */
    enum Place {
        HARBOUR,
        MILL
    }

    /** The hours of a practitioner at a clinic, the same on every day of the week. */
    record Shift(Place place, int from, int until) {
        private Stream<WorkingHours> week(DemoPlaces places) {
            ClinicId clinic = places.at(place).clinic();
            return Arrays.stream(DayOfWeek.values())
                    .map(day -> new WorkingHours(clinic, day, LocalTime.of(from, 0), LocalTime.of(until, 0)));
        }
    }

    /** A practitioner. */
    record Person(
            String key,
            String title,
            String givenName,
            String familyName,
            Set<Discipline> disciplines,
            Set<String> languages,
            List<Shift> shifts,
            Set<String> modalities,
            String biography) {
        PractitionerDraft draft(DemoPlaces places) {
            return new PractitionerDraft(
                    title,
                    givenName,
                    familyName,
                    disciplines,
                    languages,
                    shifts.stream().flatMap(shift -> shift.week(places)).toList(),
                    modalities,
                    biography);
        }
    }
}
