package io.plumbline.leads.review;

import io.plumbline.leads.ReviewOutcome;
import io.plumbline.safety.ReviewItem;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead in clinical review, as a chiropractor sees it.
 *
 * @param version the version that a change must carry
 * @param clinic the clinic whose chiropractors review it; null for all of them
 * @param concern in the person's words; may be empty
 * @param since when the concern began, in the person's words; may be empty
 * @param level the most urgent level
 * @param yes the rules of the questions with a positive answer
 * @param flags the names of the red flags of these rules
 * @param waitingSince when the answers were received
 * @param takenBy the name of the chiropractor who took the review; null while nobody has
 * @param late whether the review was not taken, or not decided, by its deadline
 */
public record LeadReview(
        LeadId id,
        long version,
        @Nullable ClinicId clinic,
        String fullName,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        String concern,
        String since,
        FlagLevel level,
        List<String> yes,
        List<String> flags,
        Instant waitingSince,
        @Nullable String takenBy,
        boolean late)
        implements ReviewItem {
    public LeadReview {
        yes = List.copyOf(yes);
        flags = List.copyOf(flags);
    }

    /**
     * A recent decision of the current user, which they may still undo.
     *
     * @param reason in the words of the current user
     */
    public record Decision(LeadId lead, String fullName, ReviewOutcome outcome, String reason, Instant decidedAt) {}

    @Override
    public UUID key() {
        return id.value();
    }

    @Override
    public String personName() {
        return fullName;
    }

    @Override
    public String words() {
        return level.fullLabel() + " · Lead: " + String.join(", ", flags);
    }
}
