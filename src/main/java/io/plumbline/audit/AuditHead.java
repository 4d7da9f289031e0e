package io.plumbline.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the trail is sealed, and the chain there. Noted outside the store, it shows later whether the rows up to it
 * are still the same.
 *
 * @param chain in hexadecimal digits
 */
public record AuditHead(long seq, String chain) {
    static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

    /**
     * Reads a head that somebody noted, such as {@code 1042:9f86…}.
     *
     * @throws IllegalArgumentException if it is none
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

    /** The head after one more row, whose code this is. */
    AuditHead then(byte[] mac, AuditKey key) {
        var next = seq + 1;
        return of(next, key.codeOf(AuditKey.framed(AuditKey.ascii("chain"), chainBytes(), AuditKey.number(next), mac)));
    }

    /** The code that keeps the head itself. */
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
