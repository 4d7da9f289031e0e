package io.plumbline.demo;

import io.plumbline.access.SystemActor;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.DemoClock;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills an empty database with a small clinic group, through the services and as its own users. */
@Component
class DemoClinic {
    /** How long ago the clinics began to use the portal. */
    private static final Duration AGE = Duration.ofDays(190);

    private static final int KNOWN_AT_HARBOUR = 8;

    private final SystemActor system;
    private final DemoSignIn signIn;
    private final ClinicService clinics;
    private final ExerciseService exercises;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final IntakeService intake;
    private final LeadService leads;
    private final BreakGlassService breakGlass;
    private final DemoStaff staff;
    private final DemoCredentials credentials;
    private final DemoCrowd crowd;
    private final DemoCare care;
    private final DemoTemplates templates;
    private final DemoFlags flags;
    private final DemoFiles files;
    private final DemoForms forms;
    private final DemoConsentTexts consentTexts;
    private final DemoAnswers answers;
    private final DemoRecalls recalls;
    private final DemoReferrals referrals;
    private final DemoOrders orders;
    private final DemoReactions reactions;
    private final DemoPhrases phrases;
    private final DemoNoteTemplates noteTemplates;
    private final DemoOnlineIntakes onlineIntakes;
    private final Clock clock;

    DemoClinic(
            SystemActor system,
            DemoSignIn signIn,
            ClinicService clinics,
            ExerciseService exercises,
            PatientService patients,
            ScheduleService schedule,
            IntakeService intake,
            LeadService leads,
            BreakGlassService breakGlass,
            DemoStaff staff,
            DemoCredentials credentials,
            DemoCrowd crowd,
            DemoCare care,
            DemoTemplates templates,
            DemoFlags flags,
            DemoFiles files,
            DemoForms forms,
            DemoConsentTexts consentTexts,
            DemoAnswers answers,
            DemoRecalls recalls,
            DemoReferrals referrals,
            DemoOrders orders,
            DemoReactions reactions,
            DemoPhrases phrases,
            DemoNoteTemplates noteTemplates,
            DemoOnlineIntakes onlineIntakes,
            Clock clock) {
        this.system = system;
        this.signIn = signIn;
        this.clinics = clinics;
        this.exercises = exercises;
        this.patients = patients;
        this.schedule = schedule;
        this.intake = intake;
        this.leads = leads;
        this.breakGlass = breakGlass;
        this.staff = staff;
        this.credentials = credentials;
        this.crowd = crowd;
        this.care = care;
        this.templates = templates;
        this.flags = flags;
        this.files = files;
        this.forms = forms;
        this.consentTexts = consentTexts;
        this.answers = answers;
        this.recalls = recalls;
        this.referrals = referrals;
        this.orders = orders;
        this.reactions = reactions;
        this.phrases = phrases;
        this.noteTemplates = noteTemplates;
        this.onlineIntakes = onlineIntakes;
        this.clock = clock;
    }

    void fill() {
        // a single instant for the whole fill, so that it stays consistent across midnight
        var now = clock.instant();
        at(now, () -> tell(now));
        signIn.end();
    }

    private void at(Instant then, Runnable work) {
        if (clock instanceof DemoClock story) {
            story.at(then, work);
        } else {
            work.run();
        }
    }

    private void tell(Instant now) {
        var started = now.minus(AGE);
        var founded = new ArrayList<DemoPlaces>();
        at(started, () -> founded.add(found(now)));
        var places = founded.getFirst();
        var hired = new ArrayList<DemoStaff.People>();
        at(started, () -> hired.add(staff.hire(places)));
        var people = hired.getFirst();
        credentials.record(people, places.harbour().today(), started);
        List.of("chiropractor", "therapist", "jonas", "mateus", "imani", "stefan", "yuki", "dara", "farid", "helen")
                .forEach(signIn::prove);
        signIn.as("chiropractor", started, () -> exercises.addLibrary());
        signIn.as("chiropractor", started, templates::publish);
        signIn.as("manager", now.minus(Duration.ofDays(20)), forms::publish);
        consentTexts.publish(started, now.minus(Duration.ofDays(10)));
        signIn.as("chiropractor", started, phrases::share);
        signIn.as("therapist", started, phrases::addOwn);
        signIn.as("chiropractor", started, noteTemplates::share);
        signIn.as("therapist", started, noteTemplates::addOwn);
        var known = new ArrayList<PatientId>();
        signIn.as("manager", now.minus(Duration.ofDays(40)), () -> {
            for (var person : DemoTexts.rows("known-patients.json", Person[].class)) {
                var place = known.size() < KNOWN_AT_HARBOUR ? places.harbour() : places.mill();
                known.add(patients.add(person.draft(), place.clinic()));
            }
        });
        known.subList(0, KNOWN_AT_HARBOUR)
                .forEach(patient -> files.consent(patient, "frontdesk", now.minus(Duration.ofDays(39))));
        signIn.as("manager", now.minus(Duration.ofDays(6)), () -> book(known, people, places));
        var tom = new DemoCourses.Team(
                places.harbour(),
                "manager",
                people.member("chiropractor"),
                people.member("therapist"),
                people.member("yuki"));
        var teller = new DemoTeller();
        DemoCourses.known(known, tom, teller).forEach(care::run);
        care.run(DemoCourses.assessed(known.get(4), tom, 42, 9, LocalTime.of(13, 0)));
        care.run(DemoCourses.assessed(known.get(5), tom, 43, 16, LocalTime.of(13, 0)));
        var worse = crowd.fill(places, people, teller);
        signIn.as("manager", () -> enquire(places));
        var today = places.harbour().today();
        signIn.as("chiropractor", () -> {
            intake.begin(
                    known.get(0),
                    places.harbour().clinic(),
                    "Lower back pain on the left since lifting a box three weeks ago.");
            intake.begin(
                    known.get(1),
                    places.harbour().clinic(),
                    "Stiff lower back in the morning, worse after long sitting.");
        });
        onlineIntakes.fill(known, places.harbour(), now);
        answers.fill();
        files.note(known, people.the("chiropractor"), people.the("therapist"), today);
        files.sensitive(places.harbour().clinic(), people.the("chiropractor"), people.the("therapist"));
        files.request(known.get(3), today.minusDays(12));
        flags.raise("chiropractor", known.get(2), places.harbour(), "RF-FX-3b", 0);
        flags.raise("chiropractor", known.get(8), places.mill(), "RF-INF-1", 0);
        flags.raise("chiropractor", known.get(3), places.harbour(), "RF-CA-3e", 20);
        referrals.fill(known, worse, places, now);
        signIn.as("therapist", () -> openOnce(known.get(5)));
        orders.fill(known, places.harbour(), people.the("therapist"), now);
        reactions.fill(List.of(known.get(3), known.get(7), known.get(2)), places.harbour(), now);
        recalls.fill(places, people);
        staff.invite(places, now);
    }

    private DemoPlaces found(Instant now) {
        var harbour = system.call(() -> clinics.create(
                DemoPlaces.harbourStreet(now), DemoPlaces.offer("Room 1", "Room 2", "Room 3", "Exercise room")));
        var mill = system.call(
                () -> clinics.create(DemoPlaces.oldMill(now), DemoPlaces.offer("Room A", "Room B", "Exercise room")));
        return new DemoPlaces(
                DemoPlaces.Clinic.of(harbour, DemoPlaces.PHOENIX, now),
                DemoPlaces.Clinic.of(mill, DemoPlaces.NEW_YORK, now));
    }

    private void openOnce(PatientId patient) {
        breakGlass.open(
                OperationId.next(),
                patient,
                new BreakGlassReason("Lena is out until noon; her patient asked at the desk for me."));
        breakGlass.close(patient);
    }

    private void book(List<PatientId> known, DemoStaff.People people, DemoPlaces places) {
        var ada = people.the("chiropractor");
        var tom = people.the("therapist");
        var lena = people.the("lena");
        var jonas = people.the("jonas");
        var harbour = places.harbour();
        var mill = places.mill();
        var west = harbour.today();
        var east = mill.today();
        book(harbour, ada, known.get(0), AppointmentType.ASSESSMENT, west, LocalTime.of(9, 0));
        book(harbour, ada, known.get(1), AppointmentType.ASSESSMENT, west, LocalTime.of(10, 0));
        book(harbour, ada, known.get(2), AppointmentType.ADJUSTMENT, west, LocalTime.of(14, 30));
        book(harbour, tom, known.get(0), AppointmentType.MASSAGE, west, LocalTime.of(10, 0));
        book(harbour, tom, known.get(1), AppointmentType.MASSAGE, west, LocalTime.of(11, 0));
        book(harbour, tom, known.get(3), AppointmentType.EXERCISE, west, LocalTime.of(13, 0));
        book(harbour, lena, known.get(4), AppointmentType.MASSAGE, west, LocalTime.of(12, 0));
        book(harbour, lena, known.get(5), AppointmentType.MASSAGE, west, LocalTime.of(15, 0));
        book(mill, jonas, known.get(9), AppointmentType.ASSESSMENT, east, LocalTime.of(9, 30));
        book(mill, jonas, known.get(10), AppointmentType.CONSULTATION, east, LocalTime.of(11, 0));
        var isOpen = clinics.openDays(mill.clinic());
        var soon = east.plusDays(2).datesUntil(east.plusDays(5)).filter(isOpen).findFirst();
        soon.ifPresent(day -> book(mill, ada, known.get(8), AppointmentType.CONSULTATION, day, LocalTime.of(9, 0)));
    }

    private void book(
            DemoPlaces.Clinic place, StaffId who, PatientId patient, AppointmentType type, LocalDate on, LocalTime at) {
        schedule.book(new Booking(place.clinic(), who, patient, type, on, at, type.minutes()));
    }

    private void enquire(DemoPlaces places) {
        var byCode = Map.of(
                "harbour", places.harbour().clinic(), "mill", places.mill().clinic());
        var number = 5550120;
        for (var enquiry : DemoLeads.ALL) {
            var lead = leads.receive(
                    new LeadDraft(
                            enquiry.name(),
                            new PhoneNumber("+1602" + number++),
                            null,
                            enquiry.concern(),
                            enquiry.window(),
                            enquiry.source(),
                            byCode.get(enquiry.clinic()),
                            clock.instant()),
                    null);
            switch (enquiry.stage()) {
                case NEW -> {}
                case ATTEMPTING -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER);
                case CONTACTED -> leads.logCall(lead, 0, CallOutcome.REACHED);
                case NURTURE -> leads.nurture(lead, 0, clock.instant().plus(Duration.ofDays(14)));
                case LOST -> leads.logCall(lead, 0, Call.notInterested("", "Lives too far away to come"));
            }
        }
    }

    /** A known patient, invented: no name, number or birth date belongs to a real person. */
    record Person(String givenName, String familyName, LocalDate birthDate, String phone) {
        private PatientDraft draft() {
            return new PatientDraft(givenName, familyName, birthDate, new PhoneNumber(phone), null);
        }
    }
}
