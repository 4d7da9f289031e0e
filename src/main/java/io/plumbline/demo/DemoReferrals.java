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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the contacts book, and referrals: overdue, open, answered, declined, and from red flags. */
@Component
class DemoReferrals {
    /** Who takes pictures, among the contacts. */
    private static final int IMAGING = 2;

    /** The referrals that have an end. */
    private static final int ANSWERED = 4;

    private static final int DECLINED = 5;

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
        var book = signIn.call("manager", now.minus(Duration.ofDays(38)), this::addContacts);
        var west = places.harbour();
        var made = DemoTexts.rows("referrals.json", Asked[].class).stream()
                .map(one -> asked(one.known() == null ? worse : known.get(one.known()), book, west, now, one))
                .toList();
        signIn.as(
                "chiropractor",
                now.minus(Duration.ofDays(6)),
                () -> referrals.answer(
                        made.get(ANSWERED),
                        0,
                        new ReferralAnswer(
                                "No fracture. Mild degenerative change at L4/L5.",
                                west.today().minusDays(8))));
        signIn.as(
                "chiropractor",
                now.minus(Duration.ofDays(9)),
                () -> referrals.close(
                        made.get(DECLINED), 0, CloseReason.DECLINED, "Prefers to do her exercises here."));
        signIn.as("jonas", now.minus(Duration.ofDays(2)), () -> referOfFlags(book, places.mill()));
    }

    /**
     * A referral to be asked for.
     *
     * @param known which of the known patients it is for; null for the one who is worse
     * @param to which of the contacts
     */
    record Asked(
            @Nullable Integer known, long daysAgo, int to, String reason, ReferralPriority priority, long dueInDays) {}

    private ReferralId asked(
            PatientId patient, List<ContactId> book, DemoPlaces.Clinic place, Instant now, Asked asked) {
        return signIn.call(
                "chiropractor",
                now.minus(Duration.ofDays(asked.daysAgo())),
                () -> ask(
                        patient,
                        place,
                        book.get(asked.to()),
                        asked.reason(),
                        asked.priority(),
                        place.today().plusDays(asked.dueInDays()),
                        null));
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

    private List<ContactId> addContacts() {
        var book = DemoTexts.rows("contacts.json", Contact[].class).stream()
                .map(contact -> contacts.add(contact.draft(), OperationId.next()))
                .toList();
        contacts.deactivate(
                book.getLast(), contacts.find(book.getLast()).orElseThrow().version());
        return book;
    }

    /** A contact, with the last four digits of the phone. */
    record Contact(ContactKind kind, String name, String organization, String number, boolean hasFax) {
        private ContactDraft draft() {
            return new ContactDraft(
                    kind,
                    name,
                    organization,
                    new PhoneNumber("+1602555" + number),
                    hasFax ? new PhoneNumber("+1602555" + "017" + number.charAt(3)) : null,
                    hasFax ? new EmailAddress("office" + number + "@example.org") : null,
                    number.substring(2) + " Storybook Lane, Phoenix, AZ 85001",
                    "");
        }
    }
}
