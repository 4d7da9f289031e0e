package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person states in a consultation request; either a phone number or an e-mail address is required.
 *
 * @param language the language that they prefer, at most 40 characters; empty if not known
 * @param concern in their own words, at most 2,000 characters; may be empty
 * @param clinic the preferred clinic; null assigns the lead to the group
 * @param consentAt when they agreed to be contacted
 */
public record LeadDraft(
        String fullName,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        String language,
        String concern,
        CallWindow callWindow,
        LeadSource source,
        @Nullable ClinicId clinic,
        Instant consentAt) {
    /** The longest language, in characters. */
    public static final int LONGEST_LANGUAGE = 40;

    /** Creates a draft of a person whose language is not known. */
    public LeadDraft(
            String fullName,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email,
            String concern,
            CallWindow callWindow,
            LeadSource source,
            @Nullable ClinicId clinic,
            Instant consentAt) {
        this(fullName, phone, email, "", concern, callWindow, source, clinic, consentAt);
    }

    /** The name of a person whose form contained none. */
    public static final String NAMELESS = "Name not provided";

    /** The longest concern, in characters. */
    public static final int LONGEST_CONCERN = 2000;

    /**
     * Completes the draft by a later one. Of a draft with a name only missing values are filled in. Anybody may have
     * sent one without a name, so the later one replaces it and keeps its concern below its own.
     */
    LeadDraft completedBy(LeadDraft later) {
        return isNameless() ? later.withConcern(bothConcerns(later)) : filledFrom(later);
    }

    /** Returns the queue of the lead. */
    public ClinicId queue() {
        return LeadQueue.of(clinic);
    }

    /** Returns by what the person can be recognized. */
    public DuplicateScore.Person person() {
        return new DuplicateScore.Person(fullName, phone, email);
    }

    boolean isNameless() {
        return fullName.equals(NAMELESS);
    }

    private String bothConcerns(LeadDraft later) {
        var both = concern.isEmpty() || concern.equals(later.concern)
                ? later.concern
                : (later.concern + "\n\nEarlier form, without a name: " + concern).strip();
        return both.substring(0, Math.min(both.length(), LONGEST_CONCERN));
    }

    private LeadDraft withConcern(String other) {
        return new LeadDraft(fullName, phone, email, language, other, callWindow, source, clinic, consentAt);
    }

    /** Returns a copy with the language that the person prefers. */
    public LeadDraft withLanguage(String other) {
        return new LeadDraft(fullName, phone, email, other, concern, callWindow, source, clinic, consentAt);
    }

    private LeadDraft filledFrom(LeadDraft later) {
        return new LeadDraft(
                fullName,
                phone == null ? later.phone : phone,
                email == null ? later.email : email,
                language.isEmpty() ? later.language : language,
                concern.isEmpty() ? later.concern : concern,
                callWindow.isAnyTime() ? later.callWindow : callWindow,
                source,
                clinic == null ? later.clinic : clinic,
                consentAt);
    }
}
