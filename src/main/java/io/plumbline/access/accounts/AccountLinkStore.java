package io.plumbline.access.accounts;

import io.plumbline.shared.ids.StaffId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores one-time links: at most one for each subject, identified only by the hash of its token. */
@Component
class AccountLinkStore {
    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountLinkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a link is for.
     *
     * @param resetsFactor whether the person lost their device, so that using the link also removes two-step sign-in
     */
    record Used(UUID subject, StaffId madeBy, boolean resetsFactor) {}

    /** Creates a link that replaces an older one. Returns the token, which is not stored and cannot be read again. */
    String renew(UUID subject, StaffId by) {
        return renew(subject, by, false);
    }

    /** Creates a link as {@link #renew(UUID, StaffId)} does; it may also remove two-step sign-in once it is used. */
    String renew(UUID subject, StaffId by, boolean resetsFactor) {
        cancel(subject);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into account_link (subject_id, token_hash, expires_at, made_by, resets_factor)"
                        + " values (?, ?, ?, ?, ?)")
                .params(subject, hash(token), clock.instant().plus(LASTS), by, resetsFactor)
                .update();
        return token;
    }

    void cancel(UUID subject) {
        jdbc.sql("delete from account_link where subject_id = ?")
                .params(subject)
                .update();
    }

    /** Returns a link while it is valid. */
    Optional<Used> working(String token) {
        return jdbc.sql(
                        "select subject_id, made_by, resets_factor from account_link where token_hash = ? and expires_at > ?")
                .params(hash(token), clock.instant())
                .query(Used.class)
                .optional();
    }

    /**
     * What an administrator is shown of an account.
     *
     * @param until when its valid link expires, or null if there is none
     * @param hasFactor whether it has two-step sign-in
     */
    record Access(@Nullable Instant until, boolean hasFactor) {}

    /** Returns the valid link of an account, and whether it has two-step sign-in. Runs one SQL statement. */
    Access findAccess(UUID account) {
        return jdbc.sql("""
                select l.expires_at as until, f.staff_id is not null
                    or exists (select 1 from passkey p where p.staff_id = a.id) as has_factor
                from staff_account a
                left join account_link l on l.subject_id = a.id and l.expires_at > ?
                left join second_factor f on f.staff_id = a.id
                where a.id = ?""")
                .params(clock.instant(), account)
                .query(Access.class)
                .optional()
                .orElse(new Access(null, false));
    }

    /**
     * Uses up a link; of two concurrent calls, one succeeds.
     *
     * @throws LinkOver if the link is not valid
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
        return DigestUtils.sha256Hex(token);
    }
}
