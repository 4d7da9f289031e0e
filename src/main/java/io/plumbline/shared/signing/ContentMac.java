package io.plumbline.shared.signing;

import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes the keyed hash of signed content: an HMAC over its {@link SignedText}, under the key of the audit trail.
 * Without the key, nobody who changes a signed record in the database can compute a matching hash. Records signed before
 * the keyed hash was introduced have a plain SHA-256 without the prefix of the keyed hash; they are still checked against
 * it and against their row of the audit trail.
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
    public String computeMac(SignedText content) {
        return computeMac(content.json());
    }

    private String computeMac(String text) {
        return KEYED + HexFormat.of().formatHex(hashes.hash(PURPOSE, text));
    }

    /** Returns whether a hash, keyed or plain, is that of one of the texts. */
    public boolean fits(List<SignedText> texts, @Nullable String code) {
        return texts.stream().anyMatch(text -> fits(text.json(), code));
    }

    /** Returns whether a hash, keyed or plain, is that of a text that was stored as it was signed. */
    public boolean fits(String text, @Nullable String code) {
        return code != null && code.equals(code.startsWith(KEYED) ? computeMac(text) : DigestUtils.sha256Hex(text));
    }

    /** Returns the hash with the name of its method, as in the audit row of the signature. */
    public static String named(String code) {
        return code.startsWith(KEYED) ? code : "SHA-256 " + code;
    }
}
