package io.plumbline.access.factors;

import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the codes of an account that were refused in a row. They come after the right password, so whoever sends them
 * knows it: from ten on the owner is told, and after a hundred no code of an app is compared any more (NIST SP 800-63B-4,
 * 3.2.2).
 */
@Component
class RefusedCodeStore {
    /** The owner is told of this many. */
    static final int TOLD = 10;

    /** No code of an app is compared after this many. */
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    RefusedCodeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a code of an app as refused before it is compared, so that parallel guesses cannot pass the limit.
     *
     * @return false if no code is compared any more
     */
    boolean take(StaffId account) {
        return add(account, MOST) || isFirst(account);
    }

    /** Counts a wrong recovery code, which nobody can guess: they do not end. */
    void count(StaffId account) {
        if (!add(account, Integer.MAX_VALUE)) {
            isFirst(account);
        }
        noteTime(account);
    }

    /** Notes when a code was wrong, for what the owner is told. */
    void noteTime(StaffId account) {
        jdbc.sql("update second_factor_need set refused_at = ? where staff_id = ? and codes_refused >= " + TOLD)
                .params(clock.instant(), account)
                .update();
    }

    private boolean add(StaffId account, int most) {
        return jdbc.sql("""
                update second_factor_need set codes_refused = codes_refused + 1
                where staff_id = :account and codes_refused < :most""").param("account", account).param("most", most).update() == 1;
    }

    private boolean isFirst(StaffId account) {
        try {
            return jdbc.sql("""
                    insert into second_factor_need (staff_id, codes_refused)
                    select a.id, 1 from staff_account a where a.id = :account
                        and not exists (select 1 from second_factor_need n where n.staff_id = :account)""").param("account", account).update() == 1;
        } catch (DuplicateKeyException countedAtTheSameTime) {
            return add(account, MOST);
        }
    }

    /**
     * Starts over after a right second step.
     *
     * @param isCounted whether the right code was counted by {@link #take}
     */
    void startOver(StaffId account, boolean isCounted) {
        jdbc.sql("""
                update second_factor_need
                set told_refused = case when codes_refused >= :told then codes_refused - :own else told_refused end,
                    codes_refused = 0
                where staff_id = :account and codes_refused > 0""")
                .param("told", TOLD + (isCounted ? 1 : 0))
                .param("own", isCounted ? 1 : 0)
                .param("account", account)
                .update();
    }
}
