package io.plumbline.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many administrators can sign in, in one row: of two who switch each other off at once, one is refused. */
@Component
class Administrators {
    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean areNone() {
        return jdbc.sql("select in_all from active_administrators where id = 1")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /**
     * Counts an account that became an active administrator, or is one no more.
     *
     * @throws IllegalStateException if none would be left
     */
    void count(boolean before, boolean after) {
        if (before && !after) {
            var left = jdbc.sql("update active_administrators set in_all = in_all - 1 where id = 1 and in_all > 1")
                    .update();
            if (left == 0) {
                throw new IllegalStateException(
                        "This is the last administrator who can sign in: make another one first");
            }
        } else if (after && !before) {
            jdbc.sql("update active_administrators set in_all = in_all + 1 where id = 1")
                    .update();
        }
    }

    /**
     * Counts the first one; of two at once, one.
     *
     * @throws LinkOver if there is one already
     */
    void countFirst() {
        var first = jdbc.sql("update active_administrators set in_all = 1 where id = 1 and in_all = 0")
                .update();
        if (first == 0) {
            throw new LinkOver();
        }
    }
}
