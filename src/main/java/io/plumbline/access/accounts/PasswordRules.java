package io.plumbline.access.accounts;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.plumbline.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for passwords: a minimum length, and none of the passwords that attackers try first. No mixture of letters
 * and digits is required, since that leads to weaker passwords (NIST SP 800-63B).
 */
final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int TELLING_NAME = 4;
    private static final int FEWEST_CHARACTERS = 4;
    private static final int A_YEAR = 4;
    private static final Set<String> COMMON = common();
    private static final Set<String> LEAKED = leaked();
    private static final String ROWS =
            "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm";

    private PasswordRules() {}

    /**
     * Rejects a password that is too easy to guess.
     *
     * @param about names of the person and of the clinics, which must not make up the whole password
     * @throws Refused with a message for the user
     */
    static void check(String password, String... about) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw refused("A password has 8 to 128 characters");
        }
        var plain = plain(password);
        if (COMMON.contains(plain)
                || isLeaked(password)
                || isOneRow(plain)
                || plain.chars().distinct().count() < FEWEST_CHARACTERS) {
            throw refused("This password is too common. Choose one that is hard to guess");
        }
        if (Stream.of(about).flatMap(PasswordRules::names).anyMatch(name -> isMostly(plain, name))) {
            throw refused("A password must not be based on your own name or a clinic's name. Choose another");
        }
    }

    /** Removes what attackers try first: capital letters and trailing digits or punctuation. */
    private static String plain(String password) {
        var small = password.strip().toLowerCase(Locale.ROOT);
        var withoutEnd = small.replaceAll("[0-9\\p{Punct}\\s]+$", "");
        return withoutEnd.length() < FEWEST_CHARACTERS ? small : withoutEnd;
    }

    /**
     * Matches a leaked password with or without an appended year or punctuation mark; a longer number makes it a
     * different password.
     */
    private static boolean isLeaked(String password) {
        var small = password.strip().toLowerCase(Locale.ROOT);
        var plain = plain(password);
        return LEAKED.contains(small) || small.length() - plain.length() <= A_YEAR && LEAKED.contains(plain);
    }

    private static boolean isOneRow(String plain) {
        return ROWS.contains(plain) || ROWS.contains(new StringBuilder(plain).reverse());
    }

    private static Stream<String> names(String name) {
        var small = name.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(small, small.replaceAll("\\s", "")), Stream.of(small.split("[\\s._@-]+")))
                .filter(word -> word.length() >= TELLING_NAME);
    }

    private static boolean isMostly(String plain, String name) {
        return plain.contains(name) && plain.length() - name.length() < TELLING_NAME;
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
