package io.plumbline.shared.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of what some rows say, by which a save knows that they are stored already without reading them. */
public final class RowsDigest {
    /** The length of a digest, in characters. */
    public static final int LENGTH = 16;

    // neither is in a text that the portal stores
    private static final String BETWEEN_VALUES = "\u0001";
    private static final String BETWEEN_ROWS = "\u0002";

    private RowsDigest() {}

    /** Returns the values of one row as a text. */
    public static String row(Object... values) {
        var row = new StringBuilder();
        for (var value : values) {
            row.append(value).append(BETWEEN_VALUES);
        }
        return row.toString();
    }

    /** Returns the digest of rows in their order. */
    public static String of(Collection<String> rows) {
        try {
            var all = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(BETWEEN_ROWS, rows).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, LENGTH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
