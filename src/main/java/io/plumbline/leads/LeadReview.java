package io.plumbline.leads;

import io.plumbline.safety.ReviewItem;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead in clinical review, as a chiropractor sees it.
 *
 * @param version the version that a change of it carries
 * @param clinic whose chiropractors look after it; null where all do
 * @param concern in the person's words; may be empty
 * @param since since when, in the person's words; may be empty
 * @param level of the most urgent of them
 * @param yes the rules of the questions that the person answered yes
 * @param flags what these rules call what they find
 * @param waitingSince when the answers came
 * @param takenBy the name of who looks after it; null while nobody does
 * @param late whether nobody took it, or who did has not decided, in the time promised
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
        return level.label() + " · Lead: " + String.join(", ", flags);
    }
}
