package io.plumbline.onlineintake;

import io.plumbline.shared.signing.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/**
 * The tokens of links, and the passes that pages of the form carry after the right answer. A pass is no cookie and is not
 * stored: it is a keyed hash of the intake and the time until which it is valid, so that several devices can have one.
 */
@Component
class LinkTokens {
    private static final int TOKEN_BYTES = 32;
    private static final Duration PASS_LASTS = Duration.ofHours(2);
    private static final String PURPOSE = "online intake pass";

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hashes;
    private final Clock clock;

    LinkTokens(KeyedHash hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    String create() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    static String hash(String token) {
        return DigestUtils.sha256Hex(token);
    }

    String pass(OnlineIntakeId intake) {
        return pass(intake, clock.instant().plus(PASS_LASTS).getEpochSecond());
    }

    private String pass(OnlineIntakeId intake, long until) {
        return until + "." + encoded(hashes.hash(PURPOSE, intake + " " + until));
    }

    boolean isValid(OnlineIntakeId intake, String pass) {
        var dot = pass.indexOf('.');
        if (dot < 1 || !pass.substring(0, dot).matches("\\d{1,12}")) {
            return false;
        }
        var until = Long.parseLong(pass.substring(0, dot));
        return clock.instant().isBefore(Instant.ofEpochSecond(until))
                && MessageDigest.isEqual(
                        pass(intake, until).getBytes(StandardCharsets.US_ASCII), pass.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
