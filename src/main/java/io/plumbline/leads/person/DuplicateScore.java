package io.plumbline.leads.person;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.search.SoundOfName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a lead and another lead or a patient are the same person. A lead has no date of birth, so the year
 * of birth does not count here, as it does between patients.
 *
 * @param points from 0 to 100
 * @param reasons what matches, as text, strongest first
 * @param isHousehold whether they share a phone but no name: related people, who are not to be merged
 */
public record DuplicateScore(int points, List<String> reasons, boolean isHousehold) {
    private static final int SAME_PHONE = 50;
    private static final int SAME_EMAIL = 50;
    private static final int SAME_NAME = 40;
    private static final int NAME_ALIKE = 25;
    private static final int MOST = 100;
    private static final String PHONE_SAID = "same phone";
    private static final String EMAIL_SAID = "same e-mail";
    private static final String NAME_SAID = "same name";

    /** Minimum Jaro-Winkler similarity, for spellings that differ by a letter or two. */
    private static final double ALIKE = 0.93;

    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

    /** One side of the comparison. */
    public record Person(
            String fullName,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email) {}

    public static DuplicateScore of(Person one, Person other) {
        var points = 0;
        var reasons = new ArrayList<String>();
        var samePhone = one.phone() != null
                && other.phone() != null
                && one.phone().withoutExtension().equals(other.phone().withoutExtension());
        if (samePhone) {
            points += SAME_PHONE;
            reasons.add(PHONE_SAID);
        }
        var sameEmail = one.email() != null
                && other.email() != null
                && one.email().address().equalsIgnoreCase(other.email().address());
        if (sameEmail) {
            points += SAME_EMAIL;
            reasons.add(EMAIL_SAID);
        }
        var name = name(one.fullName(), other.fullName());
        points += name;
        if (name > 0) {
            reasons.add(name == SAME_NAME ? NAME_SAID : "name sounds alike");
        }
        var isHousehold = samePhone
                && !sameEmail
                && name == 0
                && !one.fullName().isBlank()
                && !other.fullName().isBlank();
        if (isHousehold) {
            reasons.add("other name");
        }
        return new DuplicateScore(Math.min(points, MOST), List.copyOf(reasons), isHousehold);
    }

    /** Returns whether the match is certain: the same full name and the same phone or e-mail. */
    public boolean isSurelyOnePerson() {
        return reasons.contains(NAME_SAID) && (reasons.contains(PHONE_SAID) || reasons.contains(EMAIL_SAID));
    }

    /** Returns the reasons in one line. */
    public String words() {
        return String.join(", ", reasons);
    }

    private static int name(String one, String other) {
        var words = SearchWords.words(one);
        var others = SearchWords.words(other);
        if (words.size() < 2 || others.size() < 2) {
            return !words.isEmpty() && isSpelledAlike(one, other) ? NAME_ALIKE : 0;
        }
        if (sorted(words).equals(sorted(others))) {
            return SAME_NAME;
        }
        var isAlike = isSpelledAlike(one, other)
                || Objects.equals(SoundOfName.token(one), SoundOfName.token(other))
                || SPELLING.apply(sorted(words), sorted(others)) >= ALIKE
                || isInitial(words, others)
                || isInitial(others, words);
        return isAlike ? NAME_ALIKE : 0;
    }

    private static boolean isSpelledAlike(String one, String other) {
        return NameSpellings.sameness(one).equals(NameSpellings.sameness(other));
    }

    private static String sorted(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    /** Returns whether the first name of the one is the initial of the other, with the same last name. */
    private static boolean isInitial(List<String> words, List<String> others) {
        return words.getFirst().codePointCount(0, words.getFirst().length()) == 1
                && others.getFirst().startsWith(words.getFirst())
                && words.getLast().equals(others.getLast());
    }
}
