package io.plumbline.access;

import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links: one for a subject at most, known by the hash of its token alone. */
@Component
class AccountLinks {
    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A link that was used up. */
    record Used(UUID subject, StaffId madeBy) {}

    /** Makes a link in the place of an older one; its token is told here and never again. */
    String renew(UUID subject, StaffId by) {
        cancel(subject);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into account_link (subject_id, token_hash, expires_at, made_by) values (?, ?, ?, ?)")
                .params(Ids.bytes(subject), hash(token), Utc.of(clock.instant().plus(LASTS)), Ids.bytes(by.value()))
                .update();
        return token;
    }

    void cancel(UUID subject) {
        jdbc.sql("delete from account_link where subject_id = ?")
                .params(Ids.bytes(subject))
                .update();
    }

    /** Whose link it is, as long as it works. */
    Optional<UUID> subjectOf(String token) {
        return working(token).map(Used::subject);
    }

    private Optional<Used> working(String token) {
        return jdbc.sql("select subject_id, made_by from account_link where token_hash = ? and expires_at > ?")
                .params(hash(token), Utc.of(clock.instant()))
                .query((row, n) ->
                        new Used(Ids.uuid(row.getBytes("subject_id")), new StaffId(Ids.uuid(row.getBytes("made_by")))))
                .optional();
    }

    /** Until when a subject has a link that works. */
    Optional<Instant> openUntil(UUID subject) {
        return jdbc.sql("select expires_at from account_link where subject_id = ? and expires_at > ?")
                .params(Ids.bytes(subject), Utc.of(clock.instant()))
                .query((row, n) -> Utc.in(row, "expires_at"))
                .optional();
    }

    /**
     * Uses a link up; of two at once, one.
     *
     * @throws LinkOver if it does not work
     */
    Used use(String token) {
        var link = working(token).orElseThrow(LinkOver::new);
        var used = jdbc.sql("delete from account_link where token_hash = ?")
                .params(hash(token))
                .update();
        if (used == 0) {
            throw new LinkOver();
        }
        return link;
    }

    private static String hash(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
