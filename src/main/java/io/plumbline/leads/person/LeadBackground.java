package io.plumbline.leads.person;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The background that a person gave in the public form, beyond what every lead has.
 *
 * @param since when the concern began, in their words, at most 120 characters; may be empty
 * @param service the code of the requested service; null if they chose none
 * @param practitioner the requested practitioner, in their words, at most 120 characters; may be empty
 * @param reference the reference that the person received; null for a lead from another channel
 * @param incomplete whether it comes from a rejected form that was not sent again
 */
@Embeddable
public record LeadBackground(
        String since,
        @Nullable @Column(name = "service_code") String service,
        @Column(name = "practitioner_words") String practitioner,
        @Nullable String reference,
        boolean incomplete) {
    /** The background of a lead entered by hand. */
    public static final LeadBackground NOTHING = new LeadBackground("", null, "", null, false);

    private static final int LONGEST = 120;

    /**
     * Returns this background completed from a later form: empty values are filled in, and its reference replaces this
     * one.
     */
    public LeadBackground completedBy(LeadBackground later, String answered) {
        return new LeadBackground(
                since.isEmpty() ? later.since : since,
                service == null ? later.service : service,
                practitioner.isEmpty() ? later.practitioner : practitioner,
                answered,
                false);
    }

    /** Returns what says nothing about the person: the requested service, and whether the form was completed. */
    public LeadBackground erased() {
        return new LeadBackground("", service, "", null, incomplete);
    }

    /**
     * Validates the texts.
     *
     * @throws Refused if a text is too long, with a message for the user
     */
    public LeadBackground {
        since = TextLimit.optional("Since when", since, LONGEST);
        practitioner = TextLimit.optional("The practitioner", practitioner, LONGEST);
    }
}
