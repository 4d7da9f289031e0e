package io.plumbline.leads.requests;

import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the submissions of the public form unchanged, with their idempotency keys. */
@Repository
class SubmissionStore {
    /** An empty request, which can still be read. */
    private static final String ERASED = "{}";

    private static final int HASH_BYTES = 32;

    private static final String TO_ERASE = """
             from submission s left join consultation_lead l on l.id = s.lead_id
                left join lead_alias a on a.merged_lead_id = l.id left join consultation_lead k on k.id = a.kept_id
            where s.erased_at is null and s.received_at < ? and s.sorted_at is not null
                and (l.reference = s.reference or l.next_follow_up_at is null and k.next_follow_up_at is null)""";

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stored submission.
     *
     * @param body the request as JSON, in ASCII
     * @param refused whether it was answered with errors
     * @param completes the rejected submission that it completes; null if it completes none
     * @param lead the lead created from it; null while it waits for triage, and if the person cannot be reached
     */
    record Submission(
            UUID id,
            RequestChannel channel,
            String reference,
            String body,
            byte[] bodyHash,
            boolean fromBot,
            boolean refused,
            Instant receivedAt,
            @Nullable UUID completes,
            @Nullable UUID lead) {}

    /** An idempotency key and its submission; bound once the submission is accepted. */
    record Key(UUID submission, byte[] bodyHash, boolean bound) {
        boolean isOfBody(byte[] hash) {
            return Arrays.equals(bodyHash, hash);
        }
    }

    void add(Submission came) {
        jdbc.sql("""
                insert into submission (id, channel, reference, body, body_hash, from_bot, refused, received_at,
                    completes_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        came.id(),
                        came.channel().name(),
                        came.reference(),
                        came.body(),
                        came.bodyHash(),
                        came.fromBot(),
                        came.refused(),
                        came.receivedAt())
                .param(came.completes())
                .update();
    }

    /** Finds a key and locks it until the end of the transaction. */
    Optional<Key> lockKey(byte[] keyHash) {
        jdbc.sql("update submission_key set bound = bound where key_hash = ?")
                .param(keyHash)
                .update();
        return jdbc.sql("select submission_id, body_hash, bound from submission_key where key_hash = ?")
                .param(keyHash)
                .query(Key.class)
                .optional();
    }

    /**
     * Adds a key.
     *
     * @throws DuplicateKeyException if another request added the key in the meantime
     */
    void addKey(byte[] keyHash, Key key) {
        jdbc.sql("insert into submission_key (key_hash, submission_id, body_hash, bound) values (?, ?, ?, ?)")
                .params(keyHash, key.submission(), key.bodyHash(), key.bound())
                .update();
    }

    void changeKey(byte[] keyHash, Key key) {
        jdbc.sql("update submission_key set submission_id = ?, body_hash = ?, bound = ? where key_hash = ?")
                .params(key.submission(), key.bodyHash(), key.bound(), keyHash)
                .update();
    }

    Submission get(UUID id) {
        return jdbc.sql("select * from submission where id = ?")
                .param(id)
                .query(Submission.class)
                .single();
    }

    /** Returns the submissions with these references. */
    List<Submission> byReferences(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : jdbc.sql("select * from submission where reference in (:references)")
                        .param("references", references)
                        .query(Submission.class)
                        .list();
    }

    /** Locks a submission that waits for triage until the end of the transaction; false if it has been triaged. */
    boolean lockToSort(UUID id) {
        return jdbc.sql("update submission set refused = refused where id = ? and sorted_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    /** Records the result of the triage. */
    void sorted(UUID id, @Nullable UUID lead, Instant at) {
        jdbc.sql("update submission set lead_id = ?, sorted_at = ? where id = ?")
                .param(lead)
                .params(at, id)
                .update();
    }

    /** Returns the submissions received before an instant that still wait for triage, oldest first. */
    List<UUID> waitingSince(Instant before, int limit) {
        return jdbc.sql("""
                select id from submission where sorted_at is null and received_at < ?
                order by sorted_at, received_at, id limit ?""").params(before, limit).query(UUID.class).list();
    }

    /**
     * Returns the triaged submissions received before an instant, oldest first. A repeated request of an open lead, or of
     * one that is merged into it, is none of them: its words stand in the activity and nowhere else.
     */
    List<UUID> toErase(Instant before, int limit) {
        return jdbc.sql("select s.id" + TO_ERASE + " order by s.erased_at, s.received_at, s.id limit ?")
                .params(before, limit)
                .query(UUID.class)
                .list();
    }

    /** Counts all of them. */
    long countToErase(Instant before) {
        return jdbc.sql("select count(*)" + TO_ERASE)
                .params(before)
                .query(Long.class)
                .single();
    }

    /** Counts the submissions that are not erased. */
    long countKept() {
        return jdbc.sql("select count(*) from submission where erased_at is null")
                .query(Long.class)
                .single();
    }

    /** Returns the submissions of a lead that are not erased. */
    List<UUID> toErase(LeadId lead) {
        return jdbc.sql("select id from submission where lead_id = ? and erased_at is null order by id")
                .param(lead)
                .query(UUID.class)
                .list();
    }

    /**
     * Erases the content of a submission and the keys under which it came; that it came, when, and its lead stay.
     *
     * @return whether it was not erased before
     */
    boolean erase(UUID id, Instant at) {
        jdbc.sql("delete from submission_key where submission_id = ?").param(id).update();
        return jdbc.sql(
                                "update submission set body = ?, body_hash = ?, erased_at = ? where id = ? and erased_at is null")
                        .params(ERASED, new byte[HASH_BYTES], at, id)
                        .update()
                == 1;
    }

    /** Counts a request without consent; nothing else of it is stored. */
    void countWithoutConsent(LocalDate day) {
        if (countOn(day) == 0) {
            try {
                jdbc.sql("insert into refused_consent (on_day, submissions) values (?, 1)")
                        .param(day)
                        .update();
            } catch (DuplicateKeyException anotherWasFirst) {
                countOn(day);
            }
        }
    }

    private int countOn(LocalDate day) {
        return jdbc.sql("update refused_consent set submissions = submissions + 1 where on_day = ?")
                .param(day)
                .update();
    }
}
