package io.plumbline.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import io.plumbline.startup.StoreFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import tools.jackson.databind.ObjectMapper;

/**
 * The portal's own keys, which a store is of no use without. A backup has them in a part that only the recovery key opens:
 * a person who has a backup and the backup key can read the store, but not rewrite its audit trail.
 *
 * @param auditKey of the audit trail, the second factors, PINs, links and known devices; empty if there is none yet
 * @param storePassword of an encrypted H2 store; empty if it has none
 */
record StoreKeys(String auditKey, String storePassword) {
    /** The name of the part. */
    static final String PART = "keys.age";

    static final String AUDIT_KEY = "plumbline.audit.key";
    static final String STORE_PASSWORD = "plumbline.store-password";

    /** Returns the variable of the environment that sets a property of these. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Reads the keys that the portal uses, from the settings or the file in the data folder. */
    static StoreKeys of(Environment settings) throws IOException {
        var set = settings.getProperty(AUDIT_KEY, "");
        var file = auditKeyFile(settings);
        var audit = set.isBlank() && Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : set;
        return new StoreKeys(audit.strip(), settings.getProperty(STORE_PASSWORD, ""));
    }

    /** Returns where the key of the audit trail lies if it is not in the settings. */
    static Path auditKeyFile(Environment settings) {
        return Path.of(settings.getRequiredProperty("plumbline.data-dir"))
                .toAbsolutePath()
                .resolve("audit.key");
    }

    /** Writes a file that its owner alone reads. */
    static void writeForOwner(String text, Path file) throws IOException {
        // a temporary file is its owner's alone
        var written = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), "keys", ".new");
        Files.writeString(written, text);
        StoreFiles.move(written, file);
    }

    /** Encrypts them to the recovery key. */
    byte[] encryptedTo(String recipient, ObjectMapper json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var encrypted = new StandardEncryptingChannelFactory()
                        .newEncryptingChannel(Channels.newChannel(bytes), BackupKey.encryptsTo(List.of(recipient)));
                var to = Channels.newOutputStream(encrypted)) {
            to.write(json.writeValueAsBytes(this));
        } catch (GeneralSecurityException failed) {
            throw new IOException(failed);
        }
        return bytes.toByteArray();
    }

    /** Decrypts the part of a backup; empty if this is not its recovery key. */
    static Optional<StoreKeys> decrypted(byte[] part, BackupKey recovery, ObjectMapper json) {
        try (var decrypted = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(part)), List.of(recovery.decrypts()))) {
            return Optional.of(json.readValue(Channels.newInputStream(decrypted), StoreKeys.class));
        } catch (GeneralSecurityException | IOException anotherKey) {
            return Optional.empty();
        }
    }

    /** So that no log has a key. */
    @Override
    public String toString() {
        return "StoreKeys";
    }
}
