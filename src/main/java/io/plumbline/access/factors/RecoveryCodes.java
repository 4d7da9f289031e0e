package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.KeyedHash;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes recovery codes and the keyed hashes by which they are recognized. A code has 50 random bits. */
@Component
class RecoveryCodes {
    static final int IN_ALL = 10;

    private static final int LENGTH = 10;
    private static final int HALF = LENGTH / 2;

    /** 32 letters and digits that nobody confuses on paper. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final String PURPOSE = "recovery code";

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hashes;

    RecoveryCodes(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** Returns ten different codes as they are shown: two groups of five. */
    List<String> next() {
        return Stream.generate(this::one).distinct().limit(IN_ALL).toList();
    }

    private String one() {
        var letters = IntStream.range(0, LENGTH)
                .mapToObj(n -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
        return letters.substring(0, HALF) + "-" + letters.substring(HALF);
    }

    /** Returns the hash of a code as it was typed: case, spaces and hyphens do not count. */
    byte[] hash(StaffId account, String typed) {
        var plain = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return hashes.hash(PURPOSE, account.value() + " " + plain);
    }

    /** Returns whether a text has the form of a recovery code. */
    static boolean isCode(String typed) {
        return typed.replaceAll("[\\s-]", "").length() == LENGTH;
    }
}
