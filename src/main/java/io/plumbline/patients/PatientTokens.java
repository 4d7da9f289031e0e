package io.plumbline.patients;

import io.plumbline.shared.SortKey;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a patient is found by. A word of the name is a token as it is; two words are one more for each order, which
 * begins with two letters of the one and goes on with the other, so that the beginnings of both, typed in any order,
 * are one stretch of the index. Each other kind of token has a sign that no word has.
 */
final class PatientTokens {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_EMAIL = 80;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʼ]");

    /** Letters that have no accent to take away, and how people type them who do not have them. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    private PatientTokens() {}

    static Set<String> of(PatientDraft draft, long number) {
        var tokens = new LinkedHashSet<String>();
        var words = words(
                String.join(" ", draft.givenName(), draft.familyName(), draft.preferredName(), draft.formerName()));
        tokens.addAll(words);
        for (var one : words) {
            words.stream().filter(other -> !other.equals(one)).forEach(other -> tokens.add(pair(one, other)));
        }
        tokens.add(number(String.valueOf(number)));
        tokens.add(ending(String.valueOf(number)));
        if (draft.phone() != null) {
            tokens.add(ending(draft.phone().digits().replace("+", "")));
        }
        if (draft.birthDate() != null) {
            tokens.add(born(draft.birthDate()));
        }
        if (draft.email() != null) {
            tokens.add(email(draft.email().address()));
        }
        return tokens;
    }

    /** The words of a name, without accents, capitals and apostrophes; each once. */
    static List<String> words(String name) {
        return APART.splitAsStream(plain(SILENT.matcher(name).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(word -> beginning(word, LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** Two words of a name: found by both beginnings. */
    static String pair(String one, String other) {
        return pairBeginning(one, other) + " " + one;
    }

    /** How a pair begins of which only the beginnings are known, that of the first by two letters or more. */
    static String pairBeginning(String one, String other) {
        return "+" + beginning(one, 2) + " " + other;
    }

    static String number(String digits) {
        return "p-" + digits;
    }

    /** Digits from the last to the first, so that an ending is a beginning. */
    static String ending(String digits) {
        return "#" + new StringBuilder(digits).reverse();
    }

    static String born(LocalDate on) {
        return "@" + on;
    }

    static String email(String address) {
        return "=" + beginning(address.toLowerCase(Locale.ROOT), LONGEST_EMAIL);
    }

    /** The first characters of a text, none of them cut in two. */
    static String beginning(String text, int characters) {
        return text.codePoints().limit(characters).mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** The first text after all that begin like this one, in the order of either store. */
    static String after(String beginning) {
        var last = beginning.codePointBefore(beginning.length());
        var next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }

    private static String plain(String name) {
        return SortKey.of(name, "")
                .codePoints()
                .mapToObj(letter -> plainLetter(PLAIN.get(letter), letter))
                .collect(Collectors.joining());
    }

    private static String plainLetter(@Nullable String plain, int letter) {
        return plain == null ? Character.toString(letter) : plain;
    }
}
