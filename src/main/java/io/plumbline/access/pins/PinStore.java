package io.plumbline.access.pins;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the hashes of signing PINs, and how many wrong tries each has left on all nodes together. */
@Component
class PinStore {
    static final int TRIES = 5;

    private final JdbcClient jdbc;

    PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored PIN. */
    record Kept(String hash, Instant since, int wrongTries) {
        boolean isOff() {
            return wrongTries >= TRIES;
        }
    }

    Optional<Kept> find(StaffId account) {
        return jdbc.sql("select pin_hash as hash, set_at as since, wrong_tries from signing_pin where staff_id = ?")
                .param(account)
                .query(Kept.class)
                .optional();
    }

    /** Stores a PIN in place of an earlier one. */
    void save(StaffId account, String hash, Instant at) {
        remove(account);
        jdbc.sql("insert into signing_pin (staff_id, pin_hash, set_at) values (?, ?, ?)")
                .params(account, hash, at)
                .update();
    }

    /**
     * Takes one try before the PIN is looked at, so that concurrent guesses, also on other nodes, have no more than the
     * five together.
     *
     * @return whether one was left
     */
    boolean takeTry(StaffId account) {
        return jdbc.sql("update signing_pin set wrong_tries = wrong_tries + 1"
                                + " where staff_id = :account and wrong_tries < :most")
                        .param("account", account)
                        .param("most", TRIES)
                        .update()
                == 1;
    }

    /** Returns a try that was no wrong one: only wrong ones count. */
    void giveBack(StaffId account) {
        jdbc.sql("update signing_pin set wrong_tries = wrong_tries - 1 where staff_id = ? and wrong_tries > 0")
                .param(account)
                .update();
    }

    /** Stores that the last try was wrong; of several calls that find out at once, one succeeds. */
    boolean exhaust(StaffId account, Instant at) {
        return jdbc.sql("update signing_pin set off_at = :at, untold_since = :at"
                                + " where staff_id = :account and wrong_tries >= :most and off_at is null")
                        .param("at", at)
                        .param("account", account)
                        .param("most", TRIES)
                        .update()
                == 1;
    }

    /** Gives all tries back after the password; the owner is still to be told of the wrong ones. */
    void giveAllBack(StaffId account) {
        jdbc.sql("update signing_pin set wrong_tries = 0, off_at = null where staff_id = ? and wrong_tries > 0")
                .param(account)
                .update();
    }

    /** Returns since when the owner is to be told of wrong tries; empty if of none. */
    Optional<Instant> findUntold(StaffId account) {
        return jdbc.sql("select untold_since from signing_pin where staff_id = ? and untold_since is not null")
                .param(account)
                .query(Instant.class)
                .optional();
    }

    void told(StaffId account) {
        jdbc.sql("update signing_pin set untold_since = null where staff_id = ?")
                .param(account)
                .update();
    }

    /** Removes a PIN; returns whether there was one. */
    boolean remove(StaffId account) {
        return jdbc.sql("delete from signing_pin where staff_id = ?")
                        .param(account)
                        .update()
                == 1;
    }
}
