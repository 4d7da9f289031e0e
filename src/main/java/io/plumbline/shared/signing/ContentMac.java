package io.plumbline.shared.signing;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes the keyed hash of signed content: an HMAC over the canonical JSON of {@link ContentHash}, under the key of
 * the audit trail. Without the key, nobody who changes a signed record in the database can compute a matching hash.
 * Records signed before the keyed hash was introduced have a plain SHA-256 without the prefix of the keyed hash; they
 * are still checked against it and against their row of the audit trail.
 */
@Component
public class ContentMac {
    private static final String KEYED = "HMAC ";
    private static final String PURPOSE = "signed record";

    private final KeyedHash hashes;

    public ContentMac(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** Returns the keyed hash of the content: <em>HMAC</em> and 64 hexadecimal digits. */
    public String computeMac(Object content) {
        return KEYED + HexFormat.of().formatHex(hashes.hash(PURPOSE, ContentHash.canonicalJson(content)));
    }

    /** Returns whether a hash, keyed or plain, is that of the content. */
    public boolean fits(Object content, @Nullable String code) {
        return code != null && code.equals(code.startsWith(KEYED) ? computeMac(content) : ContentHash.of(content));
    }

    /** Returns the hash with the name of its method, as in the audit row of the signature. */
    public static String named(String code) {
        return code.startsWith(KEYED) ? code : "SHA-256 " + code;
    }
}
