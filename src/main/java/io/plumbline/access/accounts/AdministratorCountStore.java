package io.plumbline.access.accounts;

import io.plumbline.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the administrators who can sign in, in one row: if two administrators deactivate each other at once, one of
 * them is refused.
 */
@Component
class AdministratorCountStore {
    private final JdbcClient jdbc;

    AdministratorCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean areNone() {
        return jdbc.sql("select in_all from active_administrators where id = 1")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /**
     * Updates the count when an account becomes or ceases to be an active administrator.
     *
     * @throws Refused if no administrator would be left
     */
    void count(boolean before, boolean after) {
        if (before && !after) {
            var left = jdbc.sql("update active_administrators set in_all = in_all - 1 where id = 1 and in_all > 1")
                    .update();
            if (left == 0) {
                throw new Refused("This is the last administrator who can sign in. Add another administrator first");
            }
        } else if (after && !before) {
            jdbc.sql("update active_administrators set in_all = in_all + 1 where id = 1")
                    .update();
        }
    }

    /**
     * Counts the first administrator; of two concurrent calls, one succeeds.
     *
     * @throws LinkOver if there is an administrator already
     */
    void countFirst() {
        var first = jdbc.sql("update active_administrators set in_all = 1 where id = 1 and in_all = 0")
                .update();
        if (first == 0) {
            throw new LinkOver();
        }
    }
}
