package io.plumbline.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the words of a reason say something. Every place that asks for a reason in words asks here.
 *
 * <p>A reason has at least {@value #LETTERS} letters, of at least {@value #DIFFERENT} different ones; a character of
 * Chinese, Japanese, Korean or Thai counts as three letters. What is repeated counts once, and keys pressed in a row
 * count for nothing. Digits and punctuation are kept, and count for nothing.
 */
public final class ReasonWords {
    /** The longest reason where a field has no limit of its own, in characters. */
    public static final int LONGEST = 400;

    /** The fewest letters of a reason. */
    public static final int LETTERS = 15;

    private static final int DIFFERENT = 5;
    private static final int DIFFERENT_OF_EAST = 4;

    /** Letters that one character of a script without an alphabet stands for: five of them are a reason. */
    private static final int OF_EAST = 3;

    /** What remains if words that occur twice are counted once; fewer than {@link #LETTERS}, for a true word may return. */
    private static final int LETTERS_OF_DIFFERENT_WORDS = 12;

    /** A run of keys as long as this is no part of a word of any language; <i>property</i> has one of four. */
    private static final int RUN_IN_WORD = 5;

    private static final int RUN_AS_WORD = 3;

    private static final Set<UnicodeScript> EAST = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI);

    /** Rows and columns of keyboards, and the beginnings of alphabets. */
    private static final List<String> ROWS = List.of(
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qazwsxedcrfvtgbyhnujm",
            "йцукенгшщзхъ",
            "фывапролджэ",
            "ячсмитьбю",
            "abcdefghijklmnopqrstuvwxyz",
            "абвгдежзийклмнопрстуфхцчшщъыьэюя",
            "あいうえおかきくけこさしすせそ",
            "アイウエオカキクケコサシスセソ",
            "一二三四五六七八九十",
            "가나다라마바사아자차카타파하");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private ReasonWords() {}

    /**
     * Returns the reason without surrounding whitespace and hidden characters.
     *
     * @param field the field, as the screen names it, such as <i>The reason</i>
     * @throws Refused if it is missing, says nothing, or has more than {@value #LONGEST} characters
     */
    public static String require(String field, @Nullable String typed) {
        return require(field, typed, LONGEST);
    }

    /**
     * Returns the reason without surrounding whitespace and hidden characters.
     *
     * @param field the field, as the screen names it, such as <i>The reason</i>
     * @param most the longest reason that the place stores, in characters
     * @throws Refused if it is missing, says nothing, or is longer
     */
    public static String require(String field, @Nullable String typed, int most) {
        var kept = TextLimit.required(field, typed == null ? "" : typed, most);
        var words = once(words(kept));
        var said = said(words);
        var east = said.codePoints().anyMatch(ReasonWords::isEast);
        if (weight(said) < LETTERS) {
            throw new Refused(field + " needs at least " + LETTERS + " letters: explain it in a few words");
        }
        if (said.codePoints().distinct().count() < (east ? DIFFERENT_OF_EAST : DIFFERENT) || isMostlyRepeated(words)) {
            throw new Refused(field + " repeats the same words: explain it in a few words");
        }
        return kept;
    }

    /**
     * Returns the reason without surrounding whitespace and hidden characters.
     *
     * @param at the field of the form at which the message stands
     * @param field the field, as the screen names it
     * @param most the longest reason that the place stores, in characters
     * @throws Refused if it is missing, says nothing, or is longer
     */
    public static String require(Enum<?> at, String field, String typed, int most) {
        try {
            return require(field, typed, most);
        } catch (Refused refused) {
            throw new Refused(at, refused.sentence());
        }
    }

    /**
     * Returns the reason if it is one of the choices that the act knows; other words are judged.
     *
     * @throws Refused if it is missing, or is no choice and says nothing or is longer than {@code most} characters
     */
    public static String choiceOr(Collection<String> choices, String field, String typed, int most) {
        return choices.contains(typed.strip()) ? typed.strip() : require(field, typed, most);
    }

    /**
     * Returns the reason, or an empty text if nothing was typed: for a field that may stay empty.
     *
     * @throws Refused if something was typed that says nothing, or is longer than {@code most} characters
     */
    public static String optional(String field, @Nullable String typed, int most) {
        return typed == null || TextLimit.isBlank(typed) ? "" : require(field, typed, most);
    }

    /** Returns the words by which a reason is compared with another: without case, punctuation and spacing. */
    public static String compared(String reason) {
        return String.join(" ", once(words(reason)));
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns the words once if they are one phrase that is repeated, and the last time perhaps broken off. */
    private static List<String> once(List<String> words) {
        for (int length = 1; length <= words.size() / 2; length++) {
            if (isPeriod(words, length)) {
                return words.subList(0, length);
            }
        }
        return words;
    }

    private static <T> boolean isPeriod(List<T> all, int length) {
        for (int i = length; i < all.size(); i++) {
            if (!all.get(i).equals(all.get(i - length))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the letters that count: no held keys, no keys in a row, and a repeated part once. */
    private static String said(List<String> words) {
        var letters = new StringBuilder();
        words.forEach(word -> letters.append(withoutRuns(lettersOf(word))));
        var all = letters.codePoints().boxed().toList();
        for (int length = 1; length <= all.size() / 2; length++) {
            if (isPeriod(all, length)) {
                return text(all.subList(0, length));
            }
        }
        return text(all);
    }

    private static String text(List<Integer> characters) {
        var text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Returns the letters of a word; of a letter that is held down, one. */
    private static String lettersOf(String word) {
        var letters = word.codePoints()
                .filter(c -> Character.isLetter(c) || isEast(c) && !Character.isDigit(c))
                .boxed()
                .toList();
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < letters.size(); i++) {
            int end = i;
            while (end + 1 < letters.size() && letters.get(end + 1).equals(letters.get(i))) {
                end++;
            }
            kept.addAll(end - i < 2 ? letters.subList(i, end + 1) : letters.subList(i, i + 1));
            i = end;
        }
        return text(kept);
    }

    private static String withoutRuns(String word) {
        if (word.length() >= RUN_AS_WORD && runAt(word, 0) == word.length()) {
            return "";
        }
        var kept = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            int run = runAt(word, i);
            if (run < RUN_IN_WORD) {
                kept.append(word.charAt(i));
            }
            i += run < RUN_IN_WORD ? 1 : run;
        }
        return kept.toString();
    }

    /** Returns the length of the longest run of keys that begins here, in either direction. */
    private static int runAt(String word, int from) {
        int longest = 0;
        for (var row : ROWS) {
            for (int step : new int[] {1, -1}) {
                int at = row.indexOf(word.charAt(from));
                int length = 0;
                while (at >= 0
                        && at < row.length()
                        && from + length < word.length()
                        && row.charAt(at) == word.charAt(from + length)) {
                    at += step;
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    private static boolean isMostlyRepeated(List<String> words) {
        var different = new LinkedHashSet<>(words);
        return words.size() > 1
                && (different.size() * 2 <= words.size()
                        || weight(String.join("", different)) < LETTERS_OF_DIFFERENT_WORDS);
    }

    private static int weight(String letters) {
        return letters.codePoints()
                .map(c -> isEast(c) ? OF_EAST : Character.isLetter(c) ? 1 : 0)
                .sum();
    }

    private static boolean isEast(int character) {
        return EAST.contains(UnicodeScript.of(character));
    }
}
