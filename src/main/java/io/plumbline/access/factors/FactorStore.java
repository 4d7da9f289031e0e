package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores secrets, encrypted, and the hashes of recovery codes. */
@Component
class FactorStore {
    private final JdbcClient jdbc;
    private final FactorCipher cipher;
    private final RecoveryCodes codes;
    private final Clock clock;

    FactorStore(JdbcClient jdbc, FactorCipher cipher, RecoveryCodes codes, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The factors of an account.
     *
     * @param appSince when an authenticator app was set up, or null if there is none
     * @param passkeys how many passkeys there are
     * @param codesLeft how many recovery codes were not used yet
     */
    record Held(@Nullable Instant appSince, int passkeys, int codesLeft) {
        boolean isOn() {
            return appSince != null || passkeys > 0;
        }
    }

    /**
     * What is asked at sign-in.
     *
     * @param isConfirmed whether the account has a second factor: an app or a passkey
     * @param neededSince when the account first signed in with a role that requires one, or null
     * @param resetAt when its second factor was removed by a one-time link, or null
     * @param refused how many codes in a row were refused, last or before a right one; 0 if fewer than the owner is told of
     * @param refusedAt when the last of them was, or null
     */
    record AtSignIn(
            boolean isConfirmed,
            @Nullable Instant neededSince,
            @Nullable Instant resetAt,
            int refused,
            @Nullable Instant refusedAt) {}

    /** Runs one SQL statement by key. */
    AtSignIn findAtSignIn(StaffId account) {
        return jdbc.sql("""
                select n.needed_since, n.reset_at, n.refused_at,
                    coalesce(case when n.codes_refused >= :told then n.codes_refused else n.told_refused end, 0)
                        as refused,
                    f.confirmed_at is not null
                        or exists (select 1 from passkey p where p.staff_id = a.id) as is_confirmed
                from staff_account a
                left join second_factor f on f.staff_id = a.id
                left join second_factor_need n on n.staff_id = a.id
                where a.id = :account""")
                .param("told", RefusedCodeStore.TOLD)
                .param("account", account)
                .query(AtSignIn.class)
                .optional()
                .orElse(new AtSignIn(false, null, null, 0, null));
    }

    /** Runs one SQL statement by key. */
    Held find(StaffId account) {
        return jdbc.sql("""
                select f.confirmed_at as app_since,
                    (select count(*) from passkey p where p.staff_id = a.id) as passkeys,
                    (select count(*) from recovery_code c
                        where c.staff_id = a.id and c.used_at is null) as codes_left
                from staff_account a left join second_factor f on f.staff_id = a.id
                where a.id = ?""").param(account).query(Held.class).optional().orElse(new Held(null, 0, 0));
    }

    Optional<FactorSecret> findSecret(StaffId account) {
        return jdbc.sql("select secret from second_factor where staff_id = ?")
                .param(account)
                .query((row, n) -> cipher.decrypt(account, row.getBytes("secret")))
                .optional();
    }

    /** Uses up a period and all before it; of two concurrent calls with one code, one succeeds. */
    boolean use(StaffId account, long step) {
        return jdbc.sql("update second_factor set last_step = :step where staff_id = :account and last_step < :step")
                        .param("step", step)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Stores an app in place of an earlier one. */
    void replace(StaffId account, FactorSecret secret, long step) {
        remove(account);
        add(account, secret, step);
    }

    /**
     * Stores the factor of an account that has none.
     *
     * @throws DuplicateKeyException if it has one by now
     */
    void add(StaffId account, FactorSecret secret, long step) {
        jdbc.sql("insert into second_factor (staff_id, secret, last_step, confirmed_at) values (?, ?, ?, ?)")
                .params(account, cipher.encrypt(account, secret), step, clock.instant())
                .update();
    }

    /** Makes ten recovery codes in place of the earlier ones. They cannot be read again. */
    List<String> renewCodes(StaffId account) {
        removeCodes(account);
        var made = codes.next();
        made.forEach(code -> jdbc.sql("insert into recovery_code (staff_id, code_hash) values (?, ?)")
                .params(account, codes.hash(account, code))
                .update());
        return made;
    }

    /** Uses up a recovery code; of two concurrent calls, one succeeds. */
    boolean useRecoveryCode(StaffId account, String typed) {
        return jdbc.sql("update recovery_code set used_at = ? where staff_id = ? and code_hash = ? and used_at is null")
                        .params(clock.instant(), account, codes.hash(account, typed))
                        .update()
                == 1;
    }

    /** Removes the app; returns whether there was one. */
    boolean remove(StaffId account) {
        return jdbc.sql("delete from second_factor where staff_id = ?")
                        .param(account)
                        .update()
                == 1;
    }

    void removeCodes(StaffId account) {
        jdbc.sql("delete from recovery_code where staff_id = ?").param(account).update();
    }

    /** Stores when an account first needed a factor; null if it needs none any more. */
    void saveNeed(StaffId account, @Nullable Instant since) {
        if (updateNeed(account, "needed_since", since) == 0) {
            insertNeed(account, since, null);
        }
    }

    /** Stores that the factor was removed by a one-time link; the time to set up another starts over. */
    void saveReset(StaffId account, Instant at) {
        updateNeed(account, "needed_since", null);
        updateNeed(account, "codes_refused", 0);
        if (updateNeed(account, "reset_at", at) == 0) {
            insertNeed(account, null, at);
        }
    }

    private int updateNeed(StaffId account, String column, @Nullable Object value) {
        return jdbc.sql("update second_factor_need set " + column + " = :value where staff_id = :account")
                .param("value", value)
                .param("account", account)
                .update();
    }

    private void insertNeed(StaffId account, @Nullable Object needed, @Nullable Object reset) {
        jdbc.sql("insert into second_factor_need (staff_id, needed_since, reset_at) values (:account, :needed, :reset)")
                .param("account", account)
                .param("needed", needed)
                .param("reset", reset)
                .update();
    }
}
