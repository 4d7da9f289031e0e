package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.KeyedHash;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers for {@link #REMEMBERED} which words somebody gave as the reason of a clinical act for which patient, as a
 * keyed hash, so that a copy for another patient is refused.
 */
@Repository
public class ReasonUseStore {
    /** How long words are remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String PURPOSE = "clinical reason";

    private final JdbcClient jdbc;
    private final KeyedHash hashes;
    private final Clock clock;

    ReasonUseStore(JdbcClient jdbc, KeyedHash hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Refuses words that the current user gave for another patient, and else remembers them, in the transaction of the
     * act. Several rows of one act and one patient may have the same words.
     *
     * @param reason as {@link ReasonWords} took it
     * @throws Refused if it is a copy; the message is for the user
     */
    public void use(PatientId patient, String reason) {
        refuseCopy(patient, reason);
        remember(patient, reason);
    }

    /**
     * Refuses words that the current user gave for another patient. Records that were merged are one patient.
     *
     * @throws Refused if they did; the message is for the user
     */
    public void refuseCopy(PatientId patient, String reason) {
        var isCopy = jdbc.sql("""
                        select 1 from reason_use u left join patient_read_as r on r.patient_id = u.patient_id
                        where u.staff_id = :me and u.words_hash = :words and u.used_at > :since
                            and coalesce(r.read_as_id, u.patient_id) <> coalesce(
                                (select p.read_as_id from patient_read_as p where p.patient_id = :patient), :patient)
                        limit 1""")
                .param("me", me())
                .param("words", hash(reason))
                .param("since", clock.instant().minus(REMEMBERED))
                .param("patient", patient)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (isCopy) {
            throw new Refused("You gave the same reason for another patient. Write the reason for this one");
        }
    }

    /** Remembers the words for this patient, and forgets the current user's old ones. */
    public void remember(PatientId patient, String reason) {
        var now = clock.instant();
        jdbc.sql("delete from reason_use where staff_id = ? and used_at <= ?")
                .params(me(), now.minus(REMEMBERED))
                .update();
        jdbc.sql("insert ignore into reason_use (staff_id, words_hash, patient_id, used_at) values (?, ?, ?, ?)")
                .params(me(), hash(reason), patient, now)
                .update();
    }

    /** Forgets words of the current user for this patient, since the act was undone. */
    public void forget(PatientId patient, String reason) {
        jdbc.sql("delete from reason_use where staff_id = ? and words_hash = ? and patient_id = ?")
                .params(me(), hash(reason), patient)
                .update();
    }

    private static StaffId me() {
        return CurrentUser.current().staff();
    }

    private byte[] hash(String reason) {
        return hashes.hash(PURPOSE, ReasonWords.compared(reason));
    }
}
