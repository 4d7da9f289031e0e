package io.plumbline.access.factors;

import io.plumbline.shared.signing.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Makes the challenges that passkeys sign at a sign-in. A challenge carries its time and a keyed hash of itself and of
 * the browser that asked, so that any node can check it and nobody needs a session before the sign-in.
 */
@Component
class PasskeyChallenges {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final String PURPOSE = "passkey challenge";
    private static final int RANDOM_BYTES = 16;
    private static final int CONTENT_BYTES = Long.BYTES + RANDOM_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hashes;
    private final Clock clock;

    PasskeyChallenges(KeyedHash hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Returns a new challenge.
     *
     * @param browser a secret of the browser that asks
     */
    byte[] next(String browser) {
        var unique = new byte[RANDOM_BYTES];
        random.nextBytes(unique);
        var content =
                ByteBuffer.allocate(CONTENT_BYTES).putLong(now()).put(unique).array();
        var signature = signature(content, browser);
        return ByteBuffer.allocate(content.length + signature.length)
                .put(content)
                .put(signature)
                .array();
    }

    /** Returns when a challenge was made, in microseconds; empty if it is too old, or not ours for this browser. */
    OptionalLong madeAt(byte[] challenge, String browser) {
        if (challenge.length <= CONTENT_BYTES) {
            return OptionalLong.empty();
        }
        var all = ByteBuffer.wrap(challenge);
        var content = new byte[CONTENT_BYTES];
        all.get(content);
        var signature = new byte[all.remaining()];
        all.get(signature);
        var at = ByteBuffer.wrap(content).getLong();
        var age = Duration.of(now() - at, ChronoUnit.MICROS);
        return MessageDigest.isEqual(signature, signature(content, browser)) && age.compareTo(LASTS) < 0
                ? OptionalLong.of(at)
                : OptionalLong.empty();
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private byte[] signature(byte[] content, String browser) {
        return hashes.hash(PURPOSE, HexFormat.of().formatHex(content) + " " + browser);
    }
}
