package io.plumbline.documents;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The letters of Arabic as they stand in a word: each has up to four forms, by its neighbors, and some pairs have one of
 * their own. Which letter has which form is what Unicode says, as Java has it; a letter without forms stands apart.
 */
final class ArabicForms {
    private static final int LAM = 0x0644;
    private static final int TATWEEL = 0x0640;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    /** By letter, and by the alef of a pair that begins with lam. */
    private static final Map<Integer, Forms> OF_LETTER = new HashMap<>();

    private static final Map<Integer, Forms> OF_PAIR = new HashMap<>();

    static {
        read(0xFB50, 0xFBFF);
        read(0xFE70, 0xFEFC);
    }

    private ArabicForms() {}

    /** The code points of the forms; 0 where there is none. */
    private record Forms(int isolated, int last, int first, int middle) {
        static final Forms NONE = new Forms(0, 0, 0, 0);

        Forms with(int form, String name) {
            if (name.endsWith(" ISOLATED FORM")) {
                return new Forms(form, last, first, middle);
            }
            if (name.endsWith(" FINAL FORM")) {
                return new Forms(isolated, form, first, middle);
            }
            if (name.endsWith(" INITIAL FORM")) {
                return new Forms(isolated, last, form, middle);
            }
            return name.endsWith(" MEDIAL FORM") ? new Forms(isolated, last, first, form) : this;
        }

        int at(boolean joinsBefore, boolean joinsAfter) {
            if (joinsBefore) {
                return joinsAfter && middle != 0 ? middle : last;
            }
            return joinsAfter && first != 0 ? first : isolated;
        }
    }

    private static void read(int from, int to) {
        for (int form = from; form <= to; form++) {
            var name = Character.getName(form);
            if (name == null) {
                continue;
            }
            var letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC)
                    .codePoints()
                    .toArray();
            if (letters.length == 1) {
                OF_LETTER.put(
                        letters[0],
                        OF_LETTER.getOrDefault(letters[0], Forms.NONE).with(form, name));
            } else if (letters.length == 2 && letters[0] == LAM) {
                OF_PAIR.put(
                        letters[1], OF_PAIR.getOrDefault(letters[1], Forms.NONE).with(form, name));
            }
        }
    }

    /** Returns a text in the order in which it is read, with each letter in the form that it has there. */
    static String shaped(String text) {
        var letters = text.codePoints().toArray();
        var shaped = new StringBuilder(text.length());
        var isJoined = false;
        for (int at = 0; at < letters.length; at++) {
            int letter = letters[at];
            if (isMark(letter)) {
                shaped.appendCodePoint(letter);
                continue;
            }
            int next = next(letters, at);
            var pair = letter == LAM && next == at + 1 && next < letters.length ? OF_PAIR.get(letters[next]) : null;
            if (pair != null) {
                shaped.appendCodePoint(pair.at(isJoined, false));
                isJoined = false;
                at = next;
                continue;
            }
            var joinsAfter = joinsAfter(letter) && next < letters.length && joinsBefore(letters[next]);
            int form = OF_LETTER.getOrDefault(letter, Forms.NONE).at(isJoined && joinsBefore(letter), joinsAfter);
            if (letter != JOINER && letter != NON_JOINER) {
                shaped.appendCodePoint(form == 0 ? letter : form);
            }
            isJoined = joinsAfter;
        }
        return shaped.toString();
    }

    /** Returns where the next letter is; marks stand on letters and part none. */
    private static int next(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && isMark(letters[next])) {
            next++;
        }
        return next;
    }

    private static boolean joinsAfter(int letter) {
        return letter == TATWEEL
                || letter == JOINER
                || OF_LETTER.getOrDefault(letter, Forms.NONE).first() != 0;
    }

    private static boolean joinsBefore(int letter) {
        return letter == TATWEEL
                || letter == JOINER
                || OF_LETTER.getOrDefault(letter, Forms.NONE).last() != 0;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
