package io.plumbline.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.KeyAgreement;

/**
 * A pair of keys of the <a href="https://age-encryption.org/v1">age</a> format: what is encrypted to its recipient only
 * its identity decrypts. Nothing prints the identity but {@link #identity()}.
 */
final class BackupKey {
    /** What a key of this portal's settings may be. */
    static final String FORM =
            "64 hexadecimal digits, or an identity of the age format, which begins with AGE-SECRET-KEY-1";

    private static final String CURVE = "X25519";
    private static final String IDENTITY = "AGE-SECRET-KEY-";
    private static final String RECIPIENT = "age";
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);
    private static final int DIGITS = 64;

    private final String recipient;
    private final String identity;

    private BackupKey(String recipient, String identity) {
        this.recipient = recipient;
        this.identity = identity;
    }

    /** Makes a new pair. */
    static BackupKey generate() {
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return new BackupKey(
                    text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException withoutCurve) {
            throw withoutCurve(withoutCurve);
        }
    }

    /**
     * Reads a pair from its secret half.
     *
     * @param secret 64 hexadecimal digits, or an identity of the age format
     * @throws BackupProblem if it is neither
     */
    static BackupKey of(String secret) throws BackupProblem {
        var given = secret.strip();
        try {
            if (given.length() == DIGITS) {
                return of(HexFormat.of().parseHex(given));
            }
            var decoded = Bech32.getDecoder().decode(given);
            if (IDENTITY.equalsIgnoreCase(decoded.getHumanReadablePart().toString())) {
                return of(decoded.getData());
            }
        } catch (IllegalArgumentException neither) {
            // handled below: no message contains the given key
        }
        throw new BackupProblem("This is no key of a backup, which is " + FORM + ".");
    }

    private static BackupKey of(byte[] secret) {
        try {
            var keys = KeyFactory.getInstance(CURVE);
            var agreement = KeyAgreement.getInstance(CURVE);
            agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)), true);
            return new BackupKey(
                    Bech32.getEncoder()
                            .encode(RECIPIENT, agreement.generateSecret())
                            .toString(),
                    Bech32.getEncoder().encode(IDENTITY, secret).toString().toUpperCase(Locale.ROOT));
        } catch (GeneralSecurityException withoutCurve) {
            throw withoutCurve(withoutCurve);
        }
    }

    private static IllegalStateException withoutCurve(GeneralSecurityException why) {
        return new IllegalStateException("The JDK has no " + CURVE, why);
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
     * Returns what encrypts to recipients.
     *
     * @throws BackupProblem if one is none
     */
    static List<RecipientStanzaWriter> encryptsTo(List<String> recipients) throws BackupProblem {
        var to = new ArrayList<RecipientStanzaWriter>();
        for (var recipient : recipients) {
            to.add(encryptsTo(recipient));
        }
        return to;
    }

    private static RecipientStanzaWriter encryptsTo(String recipient) throws BackupProblem {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | IllegalArgumentException noRecipient) {
            throw new BackupProblem("This is no recipient of the age format, which begins with age1.", noRecipient);
        }
    }

    /** Returns what decrypts with the identity. */
    RecipientStanzaReader decrypts() {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
        } catch (GeneralSecurityException withoutCurve) {
            throw withoutCurve(withoutCurve);
        }
    }

    @Override
    public String toString() {
        return recipient;
    }
}
