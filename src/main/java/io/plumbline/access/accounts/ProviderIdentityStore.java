package io.plumbline.access.accounts;

import io.plumbline.shared.ids.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores who an account is at the provider of single sign-on. What the provider calls a person is kept as a hash: it is
 * compared byte by byte, whatever the collation of the database, and tells nothing.
 */
@Component
class ProviderIdentityStore {
    private final JdbcClient jdbc;

    ProviderIdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that an administrator expects by an e-mail address. */
    record Expected(StaffId account, String email, StaffId by) {}

    Optional<StaffId> findLinked(String issuer, String subject) {
        return jdbc.sql("select staff_id from staff_identity where subject_hash = ?")
                .param(hash(issuer, subject))
                .query(StaffId.class)
                .optional();
    }

    /** @param email in lower case */
    Optional<Expected> findExpected(String email) {
        return jdbc.sql("select staff_id as account_id, email, email_by as by_id from staff_identity where email = ?")
                .param(email)
                .query(Expected.class)
                .optional()
                // another may be equal by the collation
                .filter(found -> found.email().equals(email));
    }

    /** Returns whether an account is linked to a person of this provider. */
    boolean isLinked(StaffId account, String issuer) {
        return jdbc.sql("select issuer from staff_identity where staff_id = ? and subject_hash is not null")
                .param(account)
                .query(String.class)
                .optional()
                .filter(issuer::equals)
                .isPresent();
    }

    ProviderLink find(StaffId account) {
        return jdbc.sql("select email, linked_at from staff_identity where staff_id = ?")
                .param(account)
                .query(ProviderLink.class)
                .optional()
                .orElse(ProviderLink.NONE);
    }

    /** Links an account, in place of a link to another provider. */
    void link(StaffId account, String issuer, String subject, Instant at) {
        ensure(account);
        jdbc.sql("update staff_identity set issuer = ?, subject_hash = ?, linked_at = ? where staff_id = ?")
                .params(issuer, hash(issuer, subject), at, account)
                .update();
    }

    /**
     * Expects a person by an e-mail address; ends the link, so that the next sign-in by that address makes it.
     *
     * @param email in lower case; null for nobody
     */
    void expect(StaffId account, @Nullable String email, StaffId by) {
        ensure(account);
        jdbc.sql("""
                update staff_identity set email = :email, email_by = :by, issuer = null, subject_hash = null,
                    linked_at = null where staff_id = :account""")
                .param("email", email)
                .param("by", by)
                .param("account", account)
                .update();
    }

    private void ensure(StaffId account) {
        if (jdbc.sql("select 1 from staff_identity where staff_id = ?")
                .param(account)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            jdbc.sql("insert into staff_identity (staff_id) values (?)")
                    .param(account)
                    .update();
        }
    }

    private static byte[] hash(String issuer, String subject) {
        return DigestUtils.sha256((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
