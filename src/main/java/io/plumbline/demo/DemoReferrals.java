package io.plumbline.demo;

import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralAnswer;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralSource;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.ReferralOutcomeService;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the contacts book, and referrals: overdue, open, answered, declined, and from red flags. */
@Component
class DemoReferrals {
    private static final int PRIMARY_CARE = 0;
    private static final int ORTHOPEDICS = 1;
    private static final int IMAGING = 2;
    private static final int PHYSICAL_THERAPY = 3;

    private final DemoSignIn signIn;
    private final ContactService contacts;
    private final ReferralService referrals;
    private final SafetyService safety;
    private final ReferralOutcomeService outcomes;

    DemoReferrals(
            DemoSignIn signIn,
            ContactService contacts,
            ReferralService referrals,
            SafetyService safety,
            ReferralOutcomeService outcomes) {
        this.signIn = signIn;
        this.contacts = contacts;
        this.referrals = referrals;
        this.safety = safety;
        this.outcomes = outcomes;
    }

    void fill(List<PatientId> known, PatientId worse, DemoPlaces places, Instant now) {
        var book = new ArrayList<ContactId>();
        signIn.as("manager", now.minus(Duration.ofDays(38)), () -> addContacts(book));
        var west = places.harbour();
        var today = west.today();
        asked(
                worse,
                west,
                now,
                1,
                new Asked(
                        book.get(PRIMARY_CARE),
                        "Lower back pain that is worse after five weeks of adjustment and massage: 8 of 10 on arrival, 5"
                                + " at the start. Care is on hold. Please examine and advise.",
                        ReferralPriority.URGENT,
                        today.plusDays(3)));
        asked(
                known.get(6),
                west,
                now,
                14,
                new Asked(
                        book.get(ORTHOPEDICS),
                        "Lower back pain on the left for three months, little changed by massage so far. Please examine and"
                                + " advise whether imaging is useful.",
                        ReferralPriority.ROUTINE,
                        today.minusDays(6)));
        asked(
                known.get(0),
                west,
                now,
                5,
                new Asked(
                        book.get(PRIMARY_CARE),
                        "Told us on the phone that her blood pressure is high. Please review her medication before her"
                                + " first visit here, and let us know.",
                        ReferralPriority.ROUTINE,
                        today.plusDays(9)));
        asked(
                known.get(1),
                west,
                now,
                1,
                new Asked(
                        book.get(PRIMARY_CARE),
                        "Takes blood thinners. Please confirm the current dose before deep pressure or an adjustment of the"
                                + " lower back.",
                        ReferralPriority.URGENT,
                        today.plusDays(2)));
        var answered = asked(
                known.get(7),
                west,
                now,
                12,
                new Asked(
                        book.get(IMAGING),
                        "Lower back pain on the left since she moved house. Please take radiographs of the lumbar spine.",
                        ReferralPriority.ROUTINE,
                        today.minusDays(4)));
        signIn.as(
                "chiropractor",
                now.minus(Duration.ofDays(6)),
                () -> referrals.answer(
                        answered,
                        0,
                        new ReferralAnswer("No fracture. Mild degenerative change at L4/L5.", today.minusDays(8))));
        var declined = asked(
                known.get(3),
                west,
                now,
                15,
                new Asked(
                        book.get(PHYSICAL_THERAPY),
                        "Would benefit from supervised strengthening near her home.",
                        ReferralPriority.ROUTINE,
                        today.plusDays(3)));
        signIn.as(
                "chiropractor",
                now.minus(Duration.ofDays(9)),
                () -> referrals.close(declined, 0, CloseReason.DECLINED, "Prefers to do her exercises here."));
        signIn.as("jonas", now.minus(Duration.ofDays(2)), () -> referOfFlags(book, places.mill()));
    }

    private record Asked(ContactId to, String reason, ReferralPriority priority, LocalDate dueOn) {}

    private ReferralId asked(PatientId patient, DemoPlaces.Clinic place, Instant now, long daysAgo, Asked asked) {
        var made = new ReferralId[1];
        signIn.as(
                "chiropractor",
                now.minus(Duration.ofDays(daysAgo)),
                () -> made[0] = ask(patient, place, asked.to(), asked.reason(), asked.priority(), asked.dueOn(), null));
        return made[0];
    }

    private ReferralId ask(
            PatientId patient,
            DemoPlaces.Clinic place,
            @Nullable ContactId to,
            String reason,
            ReferralPriority priority,
            LocalDate dueOn,
            @Nullable ReferralSource source) {
        return referrals.ask(
                patient, new ReferralDraft(place.clinic(), to, reason, priority, dueOn), source, OperationId.next());
    }

    /** Writes the referrals of the red flags that were referred. */
    private void referOfFlags(List<ContactId> book, DemoPlaces.Clinic place) {
        for (var overdue : outcomes.overdue(5)) {
            safety.findByPatient(overdue.patient()).stream()
                    .filter(flag -> flag.status().awaitsOutcome())
                    .findFirst()
                    .ifPresent(flag -> {
                        var isEmergency = flag.status() == FlagStatus.EMERGENCY_REFERRED;
                        ask(
                                overdue.patient(),
                                place,
                                isEmergency ? null : book.get(IMAGING),
                                isEmergency
                                        ? "Swollen, tender calf. Brought to you for assessment today."
                                        : "Please take a bone scan and send the report.",
                                isEmergency ? ReferralPriority.STAT : ReferralPriority.URGENT,
                                isEmergency
                                        ? place.today().minusDays(2)
                                        : place.today().plusDays(2),
                                new ReferralSource(
                                        ReferralSource.Kind.FLAG, flag.id().value()));
                    });
        }
    }

    private void addContacts(List<ContactId> book) {
        book.add(add(ContactKind.PRIMARY_CARE, "Dr. Nora Fable", "Cactus Fable Family Practice", "0161", true));
        book.add(add(ContactKind.ORTHOPEDICS, "Dr. Milo Quill", "Quill Orthopedics", "0162", true));
        book.add(add(ContactKind.IMAGING, "", "Saguaro Story Imaging", "0163", true));
        book.add(add(ContactKind.PHYSICAL_THERAPY, "Iris Penn", "Penn & Paper Physical Therapy", "0164", false));
        add(ContactKind.EMERGENCY, "", "Fable Valley Hospital, emergency department", "0165", false);
        add(ContactKind.OTHER, "Otto Verse", "Verse Rheumatology", "0166", true);
        add(ContactKind.PRIMARY_CARE, "Dr. Ella Ode", "Ode Medical Group", "0167", false);
        var retired = add(ContactKind.ORTHOPEDICS, "Dr. Basil Myth", "", "0168", false);
        contacts.deactivate(retired, contacts.find(retired).orElseThrow().version());
    }

    private ContactId add(ContactKind kind, String name, String organization, String number, boolean hasFax) {
        return contacts.add(
                new ContactDraft(
                        kind,
                        name,
                        organization,
                        new PhoneNumber("+1602555" + number),
                        hasFax ? new PhoneNumber("+1602555" + "017" + number.charAt(3)) : null,
                        hasFax ? new EmailAddress("office" + number + "@example.org") : null,
                        number.substring(2) + " Storybook Lane, Phoenix, AZ 85001",
                        ""),
                OperationId.next());
    }
}
