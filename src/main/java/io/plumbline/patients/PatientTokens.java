package io.plumbline.patients;

import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.search.SoundOfName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The search tokens of a patient. A word of the name is a token as it is. Two words give one more token for each order:
 * two letters of one word followed by the other word, so that the beginnings of both, typed in any order, are one range
 * of the index. Every other kind of token has a prefix that no word has. It lies in the root of the module, because a
 * migration that has landed uses it.
 */
public final class PatientTokens {
    private PatientTokens() {}

    /** Returns the tokens of a patient. */
    public static Set<String> of(PatientDraft draft, long number) {
        var tokens = ofNames(
                String.join(" ", draft.givenName(), draft.familyName(), draft.preferredName(), draft.formerName()));
        SoundOfName.token(draft.name()).ifPresent(tokens::add);
        tokens.add(number(String.valueOf(number)));
        tokens.add(SearchWords.ending(String.valueOf(number)));
        if (draft.phone() != null) {
            tokens.add(SearchWords.ending(draft.phone().digits().replace("+", "")));
        }
        for (var other : draft.reach().otherPhones()) {
            tokens.add(SearchWords.ending(other.number().digits().replace("+", "")));
        }
        if (draft.birthDate() != null) {
            tokens.add(born(draft.birthDate()));
        }
        if (draft.email() != null) {
            tokens.add(SearchWords.email(draft.email().address()));
        }
        return tokens;
    }

    /** Returns the tokens of all names of a patient: each word in each spelling, and each two of them. */
    public static Set<String> ofNames(String names) {
        var words = new ArrayList<>(SearchWords.words(names));
        words.addAll(NameSpellings.further(names));
        var tokens = new LinkedHashSet<>(words);
        for (var one : words) {
            words.stream().filter(other -> !other.equals(one)).forEach(other -> tokens.add(pair(one, other)));
        }
        return tokens;
    }

    /** Returns the token of two words of a name, found by the beginnings of both. */
    public static String pair(String one, String other) {
        return pairBeginning(one, other) + " " + one;
    }

    /**
     * Returns the beginning of a pair token if only the beginnings of both words are known, that of the first with two
     * letters or more.
     */
    public static String pairBeginning(String one, String other) {
        return "+" + SearchWords.beginning(one, 2) + " " + other;
    }

    /** Returns the token of a patient number, or its beginning. */
    public static String number(String digits) {
        return "p-" + digits;
    }

    /** Returns the token of a birth date. */
    public static String born(LocalDate on) {
        return "@" + on;
    }
}
