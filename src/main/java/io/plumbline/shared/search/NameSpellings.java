package io.plumbline.shared.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which people type one name on their keyboards: <em>Müller</em>, <em>Muller</em> and <em>Mueller</em>,
 * <em>O'Brien</em> and <em>O Brien</em>, <em>de la Cruz</em> and <em>delacruz</em>. The one rule for every search for a
 * person and every comparison of names.
 */
public final class NameSpellings {
    /** A shorter word without its second vowel would begin half of all names. */
    private static final int SHORTEST_FOLDED = 4;

    private static final Map<Integer, String> EXPANDED = Map.of(
            (int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue", (int) 'ø', "oe", (int) 'å', "aa", (int) 'æ', "ae");
    private static final Pattern TWO_VOWELS = Pattern.compile("([aou])e|(a)a");
    /** A number, a date or an e-mail address. */
    private static final Pattern NO_NAME = Pattern.compile("[@\\p{Nd}]");

    private static final Pattern WORD = Pattern.compile("\\p{L}{" + SHORTEST_FOLDED + ",}");
    private static final String PARTICLES =
            "o|d|l|mc|mac|de|del|della|la|le|du|da|di|van|von|der|den|ter|st|al|el|bin|ben";
    private static final Pattern APART = Pattern.compile("(?<!\\p{L})(" + PARTICLES + ")[\\p{Zs}'’ʼʻ‘`-]+(?=\\p{L})");
    private static final Pattern TOGETHER =
            Pattern.compile("(?<!\\p{L})(mc|mac|o|de(?=la)|del|la|van|von|der|den)(?=\\p{L}{3})");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=\\p{L})[-‐‑ʻ'’ʼ‘`](?=\\p{L})");

    private NameSpellings() {}

    /** Returns a typed name in every spelling that may be stored, first as it was typed. */
    public static List<String> of(String typed) {
        if (NO_NAME.matcher(typed).find()) {
            return List.of(typed);
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var all = new LinkedHashSet<String>();
        all.add(typed);
        all.add(expanded(plain));
        all.add(WORD.matcher(plain).replaceAll(word -> foldedIfLong(word.group())));
        all.add(WITHIN_A_WORD.matcher(plain).replaceAll(""));
        all.add(APART.matcher(plain).replaceAll("$1"));
        all.add(TOGETHER.matcher(TOGETHER.matcher(plain).replaceAll("$1 ")).replaceAll("$1 "));
        // what differs in capitals alone is searched once
        all.removeIf(other -> !other.equals(typed) && SearchWords.words(other).equals(SearchWords.words(typed)));
        return List.copyOf(all);
    }

    /**
     * Returns the words under which a name is found beside its own: those of a name with a hyphen in one, and those with
     * two vowels for one as they are typed without the second.
     */
    public static List<String> further(String name) {
        var own = SearchWords.words(name);
        var joined = WITHIN_A_WORD.matcher(name).replaceAll("");
        return Stream.concat(SearchWords.words(joined).stream(), own.stream().map(NameSpellings::foldedIfLong))
                .filter(word -> !own.contains(word))
                .distinct()
                .toList();
    }

    /** Returns what two spellings of one name have in common: no accents, second vowels, signs and spaces. */
    public static String sameness(String name) {
        return SearchWords.words(WITHIN_A_WORD.matcher(name).replaceAll("")).stream()
                .map(NameSpellings::folded)
                .collect(Collectors.joining());
    }

    /** Returns the words of a name as {@link #sameness} compares them, each on its own. */
    public static List<String> words(String name) {
        return SearchWords.words(name).stream()
                .map(NameSpellings::folded)
                .distinct()
                .toList();
    }

    private static String expanded(String plain) {
        return plain.codePoints()
                .mapToObj(letter -> EXPANDED.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }

    private static String foldedIfLong(String word) {
        return WORD.matcher(word).matches() ? folded(word) : word;
    }

    private static String folded(String word) {
        return TWO_VOWELS.matcher(word).replaceAll(two -> two.group(1) == null ? "a" : two.group(1));
    }
}
