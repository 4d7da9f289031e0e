package io.plumbline.leads;

import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a person told us by the public form beside what every lead has.
 *
 * @param since since when it hurts, in their words, at most 120 characters; may be empty
 * @param service the code of what they would like; null where they did not say
 * @param practitioner whom they would like to see, in their words, at most 120 characters; may be empty
 * @param reference what we call the request to them; null for a lead that came another way
 * @param incomplete whether it is made of a form that was refused, and was not sent again
 */
@Embeddable
public record LeadTold(
        String since,
        @Nullable @Column(name = "service_code") String service,
        @Column(name = "practitioner_words") String practitioner,
        @Nullable String reference,
        boolean incomplete) {
    /** Of a lead that came by hand. */
    public static final LeadTold NOTHING = new LeadTold("", null, "", null, false);

    private static final int LONGEST = 120;

    /** Of a form that came complete at last: what was not told before is taken from it, and it is what we answer to. */
    LeadTold completedBy(LeadTold later, String answered) {
        return new LeadTold(
                since.isEmpty() ? later.since : since,
                service == null ? later.service : service,
                practitioner.isEmpty() ? later.practitioner : practitioner,
                answered,
                false);
    }

    /**
     * @throws IllegalArgumentException if a text is too long, in words for who typed it
     */
    public LeadTold {
        since = TextLimit.optional("Since when", since, LONGEST);
        practitioner = TextLimit.optional("The practitioner", practitioner, LONGEST);
    }
}
