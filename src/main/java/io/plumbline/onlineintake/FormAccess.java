package io.plumbline.onlineintake;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the online intake of a link, and knows the question before its form and the answer to it. */
@Component
class FormAccess {
    private final OnlineIntakes intakes;
    private final OnlineIntakeQuery query;
    private final OnlineLeads leads;
    private final FormDraftStore drafts;
    private final LinkTokens tokens;
    private final Clock clock;

    FormAccess(
            OnlineIntakes intakes,
            OnlineIntakeQuery query,
            OnlineLeads leads,
            FormDraftStore drafts,
            LinkTokens tokens,
            Clock clock) {
        this.intakes = intakes;
        this.query = query;
        this.leads = leads;
        this.drafts = drafts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A lead has no birth date, and a link that was sent to a lead goes on asking the same once the lead is a patient. */
    IdentityQuestion questionOf(OnlineIntake intake) {
        return intake.lead() == null && birthDateOf(intake) != null
                ? IdentityQuestion.BIRTH_DATE
                : IdentityQuestion.PHONE_DIGITS;
    }

    boolean isRight(OnlineIntake intake, LocalDate birthDate) {
        return questionOf(intake) == IdentityQuestion.BIRTH_DATE && birthDate.equals(birthDateOf(intake));
    }

    boolean isRight(OnlineIntake intake, String digits) {
        var phone = phoneOf(intake);
        return questionOf(intake) == IdentityQuestion.PHONE_DIGITS
                && phone != null
                && digits.matches("\\d{4}")
                && phone.endsWith(digits);
    }

    private @Nullable String phoneOf(OnlineIntake intake) {
        var lead = intake.lead();
        var phone = lead == null
                ? known(intake).map(OnlineIntakeQuery.AskedFacts::phone)
                : leads.find(lead).map(OnlineLeads.KnownLead::phone);
        return phone.map(PhoneNumber::digits).orElse(null);
    }

    /**
     * Returns the e-mail address of the patient or lead, if nobody but the person can have chosen it. Whoever converts a
     * lead chooses the patient, so what the lead saved needs an address that is proven for both.
     */
    Optional<EmailAddress> provenAddressOf(OnlineIntake intake) {
        var now = clock.instant();
        var ofPatient = known(intake).map(OnlineIntakeQuery.AskedFacts::address).filter(one -> one.isProven(now));
        var lead = intake.lead();
        if (lead == null) {
            return ofPatient.map(KnownAddress::email);
        }
        return leads.find(lead)
                .map(OnlineLeads.KnownLead::address)
                .filter(one -> one.isProven(now))
                .map(KnownAddress::email)
                .filter(email -> intake.patient() == null
                        || ofPatient
                                .filter(one -> EmailAddress.areSame(one.email(), email))
                                .isPresent());
    }

    /** Returns the birth date of the patient; null if it is not known, or the person is a lead. */
    @Nullable
    LocalDate birthDateOf(OnlineIntake intake) {
        return known(intake).map(OnlineIntakeQuery.AskedFacts::birthDate).orElse(null);
    }

    private Optional<OnlineIntakeQuery.AskedFacts> known(OnlineIntake intake) {
        return Optional.ofNullable(intake.patient())
                .map(patient -> query.askedFacts(patient).orElseThrow(LinkOver::new));
    }

    /** @throws LinkOver if the link cannot be used */
    OnlineIntake find(String token) {
        return usable(intakes.findOpen(LinkTokens.hash(token)).flatMap(intakes::findById));
    }

    /**
     * Finds the online intake for a change, locked.
     *
     * @throws LinkOver if the link cannot be used
     */
    OnlineIntake lock(String token) {
        var id = intakes.findOpen(LinkTokens.hash(token)).orElseThrow(LinkOver::new);
        // a lead first, as whoever closes or converts it does
        intakes.findUnconvertedLead(id).map(LeadId::new).ifPresent(leads::lock);
        intakes.lock(id);
        return usable(intakes.findById(id));
    }

    /**
     * An online intake whose form is open.
     *
     * @param key the key of its passes
     */
    record Opened(OnlineIntake intake, String key) {}

    /**
     * Finds an online intake whose form is open, for a change.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question has to be answered again, also since another opening has saved something
     */
    Opened opened(String token, String pass) {
        var intake = lock(token);
        var key = tokens.keyOf(intake.id(), pass)
                .filter(mine -> drafts.findKey(intake.id()).map(mine::equals).orElse(true));
        if (intake.state(clock.instant()) != OnlineIntakeState.OPENED || key.isEmpty()) {
            throw new PassOver(questionOf(intake));
        }
        return new Opened(intake, key.get());
    }

    /**
     * Finds an online intake whose question was answered, and whose code is asked for.
     *
     * @throws LinkOver if the link cannot be used
     * @throws PassOver if the question has to be answered again
     */
    OnlineIntake atDoor(String token, String door) {
        var intake = lock(token);
        if (!tokens.isDoor(intake.id(), door)) {
            throw new PassOver(questionOf(intake));
        }
        return intake;
    }

    private OnlineIntake usable(Optional<OnlineIntake> found) {
        return found.filter(intake -> intake.state(clock.instant()).isOpen())
                .filter(this::isOfPatientOrOpenLead)
                .orElseThrow(LinkOver::new);
    }

    private boolean isOfPatientOrOpenLead(OnlineIntake intake) {
        var lead = intake.lead();
        return lead == null
                || intake.patient() != null
                || leads.find(lead).filter(OnlineLeads.KnownLead::open).isPresent();
    }
}
