package io.plumbline.onlineintake;

import io.plumbline.shared.signing.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/**
 * The tokens of links, and the passes that pages of the form carry after the right answer. A pass is no cookie and is not
 * stored: it is a keyed hash of the intake, the time until which it is valid, and a key. Each opening of an empty form has
 * a key of its own; what is saved has that of the opening that saved it, so that no other one reads it. A code gives
 * several devices the same key.
 */
@Component
class LinkTokens {
    private static final int TOKEN_BYTES = 32;
    private static final Duration PASS_LASTS = Duration.ofHours(2);
    private static final Duration DOOR_LASTS = Duration.ofMinutes(30);
    private static final int KEY_BYTES = 16;
    private static final int PARTS = 3;
    private static final String PURPOSE = "online intake pass";
    private static final String CODE = "online intake code";

    /** The key of a pass that opens nothing: it shows that the question was answered, and a code is asked for. */
    private static final String DOOR = "door";

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hashes;
    private final Clock clock;

    LinkTokens(KeyedHash hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    String create() {
        return encoded(next(TOKEN_BYTES));
    }

    /** Returns a key for the passes of one opening. */
    String createKey() {
        return encoded(next(KEY_BYTES));
    }

    private byte[] next(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns a code of six digits. */
    String createCode() {
        return String.valueOf(1_000_000 + random.nextInt(1_000_000)).substring(1);
    }

    /** Returns the keyed hash by which a code of an online intake is recognized, in hexadecimal digits. */
    String codeHash(OnlineIntakeId intake, String code) {
        return HexFormat.of().formatHex(hashes.hash(CODE, intake + " " + code));
    }

    static String hash(String token) {
        return DigestUtils.sha256Hex(token);
    }

    String pass(OnlineIntakeId intake, String key) {
        return pass(intake, clock.instant().plus(PASS_LASTS).getEpochSecond(), key);
    }

    /** Returns what shows for half an hour that the question was answered. */
    String door(OnlineIntakeId intake) {
        return pass(intake, clock.instant().plus(DOOR_LASTS).getEpochSecond(), DOOR);
    }

    boolean isDoor(OnlineIntakeId intake, String door) {
        return keyIn(intake, door).filter(DOOR::equals).isPresent();
    }

    private String pass(OnlineIntakeId intake, long until, String key) {
        return until + "." + key + "." + encoded(hashes.hash(PURPOSE, intake + " " + until + " " + key));
    }

    /** Returns the key of a pass; empty if the pass is not valid. */
    Optional<String> keyOf(OnlineIntakeId intake, String pass) {
        return keyIn(intake, pass).filter(key -> !DOOR.equals(key));
    }

    /** Returns the key of a pass that may be too old; empty if the portal did not make the pass. */
    Optional<String> keyOfOld(OnlineIntakeId intake, String pass) {
        return keyIn(intake, pass, Instant.MIN).filter(key -> !DOOR.equals(key));
    }

    private Optional<String> keyIn(OnlineIntakeId intake, String pass) {
        return keyIn(intake, pass, clock.instant());
    }

    private Optional<String> keyIn(OnlineIntakeId intake, String pass, Instant now) {
        var parts = pass.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        var until = Long.parseLong(parts[0]);
        var isOurs = MessageDigest.isEqual(
                pass(intake, until, parts[1]).getBytes(StandardCharsets.UTF_8), pass.getBytes(StandardCharsets.UTF_8));
        return isOurs && now.isBefore(Instant.ofEpochSecond(until)) ? Optional.of(parts[1]) : Optional.empty();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
