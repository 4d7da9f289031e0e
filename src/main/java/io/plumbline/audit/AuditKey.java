package io.plumbline.audit;

import io.plumbline.shared.StartRefused;
import io.plumbline.shared.signing.KeyedHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret key for the authentication codes: a person who edits a row in the database cannot compute a valid code.
 */
@Component
class AuditKey implements KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String FORM = "at least 64 hexadecimal digits";

    private final SecretKeySpec key;

    AuditKey(
            AuditSettings settings,
            @Value("${spring.datasource.url}") String store,
            @Value("${plumbline.data-dir}") Path dataFolder,
            JdbcClient jdbc) {
        var given = settings.key();
        if (given != null && !given.isBlank()) {
            key = parsed(given);
        } else if (store.startsWith("jdbc:h2:")) {
            var file = dataFolder.toAbsolutePath().resolve("audit.key");
            if (Files.notExists(file)) {
                refuseIfTrailHasBegun(jdbc, file);
                write(file);
            }
            key = parsed(read(file));
        } else {
            throw new StartRefused("Plumbline needs the key of its audit trail: set PLUMBLINE_AUDIT_KEY to 64"
                    + " hexadecimal digits, and keep a copy outside the database.");
        }
    }

    /** Computes the authentication code of a row's fields. */
    byte[] codeOf(byte[] fields) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public byte[] hash(String purpose, String text) {
        return codeOf(framed(ascii(purpose), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns whether a row has the expected code. Compares in constant time. */
    static boolean isCode(byte[] expected, byte[] found) {
        return MessageDigest.isEqual(expected, found);
    }

    /** Joins fields with a length prefix for each, so that different fields cannot produce the same bytes. */
    static byte[] framed(byte[]... fields) {
        var length = Arrays.stream(fields)
                .mapToInt(field -> Integer.BYTES + field.length)
                .sum();
        var all = ByteBuffer.allocate(length);
        for (var field : fields) {
            all.putInt(field.length).put(field);
        }
        return all.array();
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static SecretKeySpec parsed(String hex) {
        try {
            var bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length >= BYTES) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
        } catch (IllegalArgumentException noHex) {
            // handled below: the message must not contain the given key
        }
        throw new StartRefused("The key of the audit trail must be " + FORM + ".");
    }

    /** A new key would make every existing row look forged. */
    private static void refuseIfTrailHasBegun(JdbcClient jdbc, Path file) {
        var begun = jdbc.sql("select 1 from audit_event limit 1")
                .query(Integer.class)
                .optional();
        if (begun.isPresent()) {
            throw new StartRefused("The key of the audit trail is missing: restore " + file + " from its copy.");
        }
    }

    private static void write(Path file) {
        try {
            OwnerOnly.write(file, fresh());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (CharacterCodingException noKey) {
            throw new StartRefused(
                    "The key of the audit trail, " + file + ", is not " + FORM + ": restore it from" + " its copy.");
        } catch (IOException unreadable) {
            throw new StartRefused("The key of the audit trail cannot be read: " + file + " must be a file that the"
                    + " user of the portal may read.");
        }
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
