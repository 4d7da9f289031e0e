package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.person.LeadToken;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The person of a lead: name, concern, and how and when to reach them. */
@Embeddable
class LeadPerson {
    /** What stands where a name stood. */
    private static final String ERASED = "Erased lead";

    private String fullName;
    private @Nullable PhoneNumber phone;
    private boolean phoneWrong;
    private @Nullable EmailAddress email;
    private @Nullable Instant emailRecordedAt;
    private @Nullable String spokenLanguage;
    private String concern;
    private String callDays;
    private String callDayParts;
    private @Nullable LocalDate callFrom;

    @Enumerated(EnumType.STRING)
    private LeadSource source;

    private Instant consentAt;

    @ElementCollection
    @CollectionTable(name = "lead_token", joinColumns = @JoinColumn(name = "lead_id"))
    private Set<LeadToken> tokens = new HashSet<>();

    /** @param emailRecordedAt when staff recorded the e-mail address; null if the person gave it */
    static LeadPerson of(LeadDraft draft, @Nullable Instant emailRecordedAt) {
        var person = new LeadPerson();
        person.describe(draft, emailRecordedAt);
        return person;
    }

    /**
     * Replaces the details with those of a draft.
     *
     * @throws Refused if there is neither phone nor e-mail, or a text is missing or too long; nothing
     *     is changed then
     */
    final void describe(LeadDraft draft, @Nullable Instant at) {
        if (draft.phone() == null && draft.email() == null) {
            throw new Refused("Enter a phone number or an e-mail address");
        }
        var name = TextLimit.required("The name", draft.fullName(), 120);
        concern = TextLimit.optional("The concern", draft.concern(), LeadDraft.LONGEST_CONCERN);
        spokenLanguage = TextLimit.optional("The language", draft.language(), LeadDraft.LONGEST_LANGUAGE);
        fullName = name;
        phoneWrong = phoneWrong && Objects.equals(phone, draft.phone());
        phone = draft.phone();
        if (!EmailAddress.areSame(email, draft.email())) {
            emailRecordedAt = at;
        }
        email = draft.email();
        callDays = draft.callWindow().dayNames();
        callDayParts = draft.callWindow().partNames();
        callFrom = draft.callWindow().from();
        source = draft.source();
        consentAt = draft.consentAt();
        findIn(draft.queue());
    }

    /**
     * Returns the details as a draft.
     *
     * @param clinic the preferred clinic; null for the group
     */
    LeadDraft draft(@Nullable ClinicId clinic) {
        return new LeadDraft(
                fullName,
                phone,
                email,
                Objects.requireNonNullElse(spokenLanguage, ""),
                concern,
                window(),
                source,
                clinic,
                consentAt);
    }

    /** Updates whether the phone number is wrong after a call. */
    void called(CallOutcome outcome) {
        phoneWrong = outcome == CallOutcome.WRONG_NUMBER || phoneWrong && outcome.isUnanswered();
    }

    /** Returns when staff recorded the e-mail address; null if the person gave it. */
    @Nullable
    Instant emailRecordedAt() {
        return emailRecordedAt;
    }

    boolean isPhoneWrong() {
        return phoneWrong;
    }

    /** Restores whether the phone number is wrong, after a call that was undone. */
    void phoneWas(boolean wrong) {
        phoneWrong = wrong;
    }

    /** Erases everything that the person told; where they came from and when they agreed to be called stays. */
    void erase() {
        fullName = ERASED;
        phone = null;
        phoneWrong = false;
        email = null;
        emailRecordedAt = null;
        concern = "";
        spokenLanguage = null;
        callDays = CallWindow.ANY_TIME.dayNames();
        callDayParts = CallWindow.ANY_TIME.partNames();
        callFrom = null;
        tokens.clear();
    }

    private CallWindow window() {
        return CallWindow.of(callDays, callDayParts, callFrom);
    }

    /** Keeps the tokens by which a search in a queue finds the person. */
    final void findIn(ClinicId queue) {
        var now = LeadToken.of(queue, fullName, phone, email);
        tokens.retainAll(now);
        tokens.addAll(now);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected LeadPerson() {}
}
