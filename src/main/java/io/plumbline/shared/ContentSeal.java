package io.plumbline.shared;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the code of what is signed: an HMAC over {@link ContentHash}'s canonical JSON, under the key of the audit trail.
 * Who rewrites a signed record in the store cannot make its code anew. Records that were signed before this have a plain
 * SHA-256, without the word that stands before the keyed code; they are still compared with it, and with their row of the
 * trail.
 */
@Component
public class ContentSeal {
    private static final String KEYED = "HMAC ";
    private static final String PURPOSE = "signed record";

    private final KeyedHash hashes;

    public ContentSeal(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** The code of a content: <em>HMAC</em> and 64 hexadecimal digits. */
    public String of(Object content) {
        return KEYED + HexFormat.of().formatHex(hashes.of(PURPOSE, ContentHash.canonicalJson(content)));
    }

    /** Whether a content is the one that a code was made of, in whichever way the code was made. */
    public boolean fits(Object content, @Nullable String code) {
        return code != null && code.equals(code.startsWith(KEYED) ? of(content) : ContentHash.of(content));
    }

    /** The code with the name of its method, as the audit row of the signature has it. */
    public static String named(String code) {
        return code.startsWith(KEYED) ? code : "SHA-256 " + code;
    }
}
