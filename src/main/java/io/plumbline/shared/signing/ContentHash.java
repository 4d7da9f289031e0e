package io.plumbline.shared.signing;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of a value by which it is recognized: SHA-256 over canonical JSON with sorted keys, without whitespace, in
 * UTF-8. Nothing is signed by it, since the JSON follows the classes; see {@link SignedText}.
 */
public final class ContentHash {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ContentHash() {}

    /** Returns the text that is hashed. */
    public static String canonicalJson(Object content) {
        return CANONICAL.writeValueAsString(content);
    }

    /** Returns the hash as 64 hexadecimal digits. */
    public static String of(Object content) {
        return DigestUtils.sha256Hex(canonicalJson(content));
    }
}
