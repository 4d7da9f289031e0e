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
    static final List<Person> ALL = List.of(
            new Person(
                    "chiropractor",
                    "Dr.",
                    "Ada",
                    "Novak",
                    Set.of(Discipline.CHIROPRACTIC),
                    Set.of("English", "Czech"),
                    List.of(new Shift(Place.HARBOUR, 8, 16), new Shift(Place.MILL, 9, 10)),
                    Set.of(),
                    ""),
            new Person(
                    "therapist",
                    "",
                    "Tom",
                    "Eriksen",
                    Set.of(Discipline.MASSAGE_THERAPY, Discipline.EXERCISE_THERAPY),
                    Set.of("English", "Norwegian"),
                    List.of(new Shift(Place.HARBOUR, 9, 17)),
                    Set.of(),
                    ""),
            new Person(
                    "lena",
                    "",
                    "Lena",
                    "Berg",
                    Set.of(Discipline.MASSAGE_THERAPY),
                    Set.of("English", "German"),
                    List.of(new Shift(Place.HARBOUR, 11, 19)),
                    Set.of(),
                    ""),
            new Person(
                    "jonas",
                    "Dr.",
                    "Jonas",
                    "Ruiz",
                    Set.of(Discipline.CHIROPRACTIC),
                    Set.of("English", "Spanish"),
                    List.of(new Shift(Place.MILL, 8, 18)),
                    Set.of(),
                    ""),
            new Person(
                    "nora",
                    "",
                    "Nora",
                    "Lindqvist",
                    Set.of(Discipline.MASSAGE_THERAPY),
                    Set.of("English", "Swedish"),
                    List.of(new Shift(Place.MILL, 10, 18)),
                    Set.of("SWEDISH", "MYOFASCIAL"),
                    "Trained in Uppsala, with us since 2021."),
            new Person(
                    "farid",
                    "Dr.",
                    "Farid",
                    "Nasser",
                    Set.of(Discipline.CHIROPRACTIC),
                    Set.of("English", "Arabic", "French"),
                    List.of(new Shift(Place.HARBOUR, 9, 16)),
                    Set.of(),
                    "Was a physical education teacher before he studied."),
            new Person(
                    "mateus",
                    "",
                    "Mateus",
                    "Oliveira",
                    Set.of(Discipline.MASSAGE_THERAPY),
                    Set.of("English", "Portuguese"),
                    List.of(new Shift(Place.HARBOUR, 9, 17)),
                    Set.of("SWEDISH", "DEEP_TISSUE"),
                    ""),
            new Person(
                    "yuki",
                    "",
                    "Yuki",
                    "Tanabe",
                    Set.of(Discipline.EXERCISE_THERAPY),
                    Set.of("English", "Japanese"),
                    List.of(new Shift(Place.HARBOUR, 8, 15)),
                    Set.of(),
                    "Leads the small exercise room."),
            new Person(
                    "helen",
                    "Dr.",
                    "Helen",
                    "Abara",
                    Set.of(Discipline.CHIROPRACTIC),
                    Set.of("English", "Igbo"),
                    List.of(new Shift(Place.MILL, 9, 17)),
                    Set.of(),
                    ""),
            new Person(
                    "imani",
                    "",
                    "Imani",
                    "Okoye",
                    Set.of(Discipline.MASSAGE_THERAPY),
                    Set.of("English", "Swahili"),
                    List.of(new Shift(Place.MILL, 9, 17)),
                    Set.of("SWEDISH", "TRIGGER_POINT"),
                    ""),
            new Person(
                    "stefan",
                    "",
                    "Stefan",
                    "Król",
                    Set.of(Discipline.MASSAGE_THERAPY),
                    Set.of("English", "Polish"),
                    List.of(new Shift(Place.MILL, 9, 17)),
                    Set.of("DEEP_TISSUE", "MYOFASCIAL"),
                    ""),
            new Person(
                    "dara",
                    "",
                    "Dara",
                    "Quinn",
                    Set.of(Discipline.EXERCISE_THERAPY),
                    Set.of("English", "Irish"),
                    List.of(new Shift(Place.MILL, 9, 17)),
                    Set.of(),
                    ""));

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
