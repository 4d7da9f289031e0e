package io.plumbline.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The number and the hash of the newest chained row. Noted outside the database, it later proves that the rows up to it
 * are unchanged.
 *
 * @param chain in hexadecimal digits
 */
public record AuditHead(long seq, String chain) {
    static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

    /**
     * Parses a noted head such as {@code 1042:9f86…}.
     *
     * @throws IllegalArgumentException if the text is not a head
     */
    public static AuditHead parse(String noted) {
        if (!noted.strip().matches("[0-9]{1,18}:[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "A noted head is a number, a colon and 64 hexadecimal digits, as verify printed it");
        }
        var parts = noted.strip().split(":");
        return new AuditHead(Long.parseLong(parts[0]), parts[1].toLowerCase(Locale.ROOT));
    }

    static AuditHead of(long seq, byte[] chain) {
        return new AuditHead(seq, HexFormat.of().formatHex(chain));
    }

    byte[] chainBytes() {
        return HexFormat.of().parseHex(chain);
    }

    /** Returns the head after one more row with this code. */
    AuditHead then(byte[] mac, AuditKey key) {
        var next = seq + 1;
        return of(next, key.codeOf(AuditKey.framed(AuditKey.ascii("chain"), chainBytes(), AuditKey.number(next), mac)));
    }

    /** Computes the authentication code of the head itself. */
    byte[] code(AuditKey key) {
        return key.codeOf(AuditKey.framed(AuditKey.ascii("head"), AuditKey.number(seq), chainBytes()));
    }

    boolean isAt(long otherSeq, byte @Nullable [] otherChain) {
        return seq == otherSeq && otherChain != null && Arrays.equals(chainBytes(), otherChain);
    }

    @Override
    public String toString() {
        return seq + ":" + chain;
    }
}
