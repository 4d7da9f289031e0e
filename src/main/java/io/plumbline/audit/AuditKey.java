package io.plumbline.audit;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that only the portal knows: whoever edits a row of the trail in the store cannot make its code anew. */
@Component
class AuditKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    AuditKey(
            AuditSettings settings,
            @Value("${spring.datasource.url}") String store,
            @Value("${plumbline.data-dir}") Path dataFolder) {
        var given = settings.key();
        if (given != null && !given.isBlank()) {
            key = parsed(given);
        } else if (store.startsWith("jdbc:h2:")) {
            key = parsed(kept(dataFolder.resolve("audit.key")));
        } else {
            throw new StartRefused("Plumbline needs the key of its audit trail: set PLUMBLINE_AUDIT_KEY to 64"
                    + " hexadecimal digits, and keep a copy outside the database.");
        }
    }

    /** The authentication code of a row's fields. */
    byte[] codeOf(byte[] fields) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec parsed(String hex) {
        try {
            var bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length >= BYTES) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
        } catch (IllegalArgumentException noHex) {
            // answered below: what was given must not be shown
        }
        throw new StartRefused("The key of the audit trail must be at least 64 hexadecimal digits.");
    }

    private static String kept(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(java.nio.ByteBuffer.wrap(fresh().getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            } catch (FileAlreadyExistsException madeBefore) {
                // the usual case: every start but the first
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
