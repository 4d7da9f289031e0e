package io.plumbline.access.factors;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.TOTPGenerator;
import io.plumbline.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Compares codes with a secret by RFC 6238: six digits, SHA-1, thirty seconds, which is all that common apps know. */
@Component
class TimeCodes {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /** How many periods a code may be early or late. */
    private static final int TOLERATED = 1;

    /** How many periods the clock of a phone is off at most for the portal to say so: five minutes. */
    private static final int NOTICED = 10;

    private final Clock clock;

    TimeCodes(Clock clock) {
        this.clock = clock;
    }

    /**
     * When a code is right.
     *
     * @param step the period of the code, in periods since 1970
     * @param isInTime whether it is the present period, or the one before or after it
     */
    record Match(long step, boolean isInTime) {}

    /** Returns whether a text has the form of a code: six digits. */
    static boolean isCode(String code) {
        return code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns a typed code without the spaces that apps show. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    /** Finds the period of a code within five minutes; of several the one nearest to the present. */
    Optional<Match> find(FactorSecret secret, String code) {
        var codes = generator(secret);
        var now = clock.instant().getEpochSecond() / PERIOD.toSeconds();
        var typed = code.getBytes(StandardCharsets.US_ASCII);
        return LongStream.rangeClosed(Math.max(1, now - NOTICED), now + NOTICED)
                .filter(step -> MessageDigest.isEqual(
                        codes.at(Instant.ofEpochSecond(step * PERIOD.toSeconds()))
                                .getBytes(StandardCharsets.US_ASCII),
                        typed))
                .boxed()
                .min(Comparator.comparingLong(step -> Math.abs(step - now)))
                .map(step -> new Match(step, Math.abs(step - now) <= TOLERATED));
    }

    /** Uses SHA-1 because most apps know nothing else; its weakness is collisions, which do not matter here. */
    @SuppressWarnings("deprecation")
    private static TOTPGenerator generator(FactorSecret secret) {
        return new TOTPGenerator.Builder(secret.base32().getBytes(StandardCharsets.US_ASCII))
                .withHOTPGenerator(form -> form.withPasswordLength(DIGITS).withAlgorithm(HMACAlgorithm.SHA1))
                .withPeriod(PERIOD)
                .build();
    }

    /**
     * Finds the period of the code with which somebody sets up an app.
     *
     * @throws Refused if it is not right at present
     */
    Match matchToSetUp(FactorSecret secret, String typed) {
        var code = plain(typed);
        if (!isCode(code)) {
            throw refused(CodeResult.NOT_SIX_DIGITS);
        }
        var match = find(secret, code).orElseThrow(() -> refused(CodeResult.WRONG));
        if (!match.isInTime()) {
            throw refused(CodeResult.CLOCK_OFF);
        }
        return match;
    }

    private static Refused refused(CodeResult why) {
        return new Refused(FactorField.CODE, why.sentence());
    }
}
