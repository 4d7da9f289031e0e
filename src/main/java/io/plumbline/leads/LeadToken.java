package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.SearchWords;
import jakarta.persistence.Embeddable;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that a lead is found by, in the queue it is in. */
@Embeddable
record LeadToken(ClinicId queueId, String token) {
    /** All that a lead is found by. */
    static Set<LeadToken> of(
            ClinicId queue, String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var tokens = new HashSet<>(SearchWords.words(fullName));
        if (phone != null) {
            tokens.add(SearchWords.ending(phone.digits().replace("+", "")));
        }
        if (email != null) {
            tokens.add(SearchWords.email(email.address()));
        }
        return tokens.stream().map(token -> new LeadToken(queue, token)).collect(Collectors.toSet());
    }
}
