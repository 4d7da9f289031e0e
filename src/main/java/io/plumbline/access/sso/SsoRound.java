package io.plumbline.access.sso;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to the provider and back, as the browser keeps it in an encrypted cookie.
 *
 * @param state is repeated by the provider in the address
 * @param nonce is repeated by the provider in the token
 * @param verifier whose hash the provider was sent (PKCE)
 * @param startedAt when it began
 * @param purpose what it is for
 * @param staff who is signed in, or null if nobody is
 */
record SsoRound(
        String state,
        String nonce,
        String verifier,
        Instant startedAt,
        Purpose purpose,
        @Nullable UUID staff) {
    private static final int PARTS = 6;

    /** What somebody goes to the provider for. */
    enum Purpose {
        SIGN_IN,
        PROVE,
        CONNECT
    }

    String written() {
        return String.join(
                " ",
                state,
                nonce,
                verifier,
                String.valueOf(startedAt.toEpochMilli()),
                purpose.name(),
                staff == null ? "-" : staff.toString());
    }

    static Optional<SsoRound> read(String written) {
        var parts = written.split(" ", -1);
        return parts.length == PARTS
                ? Optional.of(new SsoRound(
                        parts[0],
                        parts[1],
                        parts[2],
                        Instant.ofEpochMilli(Long.parseLong(parts[3])),
                        Purpose.valueOf(parts[4]),
                        parts[5].equals("-") ? null : UUID.fromString(parts[5])))
                : Optional.empty();
    }
}
