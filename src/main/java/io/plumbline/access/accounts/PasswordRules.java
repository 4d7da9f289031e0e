package io.plumbline.access.accounts;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules for passwords: a minimum length, a minimum strength, and none of the passwords that attackers try first. No
 * mixture of letters and digits is required, since that leads to weaker passwords (NIST SP 800-63B-4).
 */
final class PasswordRules {
    /** The minimum length where the password is the only factor. */
    static final int SHORTEST = 15;

    /** The minimum length where a second factor is asked for too. */
    static final int SHORTEST_WITH_SECOND_FACTOR = 12;

    static final int LONGEST = 128;

    private static final int LOWEST_SCORE = 3;

    /** Estimating takes more than linear time; what is strong so far does not become weak by what follows. */
    private static final int LONGEST_ESTIMATED = 64;

    private static final String PRODUCT = "plumbline";
    private static final Zxcvbn ESTIMATE = new Zxcvbn();
    private static final int TELLING_NAME = 4;
    private static final int FEWEST_CHARACTERS = 4;
    private static final int A_YEAR_AND_A_MARK = 5;
    private static final Set<String> COMMON = common();
    private static final Set<String> LEAKED = leaked();
    private static final String ROWS =
            "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm";

    private PasswordRules() {}

    /**
     * Rejects a password that is too short or too easy to guess.
     *
     * @param hasSecondFactor whether sign-in asks for a second factor too, so that a shorter password is enough
     * @param about names of the person and of the clinics, which count as known to attackers
     * @throws Refused with a message for the user
     */
    static void check(String password, boolean hasSecondFactor, String... about) {
        var shortest = hasSecondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST;
        if (password.codePointCount(0, password.length()) < shortest || password.length() > LONGEST) {
            throw refused("A password has " + shortest + " to " + LONGEST
                    + " characters. Four unrelated words are easy to remember");
        }
        var plain = plain(password);
        var names = Stream.concat(Stream.of(PRODUCT), Stream.of(about).flatMap(PasswordRules::names))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (isMostly(plain, names)) {
            throw refused("A password must not be based on your own name or a clinic's name. Choose another");
        }
        if (COMMON.contains(plain)
                || isLeaked(password)
                || isOneRow(plain)
                || plain.chars().distinct().count() < FEWEST_CHARACTERS) {
            throw refused("This password is too common. Choose one that is hard to guess");
        }
        refuseWeak(password, names);
    }

    /**
     * Rejects a password that breaks the rules or was not repeated as it is.
     *
     * @param clinics whose names count as known to attackers
     * @param about names of the person
     * @throws Refused with a message for the user
     */
    static void check(
            String password, String repeated, boolean hasSecondFactor, ClinicService clinics, String... about) {
        var names = Stream.concat(
                        Stream.of(about), clinics.labels().values().stream().map(ClinicLabel::name))
                .toArray(String[]::new);
        check(password, hasSecondFactor, names);
        if (!password.equals(repeated)) {
            throw new Refused(AccountField.REPEATED, "The two passwords do not match");
        }
    }

    /** Uses words of our own: the advice of the library does not say what is wrong with a name. */
    private static void refuseWeak(String password, List<String> names) {
        var estimated = password.substring(0, Math.min(password.length(), LONGEST_ESTIMATED));
        var strength = ESTIMATE.measure(estimated, names);
        if (strength.getScore() >= LOWEST_SCORE) {
            return;
        }
        var doesRepeat = strength.getSequence().stream().anyMatch(part -> part.pattern == Pattern.Repeat);
        var why = doesRepeat ? "it repeats itself" : "it is made of names, common words or rows of keys";
        throw refused("This password is easy to guess because " + why + ". Add two or three unrelated words");
    }

    /** Removes what attackers try first: capital letters and trailing digits or punctuation. */
    private static String plain(String password) {
        var small = password.strip().toLowerCase(Locale.ROOT);
        var withoutEnd = small.replaceAll("[0-9\\p{Punct}\\s]+$", "");
        return withoutEnd.length() < FEWEST_CHARACTERS ? small : withoutEnd;
    }

    /**
     * Matches a leaked password with or without an appended year and punctuation mark; a longer number makes it a
     * different password.
     */
    private static boolean isLeaked(String password) {
        var small = password.strip().toLowerCase(Locale.ROOT);
        var ending =
                small.length() - small.replaceAll("[0-9\\p{Punct}\\s]+$", "").length();
        var shortest = Math.max(1, small.length() - Math.min(ending, A_YEAR_AND_A_MARK));
        return IntStream.rangeClosed(shortest, small.length())
                .anyMatch(length -> LEAKED.contains(small.substring(0, length)));
    }

    private static boolean isOneRow(String plain) {
        return ROWS.contains(plain) || ROWS.contains(new StringBuilder(plain).reverse());
    }

    private static Stream<String> names(String name) {
        var small = name.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(small, small.replaceAll("\\s", "")), Stream.of(small.split("[\\s._@-]+")))
                .filter(word -> word.length() >= TELLING_NAME);
    }

    /** Returns whether little is left without the names, however often they occur. */
    private static boolean isMostly(String plain, List<String> names) {
        var left = plain;
        for (var name : names) {
            left = left.replace(name, "");
        }
        return left.length() < plain.length() && left.replaceAll("\\s", "").length() < TELLING_NAME;
    }

    private static Refused refused(String message) {
        return new Refused(AccountField.PASSWORD, message);
    }

    private static Set<String> common() {
        try (var in = PasswordRules.class.getResourceAsStream("/access/common-passwords.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .map(PasswordRules::plain)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the 30,000 most frequent passwords of leaked lists. */
    private static Set<String> leaked() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
