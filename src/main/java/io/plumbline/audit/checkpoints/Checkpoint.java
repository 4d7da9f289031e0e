package io.plumbline.audit.checkpoints;

import io.plumbline.audit.AuditHead;
import io.plumbline.shared.signing.KeyedHash;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A head of the trail at an instant, signed with the key of the trail: who has the folder and not the key can neither
 * make nor change one.
 */
record Checkpoint(AuditHead head, Instant at) {
    private static final String FIRST_LINE = "Plumbline audit checkpoint 1";
    private static final String AT = "at ";
    private static final String HEAD = "head ";
    private static final String SIGNATURE = "signature ";
    private static final int LINES = 4;

    Checkpoint {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the name of its file; names sort by time. */
    String fileName() {
        return beginOfName(at) + "-" + head.seq() + ".txt";
    }

    /** Returns how the names of the files begin that were written at an instant. */
    static String beginOfName(Instant at) {
        return "checkpoint-" + at.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
    }

    /** Returns the content of its file. */
    String text(KeyedHash key) {
        return content() + SIGNATURE + HexFormat.of().formatHex(signature(key)) + "\n";
    }

    /** Reads the content of a file; empty if the portal did not write it so. */
    static Optional<Checkpoint> parse(String text, KeyedHash key) {
        var lines = text.lines().toList();
        if (lines.size() != LINES || !startsAsWritten(lines)) {
            return Optional.empty();
        }
        try {
            var found = new Checkpoint(
                    AuditHead.parse(lines.get(2).substring(HEAD.length())),
                    Instant.parse(lines.get(1).substring(AT.length())));
            var signature = HexFormat.of().parseHex(lines.get(3).substring(SIGNATURE.length()));
            return MessageDigest.isEqual(found.signature(key), signature) ? Optional.of(found) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException notWrittenByThePortal) {
            return Optional.empty();
        }
    }

    private static boolean startsAsWritten(List<String> lines) {
        return lines.get(0).equals(FIRST_LINE)
                && lines.get(1).startsWith(AT)
                && lines.get(2).startsWith(HEAD)
                && lines.get(3).startsWith(SIGNATURE);
    }

    private String content() {
        return FIRST_LINE + "\n" + AT + at + "\n" + HEAD + head + "\n";
    }

    private byte[] signature(KeyedHash key) {
        return key.hash("audit checkpoint", content());
    }
}
