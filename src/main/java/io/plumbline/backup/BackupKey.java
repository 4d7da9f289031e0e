package io.plumbline.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * A pair of keys of the <a href="https://age-encryption.org/v1">age</a> format: what is encrypted to its recipient only
 * its identity decrypts. Nothing prints the identity but {@link #identity()}.
 */
final class BackupKey {
    private final String recipient;
    private final String identity;

    private BackupKey(String recipient, String identity) {
        this.recipient = recipient;
        this.identity = identity;
    }

    /** Makes a new pair. */
    static BackupKey generate() {
        try {
            return of(new X25519KeyPairGenerator().generateKeyPair());
        } catch (GeneralSecurityException withoutCurve) {
            throw new IllegalStateException("The JDK has no X25519", withoutCurve);
        }
    }

    private static BackupKey of(KeyPair pair) {
        return new BackupKey(
                text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
    }

    private static String text(byte[] encoded) {
        return new String(encoded, StandardCharsets.US_ASCII);
    }

    /** Returns what anybody may know: it only encrypts. */
    String recipient() {
        return recipient;
    }

    /** Returns the secret, which decrypts. */
    String identity() {
        return identity;
    }

    /**
     * Returns what encrypts to a recipient.
     *
     * @throws BackupProblem if it is none
     */
    static RecipientStanzaWriter encryptsTo(String recipient) throws BackupProblem {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | IllegalArgumentException noRecipient) {
            throw new BackupProblem("This is no recipient of the age format, which begins with age1.", noRecipient);
        }
    }

    /**
     * Returns what decrypts with an identity.
     *
     * @throws BackupProblem if it is none
     */
    static RecipientStanzaReader decryptsWith(String identity) throws BackupProblem {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
        } catch (GeneralSecurityException | IllegalArgumentException noIdentity) {
            throw new BackupProblem(
                    "This is no key of the age format, which begins with AGE-SECRET-KEY-1.", noIdentity);
        }
    }

    @Override
    public String toString() {
        return recipient;
    }
}
