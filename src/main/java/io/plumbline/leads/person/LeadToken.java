package io.plumbline.leads.person;

import io.plumbline.leads.person.DuplicateScore.Person;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.search.SoundOfName;
import jakarta.persistence.Embeddable;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search token of a lead in its queue. */
@Embeddable
public record LeadToken(ClinicId queueId, String token) {
    /** Returns the tokens by which duplicates match: phone, e-mail and the sound of the name in every spelling. */
    public static Set<String> ofWhole(Person person) {
        var tokens = ofContact(person);
        tokens.addAll(SoundOfName.ofSpellings(person.fullName()));
        return tokens;
    }

    /** Returns the contact tokens, for a search in which a name is not enough. */
    public static Set<String> ofContact(Person person) {
        var tokens = new HashSet<String>();
        if (person.phone() != null) {
            tokens.add(SearchWords.ending(person.phone().digits().replace("+", "")));
        }
        if (person.email() != null) {
            tokens.add(SearchWords.email(person.email().address()));
        }
        return tokens;
    }

    /** Returns all search tokens of a lead. */
    public static Set<LeadToken> of(
            ClinicId queue, String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var tokens = new HashSet<>(SearchWords.words(fullName));
        tokens.addAll(NameSpellings.further(fullName));
        tokens.addAll(ofWhole(new Person(fullName, phone, email)));
        return tokens.stream().map(token -> new LeadToken(queue, token)).collect(Collectors.toSet());
    }
}
