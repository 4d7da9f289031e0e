package io.plumbline.demo;

import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.CallWindow;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadConsultations;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who asked for a consultation in the last months: overdue, just called, resting, given up, or patients now. */
@Component
class DemoEnquiries {
    private static final int OVERDUE = 8;
    private static final int CALLED_JUST_NOW = 8;
    private static final int RESTING = 22;
    private static final int GIVEN_UP = 15;
    private static final int CLAIMED = 2;

    private static final List<String> GIVEN_NAMES = List.of(
            "Anneke", "Bashir", "Célia", "Dov", "Eirini", "Fiona", "Goran", "Hyun-woo", "Isabel", "Jacek", "Khadija");
    private static final List<String> FAMILY_NAMES =
            List.of("Abbott", "Brandão", "Castellanos", "Dvořák", "Eriksson", "Faulkner", "Gupta");
    private static final List<String> CONCERNS = List.of(
            "My lower back is stiff after work.",
            "Would like to know whether massage is for me.",
            "Back hurts since I moved a wardrobe.",
            "I drive all day and cannot sit any more.",
            "My doctor said I should do exercises.",
            "Sore on one side after every run.",
            "Looking for a massage on Saturdays.");
    private static final List<String> REASONS = List.of(
            "Found somebody nearer home",
            "Too expensive",
            "Not reached in five attempts",
            "Wants a home visit",
            "Only wanted a price");
    private static final List<CallOutcome> NOT_REACHED =
            List.of(CallOutcome.NO_ANSWER, CallOutcome.VOICEMAIL, CallOutcome.WRONG_NUMBER);

    private final DemoSignIn signIn;
    private final LeadService leads;
    private final LeadConsultations consultations;
    private final DemoDiary diary;
    private final Clock clock;

    DemoEnquiries(DemoSignIn signIn, LeadService leads, LeadConsultations consultations, DemoDiary diary, Clock clock) {
        this.signIn = signIn;
        this.leads = leads;
        this.consultations = consultations;
        this.diary = diary;
        this.clock = clock;
    }

    /** Those who asked and have not become patients. */
    void fill(DemoPlaces places) {
        var number = 0;
        for (int n = 0; n < OVERDUE; n++) {
            overdue(number++, n, places);
        }
        for (int n = 0; n < CALLED_JUST_NOW; n++) {
            var lead = received(number++, ago(Duration.ofHours(6L + n)), places);
            var outcome = n % 2 == 0 ? CallOutcome.REACHED : NOT_REACHED.get(n / 2 % NOT_REACHED.size());
            var called = ago(Duration.ofMinutes(4L + 5 * n));
            signIn.as("manager", called, () -> leads.logCall(lead, 0, outcome));
        }
        for (int n = 0; n < RESTING; n++) {
            var days = 3L + n;
            var lead = received(number++, ago(Duration.ofDays(days)), places);
            var until = clock.instant().plus(Duration.ofDays(1L + n)).plus(Duration.ofHours(n % 5));
            signIn.as("manager", ago(Duration.ofDays(days - 1)), () -> leads.nurture(lead, 0, until));
        }
        for (int n = 0; n < GIVEN_UP; n++) {
            givenUp(received(number++, ago(Duration.ofDays(8L + 5 * n)), places), n);
        }
    }

    /** Nobody has called, or nobody has called again; two are being called right now. */
    private void overdue(int number, int n, DemoPlaces places) {
        var lead = received(number, ago(Duration.ofHours(3L + 9 * n)), places);
        if (n < CLAIMED) {
            signIn.as("manager", ago(Duration.ofMinutes(3L + n)), () -> leads.claim(lead, 0));
        } else if (n % 2 == 1) {
            var outcome = NOT_REACHED.get(n / 2 % NOT_REACHED.size());
            signIn.as("manager", ago(Duration.ofHours(2L + 9 * n)), () -> leads.logCall(lead, 0, outcome));
        }
    }

    private void givenUp(LeadId lead, int n) {
        var first = ago(Duration.ofDays(7L + 5 * n));
        signIn.as("manager", first, () -> leads.logCall(lead, 0, NOT_REACHED.get(n % NOT_REACHED.size())));
        var then = first.plus(Duration.ofHours(20));
        signIn.as("manager", then, () -> {
            if (n % 4 == 0) {
                leads.logCall(lead, 1, Call.notInterested("", "Too far"));
            } else {
                leads.lose(lead, 1, REASONS.get(n % REASONS.size()));
            }
        });
    }

    /** Lets some people ask, be reached, and become patients with a consultation that is over by now. */
    List<PatientId> convert(List<PatientDraft> people, DemoPlaces.Clinic place, StaffId who, int daysAgo) {
        var patients = new ArrayList<PatientId>();
        IntStream.range(0, people.size()).forEach(n -> {
            var person = people.get(n);
            var on = place.today().minusDays(daysAgo + 5L * n);
            var asked = place.at(on.minusDays(4), LocalTime.of(9, 20));
            var lead = new LeadId[1];
            signIn.as(
                    "manager",
                    asked,
                    () -> lead[0] = receive(
                            person.givenName() + " " + person.familyName(),
                            person.phone(),
                            "Back pain when bending, for some weeks.",
                            LeadSource.values()[n],
                            place.clinic(),
                            asked));
            signIn.as("manager", asked.plusSeconds(600), () -> leads.logCall(lead[0], 0, CallOutcome.REACHED));
            signIn.as(
                    "manager",
                    asked.plusSeconds(900),
                    () -> patients.add(consultations.convert(
                            lead[0], 1, new Conversion(person, place.clinic(), who, on, LocalTime.of(12, 0)))));
            diary.end(patients.getLast(), "manager", asked.plusSeconds(960), place.at(on, LocalTime.of(12, 30)));
        });
        return patients;
    }

    private LeadId received(int number, Instant then, DemoPlaces places) {
        var queue =
                switch (number % 5) {
                    case 0, 2 -> places.harbour().clinic();
                    case 4 -> number % 3 == 0 ? null : places.harbour().clinic();
                    default -> places.mill().clinic();
                };
        var lead = new LeadId[1];
        signIn.as(
                "manager",
                then,
                () -> lead[0] = receive(
                        GIVEN_NAMES.get(number % GIVEN_NAMES.size()) + " "
                                + FAMILY_NAMES.get(number % FAMILY_NAMES.size()),
                        new PhoneNumber("+162355501" + (10 + number)),
                        CONCERNS.get(number % CONCERNS.size()),
                        LeadSource.values()[number % LeadSource.values().length],
                        queue,
                        then));
        return lead[0];
    }

    private LeadId receive(
            String name,
            @Nullable PhoneNumber phone,
            String concern,
            LeadSource source,
            @Nullable ClinicId queue,
            Instant then) {
        return leads.receive(new LeadDraft(name, phone, null, concern, CallWindow.ANY_TIME, source, queue, then), null);
    }

    private Instant ago(Duration time) {
        return clock.instant().minus(time);
    }
}
