package io.plumbline.demo;

import static io.plumbline.schedule.AppointmentType.ADJUSTMENT;
import static io.plumbline.schedule.AppointmentType.EXERCISE;
import static io.plumbline.schedule.AppointmentType.MASSAGE;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.FlagStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Fills the demo with the volume of a real clinic: many patients, their courses of care, booked days, leads and red
 * flags.
 */
@Component
class DemoCrowd {
    private static final int IN_CARE = 14;
    private static final int CONVERTED = 3;
    private static final long FIRST_DAYS_AGO = 185;

    private final DemoSignIn signIn;
    private final DemoNewcomers newcomers;
    private final DemoEnquiries enquiries;
    private final DemoConsultations consultations;
    private final DemoCare care;
    private final DemoDiary diary;
    private final DemoFlags flags;
    private final DemoFiles files;
    private final PatientService patients;
    private final ScheduleService schedule;

    DemoCrowd(
            DemoSignIn signIn,
            DemoNewcomers newcomers,
            DemoEnquiries enquiries,
            DemoConsultations consultations,
            DemoCare care,
            DemoDiary diary,
            DemoFlags flags,
            DemoFiles files,
            PatientService patients,
            ScheduleService schedule) {
        this.signIn = signIn;
        this.newcomers = newcomers;
        this.enquiries = enquiries;
        this.consultations = consultations;
        this.care = care;
        this.diary = diary;
        this.flags = flags;
        this.files = files;
        this.patients = patients;
        this.schedule = schedule;
    }

    /** Returns the patient who got worse under care and was sent to the physician. */
    PatientId fill(DemoPlaces places, DemoStaff.People people, DemoTeller teller) {
        var drafts = newcomers.drafts(places.harbour().today());
        var half = drafts.size() / 2;
        var harbour = admit(drafts.subList(0, half), places.harbour(), "frontdesk", "farid", people);
        var mill = admit(drafts.subList(half, drafts.size()), places.mill(), "manager", "helen", people);
        var all = Stream.concat(harbour.stream(), mill.stream()).toList();
        var courses = DemoCourses.many(
                Stream.concat(harbour.subList(0, IN_CARE).stream(), mill.subList(0, IN_CARE).stream())
                        .toList(),
                teams(places, people),
                teller);
        courses.forEach(care::run);
        assess(harbour, 2 * IN_CARE, team(places.harbour(), "frontdesk", "farid", "mateus", "yuki", people));
        assess(
                mill,
                2 * IN_CARE + assessed(harbour).size(),
                team(places.mill(), "manager", "helen", "imani", "dara", people));
        diary.fill(
                pages(places, people, harbour, mill),
                courses.stream().flatMap(course -> course.ahead().stream()).toList());
        visitTheOther(harbour, places, people);
        files.noteNewcomers(all, places.harbour().today());
        raise(all, places);
        enquiries.fill(places);
        consultations.fill(places, people);
        return courses.stream()
                .filter(course -> course.stage() == DemoCourses.Stage.WORSE)
                .map(DemoCourses.Course::patient)
                .findFirst()
                .orElseThrow();
    }

    /** Registers the patients of a clinic. Three of the last six asked for a consultation first. */
    private List<PatientId> admit(
            List<PatientDraft> drafts, DemoPlaces.Clinic place, String desk, String consults, DemoStaff.People people) {
        var from = drafts.size() - 2 * CONVERTED;
        var admitted = new ArrayList<PatientId>();
        for (int number = 0; number < drafts.size(); number++) {
            var draft = drafts.get(number);
            if (number < from || number >= from + CONVERTED) {
                var then = place.at(place.today().minusDays(FIRST_DAYS_AGO - number), LocalTime.of(9, 0));
                admitted.add(signIn.call(desk, then, () -> patients.add(draft, place.clinic())));
                files.consent(admitted.getLast(), desk, then);
            } else if (number == from) {
                admitted.addAll(
                        enquiries.convert(drafts.subList(from, from + CONVERTED), place, people.the(consults), 11));
            }
        }
        return admitted;
    }

    /** Returns the patients who were only assessed, without those who asked for a consultation first. */
    private static List<PatientId> assessed(List<PatientId> all) {
        var converted = all.size() - 2 * CONVERTED;
        return Stream.concat(
                        all.subList(IN_CARE, converted).stream(),
                        all.subList(converted + CONVERTED, all.size()).stream())
                .toList();
    }

    /** @param from the number of the first complaint */
    private void assess(List<PatientId> all, int from, DemoCourses.Team team) {
        var patients = assessed(all);
        for (int number = 0; number < patients.size(); number++) {
            care.run(DemoCourses.assessed(
                    patients.get(number), team, from + number, 9 + 3 * number, LocalTime.of(10, 0)));
        }
    }

    private static List<DemoCourses.Team> teams(DemoPlaces places, DemoStaff.People people) {
        return List.of(
                team(places.harbour(), "frontdesk", "chiropractor", "therapist", "yuki", people),
                team(places.harbour(), "frontdesk", "chiropractor", "mateus", "yuki", people),
                team(places.mill(), "manager", "jonas", "imani", "dara", people),
                team(places.mill(), "manager", "jonas", "stefan", "dara", people));
    }

    private static DemoCourses.Team team(
            DemoPlaces.Clinic place,
            String desk,
            String assesses,
            String treats,
            String trains,
            DemoStaff.People people) {
        return new DemoCourses.Team(place, desk, people.member(assesses), people.member(treats), people.member(trains));
    }

    /**
     * Returns the appointment pattern of each practitioner: occasional visits for patients without a plan, and
     * adjustments and exercise for those who were only assessed.
     */
    private static List<DemoDiary.Page> pages(
            DemoPlaces places, DemoStaff.People people, List<PatientId> harbour, List<PatientId> mill) {
        var west = places.harbour();
        var east = places.mill();
        var newWest = assessed(harbour);
        var newEast = assessed(mill);
        var regular = with(newWest, harbour, 10, 13);
        var some = with(newEast.subList(0, 3), mill, 4);
        var theOthers = with(newEast.subList(3, newEast.size()), mill, 8, 11, 13);
        return List.of(
                page(west, "frontdesk", people.the("farid"), ADJUSTMENT, -1, newWest, 9, 10, 11, 12, 14),
                page(west, "frontdesk", people.the("yuki"), EXERCISE, -1, regular, 9, 11, 13),
                page(west, "frontdesk", people.the("therapist"), MASSAGE, 1, List.of(harbour.get(3)), 14),
                page(west, "frontdesk", people.the("mateus"), MASSAGE, 0, regular, 9, 10, 12, 13, 14),
                page(east, "manager", people.the("helen"), ADJUSTMENT, -1, newEast, 10, 11, 14, 15),
                page(east, "manager", people.the("dara"), EXERCISE, -1, with(newEast, mill, 8, 11), 9, 12, 15),
                page(east, "manager", people.the("imani"), MASSAGE, 0, some, 9, 11, 13, 15),
                page(east, "manager", people.the("stefan"), MASSAGE, 0, theOthers, 10, 12, 14));
    }

    private static DemoDiary.Page page(
            DemoPlaces.Clinic place,
            String desk,
            StaffId who,
            AppointmentType type,
            int firstDay,
            List<PatientId> patients,
            Integer... hours) {
        return new DemoDiary.Page(place, desk, who, type, firstDay, List.of(hours), patients);
    }

    private static List<PatientId> with(List<PatientId> some, List<PatientId> all, int... others) {
        return Stream.concat(IntStream.of(others).mapToObj(all::get), some.stream())
                .toList();
    }

    /** Books one visit at Old Mill for some Harbour Street patients, so that both clinics know them. */
    private void visitTheOther(List<PatientId> harbour, DemoPlaces places, DemoStaff.People people) {
        var place = places.mill();
        var some = with(assessed(harbour), harbour, IN_CARE - 1);
        for (int number = 0; number < some.size(); number++) {
            var patient = some.get(number);
            var on = place.today().minusDays(30L + number);
            var visit = signIn.call(
                    "manager",
                    place.at(on.minusDays(2), LocalTime.of(9, 0)),
                    () -> schedule.book(new Booking(
                            place.clinic(),
                            people.the("helen"),
                            patient,
                            AppointmentType.CONSULTATION,
                            on,
                            LocalTime.of(15, 0),
                            AppointmentType.CONSULTATION.minutes())));
            diary.complete(visit, "manager", place.at(on, LocalTime.of(15, 30)));
        }
    }

    private void raise(List<PatientId> all, DemoPlaces places) {
        var west = places.harbour();
        var east = places.mill();
        var millFirst = all.size() / 2;
        flags.raise("chiropractor", all.get(2), west, "RF-CES-2", 2);
        flags.raise("chiropractor", all.get(5), west, "RF-CA-3e", 26);
        flags.acknowledge("chiropractor", all.get(11), west, "RF-FX-2c", 25);
        flags.clear(
                "chiropractor",
                all.get(8),
                west,
                "RF-CA-1a",
                "Ended seven years ago and followed up by her doctor, who wrote to us.",
                EvidenceDraft.inWords(
                        new Examiner.Named("Dr. Lena Ortiz", "family physician"),
                        west.today().minusDays(5),
                        "No sign of a recurrence"));
        flags.decide(
                "chiropractor",
                all.get(12),
                west,
                "RF-FX-3a",
                FlagStatus.MONITORED,
                "A short course two years ago, as she told us on the phone; asked again at the next visit.",
                west.today().plusDays(10));
        flags.raise("jonas", all.get(millFirst + 6), east, "RF-INFL-7", 30);
        flags.decide(
                "jonas", all.get(millFirst + 1), east, "RF-FX-3b", FlagStatus.REFERRED, "Sent for a bone scan.", null);
        flags.decide(
                "jonas",
                all.get(millFirst + 9),
                east,
                "RF-DVT",
                FlagStatus.EMERGENCY_REFERRED,
                "Brought to the emergency department at once.",
                null);
    }
}
