package io.plumbline.access.factors;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.apache.commons.codec.binary.Base32;

/** The secret that an authenticator app and the portal share: 20 random bytes, as RFC 4226 recommends. */
public final class FactorSecret implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BYTES = 20;
    private static final int GROUP = 4;
    private static final String ISSUER = "Plumbline";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    FactorSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Creates a new secret. It is in use only once a code of it was confirmed. */
    public static FactorSecret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FactorSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the secret in Base32, the form that the library and the apps read. */
    String base32() {
        return new Base32().encodeToString(bytes).replace("=", "");
    }

    /** Returns the secret to type by hand: Base32 in groups of four. */
    public String inGroups() {
        return base32().replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** Returns the picture that an authenticator app scans, with the name under which it then shows the codes. */
    public QrImage picture(String username) {
        return QrImage.of(
                "otpauth://totp/" + ISSUER + ":" + encoded(username) + "?secret=" + base32() + "&issuer=" + ISSUER);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactorSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns no part of the secret: this text may end up in a log. */
    @Override
    public String toString() {
        return "FactorSecret";
    }
}
