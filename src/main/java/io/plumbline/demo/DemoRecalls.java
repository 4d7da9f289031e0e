package io.plumbline.demo;

import io.plumbline.access.SystemActor;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientService;
import io.plumbline.recalls.DeclineReason;
import io.plumbline.recalls.RecallCheckService;
import io.plumbline.recalls.RecallResult;
import io.plumbline.recalls.RecallService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills the recall board: patients who missed a visit or have not come for months, and what the desk tried. */
@Component
class DemoRecalls {
    private static final int MOST_AT_ONCE = 500;
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private final DemoSignIn signIn;
    private final SystemActor system;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final DemoFiles files;
    private final DemoDiary diary;
    private final RecallCheckService checks;
    private final RecallService recalls;

    DemoRecalls(
            DemoSignIn signIn,
            SystemActor system,
            PatientService patients,
            ScheduleService schedule,
            AppointmentService appointments,
            DemoFiles files,
            DemoDiary diary,
            RecallCheckService checks,
            RecallService recalls) {
        this.signIn = signIn;
        this.system = system;
        this.patients = patients;
        this.schedule = schedule;
        this.appointments = appointments;
        this.files = files;
        this.diary = diary;
        this.checks = checks;
        this.recalls = recalls;
    }

    /**
     * Somebody to call.
     *
     * @param visitedDaysAgo the day of the last visit, counted back from today
     * @param missedDaysAgo the day of a no-show after it; 0 if there was none
     */
    record Person(
            String givenName,
            String familyName,
            int bornIn,
            String phone,
            String language,
            int visitedDaysAgo,
            int missedDaysAgo) {}

    void fill(DemoPlaces places, DemoStaff.People people) {
        var west = places.harbour();
        var harbour = patients("recalls-harbour.json", west, "frontdesk", people.the("farid"));
        patients("recalls-mill.json", places.mill(), "manager", people.the("helen"));
        look();
        tried(harbour.get(3), west, 9, RecallResult.NO_ANSWER, 2, "");
        tried(harbour.get(3), west, 2, RecallResult.LEFT_MESSAGE, 0, "Prefers to be called after four");
        tried(harbour.get(4), west, 1, RecallResult.REACHED, -3, "Looks at her calendar first");
        signIn.as(
                "frontdesk",
                west.at(west.today().minusDays(1), AFTERNOON),
                () -> recalls.decline(
                        harbour.get(5), versionOf(harbour.get(5)), DeclineReason.MOVED, "Lives in Tucson now"));
    }

    private List<PatientId> patients(String file, DemoPlaces.Clinic place, String desk, StaffId who) {
        return DemoTexts.rows(file, Person[].class).stream()
                .map(person -> patient(person, place, desk, who))
                .toList();
    }

    private PatientId patient(Person person, DemoPlaces.Clinic place, String desk, StaffId who) {
        var first = place.at(place.today().minusDays(person.visitedDaysAgo() + 3L), LocalTime.of(9, 0));
        var patient = signIn.call(desk, first, () -> patients.add(draft(person), place.clinic()));
        files.consent(patient, desk, first);
        var on = place.today().minusDays(person.visitedDaysAgo());
        diary.complete(book(patient, place, desk, who, on), desk, place.at(on, AFTERNOON.plusHours(1)));
        if (person.missedDaysAgo() > 0) {
            var missedOn = place.today().minusDays(person.missedDaysAgo());
            var missed = book(patient, place, desk, who, missedOn);
            signIn.as(
                    desk,
                    place.at(missedOn, AFTERNOON.plusHours(1)),
                    () -> appointments.mark(
                            missed,
                            appointments.find(missed).orElseThrow().row().version(),
                            AppointmentStatus.NO_SHOW));
        }
        return patient;
    }

    private AppointmentId book(PatientId patient, DemoPlaces.Clinic place, String desk, StaffId who, LocalDate on) {
        return signIn.call(
                desk,
                place.at(on.minusDays(2), LocalTime.of(10, 0)),
                () -> schedule.book(new Booking(
                        place.clinic(),
                        who,
                        patient,
                        AppointmentType.CONSULTATION,
                        on,
                        AFTERNOON,
                        AppointmentType.CONSULTATION.minutes())));
    }

    private static PatientDraft draft(Person person) {
        return new PatientDraft(
                person.givenName(),
                person.familyName(),
                "",
                "",
                LocalDate.ofYearDay(person.bornIn(), 1 + person.visitedDaysAgo()),
                "",
                person.language(),
                new PhoneNumber(person.phone()),
                null,
                "",
                "",
                EmergencyContact.NONE,
                Guardian.NONE,
                PatientReach.NONE);
    }

    /** Looks at everybody now, as the job would in its first rounds. */
    private void look() {
        var due = system.call(() -> checks.due(MOST_AT_ONCE));
        while (!due.isEmpty()) {
            due.forEach(patient -> system.call(() -> checks.check(patient)));
            due = system.call(() -> checks.due(MOST_AT_ONCE));
        }
    }

    /** @param nextDaysAgo the day of the next contact, counted back from today */
    private void tried(
            PatientId patient,
            DemoPlaces.Clinic place,
            int daysAgo,
            RecallResult result,
            int nextDaysAgo,
            String note) {
        signIn.as(
                "frontdesk",
                place.at(place.today().minusDays(daysAgo), LocalTime.of(11, 0)),
                () -> recalls.attempt(
                        patient, versionOf(patient), result, place.today().minusDays(nextDaysAgo), note));
    }

    private long versionOf(PatientId patient) {
        return recalls.reload(patient).orElseThrow().version();
    }
}
