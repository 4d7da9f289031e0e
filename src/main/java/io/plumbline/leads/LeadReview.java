package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead in clinical review, as a chiropractor sees it.
 *
 * @param version the version that a change of it carries
 * @param clinic whose chiropractors look after it; null where all do
 * @param concern in the person's words; may be empty
 * @param since since when, in the person's words; may be empty
 * @param yes the rules of the questions that the person answered yes
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
        List<String> yes,
        Instant receivedAt,
        @Nullable String takenBy,
        boolean late) {
    public LeadReview {
        yes = List.copyOf(yes);
    }
}
