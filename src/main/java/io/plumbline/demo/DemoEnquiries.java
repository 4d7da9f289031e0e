package io.plumbline.demo;

import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the leads of the last months: overdue, just called, in nurture, lost, or converted. */
@Component
class DemoEnquiries {
    private static final int OVERDUE = 8;
    private static final int CALLED_JUST_NOW = 8;
    private static final int RESTING = 22;
    private static final int GIVEN_UP = 15;
    private static final int CLAIMED = 2;

    private static final Map<String, List<String>> WORDS = DemoTexts.byKey("enquiries.txt");
    private static final List<String> GIVEN_NAMES = WORDS.getOrDefault("given names", List.of());
    private static final List<String> FAMILY_NAMES = WORDS.getOrDefault("family names", List.of());
    private static final List<String> CONCERNS = WORDS.getOrDefault("concerns", List.of());
    private static final List<String> REASONS = WORDS.getOrDefault("reasons", List.of());
    private static final List<CallOutcome> NOT_REACHED =
            List.of(CallOutcome.NO_ANSWER, CallOutcome.VOICEMAIL, CallOutcome.WRONG_NUMBER);

    private final DemoSignIn signIn;
    private final LeadService leads;
    private final LeadConsultationService consultations;
    private final DemoDiary diary;
    private final DemoFiles files;
    private final Clock clock;

    DemoEnquiries(
            DemoSignIn signIn,
            LeadService leads,
            LeadConsultationService consultations,
            DemoDiary diary,
            DemoFiles files,
            Clock clock) {
        this.signIn = signIn;
        this.files = files;
        this.leads = leads;
        this.consultations = consultations;
        this.diary = diary;
        this.clock = clock;
    }

    /** Creates the leads that have not become patients. */
    void fill(DemoPlaces places) {
        var number = 0;
        for (int n = 0; n < OVERDUE; n++) {
            overdue(number++, n, places);
        }
        for (int n = 0; n < CALLED_JUST_NOW; n++) {
            var lead = received(number++, ago(Duration.ofMinutes(13L + 5 * n)), places);
            var outcome = n % 2 == 0 ? CallOutcome.REACHED : NOT_REACHED.get(n / 2 % NOT_REACHED.size());
            signIn.as("manager", ago(Duration.ofMinutes(4L + 5 * n)), () -> leads.logCall(lead, 0, outcome));
        }
        for (int n = 0; n < RESTING; n++) {
            rest(number++, n, places);
        }
        for (int n = 0; n < GIVEN_UP; n++) {
            markLost(number++, n, places);
        }
    }

    /** Creates a lead in nurture: not reached, or undecided. All but a few were called within minutes. */
    private void rest(int number, int n, DemoPlaces places) {
        var asked = asked(number, 3L + n, places);
        var lead = received(number, asked, places);
        var until = clock.instant().plus(Duration.ofDays(1L + n)).plus(Duration.ofHours(n % 5));
        var outcome = n % 3 == 0 ? CallOutcome.REACHED : CallOutcome.NO_ANSWER;
        signIn.as("manager", asked.plus(afterMinutes(n)), () -> leads.logCall(lead, 0, outcome));
        signIn.as("manager", asked.plus(Duration.ofHours(26)), () -> leads.nurture(lead, 1, until));
    }

    private void markLost(int number, int n, DemoPlaces places) {
        var asked = asked(number, 8L + 5 * n, places);
        var lead = received(number, asked, places);
        var first = asked.plus(afterMinutes(n));
        signIn.as("manager", first, () -> leads.logCall(lead, 0, NOT_REACHED.get(n % NOT_REACHED.size())));
        var then = first.plus(Duration.ofHours(26));
        signIn.as("manager", then, () -> {
            if (n % 4 == 0) {
                leads.logCall(lead, 1, Call.notInterested("", "Lives too far away to come"));
            } else {
                leads.lose(lead, 1, REASONS.get(n % REASONS.size()));
            }
        });
    }

    /** Returns a time some days ago, while the clinic was open. */
    private static Instant asked(int number, long daysAgo, DemoPlaces places) {
        var place = number % 5 == 1 || number % 5 == 3 ? places.mill() : places.harbour();
        return place.at(place.today().minusDays(daysAgo), LocalTime.of(9 + number % 6, 5 * (number % 9)));
    }

    /** Returns the time until the first call; for one in seven it takes more than an hour and a half. */
    private static Duration afterMinutes(int n) {
        return Duration.ofMinutes(n % 7 == 5 ? 100 + n : 3 + n % 10);
    }

    /** Creates an overdue lead: never called, or not called again. Two of them are claimed. */
    private void overdue(int number, int n, DemoPlaces places) {
        var lead = received(number, ago(Duration.ofHours(3L + 9 * n)), places);
        if (n < CLAIMED) {
            signIn.as("manager", ago(Duration.ofMinutes(3L + n)), () -> leads.claim(lead, 0));
        } else if (n % 2 == 1) {
            var outcome = NOT_REACHED.get(n / 2 % NOT_REACHED.size());
            signIn.as("manager", ago(Duration.ofHours(2L + 9 * n)), () -> leads.logCall(lead, 0, outcome));
        }
    }

    /** Creates leads that were reached, came to a consultation and were converted to patients. */
    List<PatientId> convert(List<PatientDraft> people, DemoPlaces.Clinic place, StaffId who, int daysAgo) {
        var patients = new ArrayList<PatientId>();
        IntStream.range(0, people.size()).forEach(n -> {
            var person = people.get(n);
            var on = place.today().minusDays(daysAgo + 5L * n);
            var asked = place.at(on.minusDays(4), LocalTime.of(9, 20));
            var lead = signIn.call(
                    "manager",
                    asked,
                    () -> receive(
                            person.name(),
                            person.phone(),
                            "Back pain when bending, for some weeks.",
                            LeadSource.values()[n],
                            place.clinic(),
                            asked));
            signIn.as("manager", asked.plusSeconds(600), () -> leads.logCall(lead, 0, CallOutcome.REACHED));
            var visit = signIn.call(
                    "manager",
                    asked.plusSeconds(900),
                    () -> consultations.book(lead, 1, new FirstVisit(place.clinic(), who, on, LocalTime.of(12, 0))));
            diary.complete(visit, "manager", place.at(on, LocalTime.of(12, 30)));
            var decided = place.at(on, LocalTime.of(12, 40));
            signIn.as("manager", decided, () -> {
                var held = leads.open(lead).orElseThrow().version();
                patients.add(consultations.convert(lead, held, new Conversion(person, null, place.clinic(), null)));
            });
            files.consent(patients.getLast(), "manager", decided);
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
        return signIn.call(
                "manager",
                then,
                () -> receive(
                        GIVEN_NAMES.get(number % GIVEN_NAMES.size()) + " "
                                + FAMILY_NAMES.get(number % FAMILY_NAMES.size()),
                        new PhoneNumber("+162355501" + (10 + number)),
                        CONCERNS.get(number % CONCERNS.size()),
                        LeadSource.values()[number % LeadSource.values().length],
                        queue,
                        then));
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
