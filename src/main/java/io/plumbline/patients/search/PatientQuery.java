package io.plumbline.patients.search;

import io.plumbline.patients.PatientTokens;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedDay;
import io.plumbline.shared.search.SearchWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A patient search as ranges of the token index. The first range is the most selective and is scanned; each patient in
 * it must be in all other ranges too.
 */
record PatientQuery(List<Stretch> stretches) {
    private static final int LONGEST = 100;
    private static final int MOST_PARTS = 6;
    private static final int FEWEST_DIGITS = 3;
    // a date ends where no further number follows: 06-12-34-56-78 is a phone number
    private static final String END = "(?![\\d]|[./-]\\d)";
    private static final String YEAR_FIRST = "\\d{4}-\\d{1,2}-\\d{1,2}" + END;
    private static final String YEAR_LAST = "\\d{1,2}(?<mark>[./-])\\d{1,2}\\k<mark>(?:\\d{4}|\\d{2})" + END;
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{Alpha}*\\.?";
    private static final String OF_MONTH = "\\d{1,2}(?:st|nd|rd|th)?";
    private static final String BY_WORD =
            "(?i:(?:" + MONTH + " " + OF_MONTH + "|" + OF_MONTH + " " + MONTH + "),? \\d{4})" + END;
    private static final Pattern PART = Pattern.compile("(?<date>" + YEAR_FIRST + "|" + YEAR_LAST + "|" + BY_WORD + ")"
            + "|(?<number>[pP]-?\\d+(?!\\S))|(?<email>\\S*@\\S*)|(?<digits>\\+?\\(?\\d[\\d ().\\-/]*)"
            + "|(?<words>[^\\s\\d]\\S*)");

    /**
     * Tokens from one value to before another.
     *
     * @param part how a later part of the token must begin; null if there is no such condition
     */
    record Stretch(String from, String to, @Nullable String part) {
        static Stretch beginningWith(String text) {
            return new Stretch(text, SearchWords.after(text), null);
        }

        /** Matches one token in full, if it is of a kind that has no spaces. */
        static Stretch equalTo(String token) {
            return new Stretch(token, token + "!", null);
        }

        /** Returns where in a token the parts after the first begin, counted from 1. */
        int partsFrom() {
            return from.codePointCount(0, from.indexOf(' ')) + 2;
        }
    }

    /** One search term and its rank: the lower the rank, the fewer patients it usually matches. */
    private record Found(Stretch stretch, int rank) {}

    /**
     * Parses the search text; the result has no ranges if nothing in it can match a patient.
     *
     * @param days the order in which the user writes a date
     */
    static PatientQuery of(String typed, TypedDay days) {
        var found = new ArrayList<Found>();
        var words = new ArrayList<String>();
        var part = PART.matcher(typed.substring(0, Math.min(typed.length(), LONGEST)));
        while (part.find() && found.size() + words.size() < MOST_PARTS) {
            read(part, days, found, words);
        }
        var inOrder = new ArrayList<>(found.stream()
                .sorted(Comparator.comparingInt(Found::rank))
                .map(Found::stretch)
                .toList());
        inOrder.addAll(ofName(words.stream().distinct().toList()));
        return new PatientQuery(List.copyOf(inOrder));
    }

    private static void read(Matcher part, TypedDay days, List<Found> found, List<String> words) {
        if (part.group("number") != null) {
            var digits = part.group().replaceAll("\\D", "");
            found.add(new Found(Stretch.beginningWith(PatientTokens.number(digits)), 0));
        } else if (part.group("email") != null) {
            found.add(new Found(Stretch.beginningWith(SearchWords.email(part.group())), 1));
        } else if (part.group("date") != null) {
            born(part.group(), days).ifPresent(found::add);
        } else if (part.group("digits") != null) {
            var digits = part.group().replaceAll("\\D", "");
            // fewer digits are not selective; the user is still typing
            if (digits.length() >= FEWEST_DIGITS) {
                found.add(new Found(Stretch.beginningWith(SearchWords.ending(digits)), 2));
            }
        } else {
            words.addAll(SearchWords.words(part.group()));
        }
    }

    /** Parses a birth date; also accepts one that is a date only in the other order of day and month. */
    private static Optional<Found> born(String typed, TypedDay days) {
        var orders = new LinkedHashSet<>(List.of(days.order(), DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST));
        for (var order : orders) {
            try {
                var day = new TypedDay(order, days.today()).readBirthDate(typed);
                return Optional.of(new Found(Stretch.beginningWith(PatientTokens.born(day)), 1));
            } catch (IllegalArgumentException | Refused another) {
                // may be a date in the next order
            }
        }
        return Optional.empty();
    }

    /** Searches the two longest words as a pair, and every other word alone. */
    private static List<Stretch> ofName(List<String> words) {
        var longestFirst = new ArrayList<>(words);
        longestFirst.sort(Comparator.comparingInt(PatientQuery::letters).reversed());
        var stretches = new ArrayList<Stretch>();
        if (longestFirst.size() >= 2 && letters(longestFirst.getFirst()) >= 2) {
            var longest = longestFirst.removeFirst();
            var second = longestFirst.removeFirst();
            stretches.add(letters(second) >= 2 ? both(second, longest) : both(longest, second));
        }
        longestFirst.stream().map(Stretch::beginningWith).forEach(stretches::add);
        return stretches;
    }

    private static Stretch both(String one, String other) {
        var begins = PatientTokens.pairBeginning(one, other);
        return new Stretch(begins, SearchWords.after(begins), one);
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }
}
