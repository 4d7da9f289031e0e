package io.plumbline.leads.requests;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Issues and verifies the token of each public form: issue time and nonce, signed with a secret from the database, so
 * that it is valid on all nodes and after a restart.
 */
@Component
public class FormTokens {
    /** Minimum time in which a person reads and completes the form. */
    static final Duration SHORTEST = Duration.ofSeconds(3);

    /** Maximum age of a form; after that the person is asked to send it again. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 16;
    private static final int SIGNED_BYTES = Long.BYTES + NONCE_BYTES;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable SecretKeySpec secret;

    public FormTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token with a valid signature. */
    public record Mark(String nonce, Age age) {}

    /** The age class of a form. */
    public enum Age {
        TOO_YOUNG,
        IN_TIME,
        TOO_OLD
    }

    /** Issues a token for a new form. */
    public String issue() {
        return issuedAt(clock.instant());
    }

    /** Issues a token for a completed form that only has to be sent again; it is never too young. */
    public String issueForOnceMore() {
        return issuedAt(clock.instant().minus(SHORTEST));
    }

    private String issuedAt(Instant at) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var signed = ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(at.toEpochMilli())
                .put(nonce)
                .array();
        var mac = mac(signed);
        var all = ByteBuffer.allocate(SIGNED_BYTES + mac.length).put(signed).put(mac);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /** Reads a token; empty if its signature is not valid. */
    public Optional<Mark> read(String token) {
        try {
            var all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (all.remaining() <= SIGNED_BYTES) {
                return Optional.empty();
            }
            var signed = new byte[SIGNED_BYTES];
            all.get(signed);
            var mac = new byte[all.remaining()];
            all.get(mac);
            if (!MessageDigest.isEqual(mac, mac(signed))) {
                return Optional.empty();
            }
            var issued = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
            var nonce = HexFormat.of().formatHex(signed, Long.BYTES, SIGNED_BYTES);
            return Optional.of(new Mark(nonce, age(Duration.between(issued, clock.instant()))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Age age(Duration open) {
        if (open.compareTo(SHORTEST) < 0) {
            return Age.TOO_YOUNG;
        }
        return open.compareTo(LONGEST) > 0 ? Age.TOO_OLD : Age.IN_TIME;
    }

    private byte[] mac(byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    private SecretKeySpec secret() {
        var known = secret;
        if (known == null) {
            known = new SecretKeySpec(kept().orElseGet(this::made), ALGORITHM);
            secret = known;
        }
        return known;
    }

    private Optional<byte[]> kept() {
        return jdbc.sql("select secret from form_secret where id = 1")
                .query((row, n) -> row.getBytes("secret"))
                .optional();
    }

    private byte[] made() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        try {
            jdbc.sql("insert into form_secret (id, secret) values (1, ?)")
                    .param(bytes)
                    .update();
            return bytes;
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return kept().orElseThrow();
        }
    }
}
