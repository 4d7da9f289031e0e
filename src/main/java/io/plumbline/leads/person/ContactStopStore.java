package io.plumbline.leads.person;

import io.plumbline.outbox.OutboxService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.KeyedHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores contact stops by a keyed hash of the phone number and e-mail address, so that a stop outlives the lead and
 * reveals nothing about the person.
 */
@Repository
public class ContactStopStore {
    private static final String PURPOSE = "contact stop";

    private final JdbcClient jdbc;
    private final KeyedHash hashes;
    private final OutboxService outbox;

    ContactStopStore(JdbcClient jdbc, KeyedHash hashes, OutboxService outbox) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.outbox = outbox;
    }

    private record Way(String kind, byte[] hash) {}

    /** Returns since when the person must not be contacted by one of these; empty if there is no contact stop. */
    public Optional<Instant> since(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return ways(phone, email).stream()
                .flatMap(way -> jdbc
                        .sql("select stopped_at from contact_stop where kind = ? and hash = ?")
                        .params(way.kind(), way.hash())
                        .query(Instant.class)
                        .list()
                        .stream())
                .min(Instant::compareTo);
    }

    /** Adds a contact stop for these and withdraws waiting e-mails; an earlier stop keeps its date. */
    public void stop(@Nullable PhoneNumber phone, @Nullable EmailAddress email, StaffId by, Instant at) {
        if (email != null) {
            outbox.withdraw(email, "They asked not to be contacted", at);
        }
        ways(phone, email).forEach(way -> jdbc.sql(
                        "insert ignore into contact_stop (kind, hash, stopped_at, stopped_by) values (?, ?, ?, ?)")
                .params(way.kind(), way.hash(), at, by)
                .update());
    }

    /** Undoes what {@link #stop} did for these at that time; a contact stop from another time remains. */
    public void undoStop(@Nullable PhoneNumber phone, @Nullable EmailAddress email, StaffId by, Instant stoppedAt) {
        if (email != null) {
            outbox.undoWithdrawal(email, stoppedAt);
        }
        ways(phone, email).forEach(way -> jdbc.sql(
                        "delete from contact_stop where kind = ? and hash = ? and stopped_by = ? and stopped_at = ?")
                .params(way.kind(), way.hash(), by, stoppedAt)
                .update());
    }

    /** Lifts the contact stop of a person who asks for contact again; false if there was none. */
    public boolean lift(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return ways(phone, email).stream()
                        .mapToInt(way -> jdbc.sql("delete from contact_stop where kind = ? and hash = ?")
                                .params(way.kind(), way.hash())
                                .update())
                        .sum()
                > 0;
    }

    private List<Way> ways(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var ways = new ArrayList<Way>();
        if (phone != null) {
            ways.add(new Way("PHONE", hashes.hash(PURPOSE, phone.digits())));
        }
        if (email != null) {
            ways.add(new Way("EMAIL", hashes.hash(PURPOSE, email.address().toLowerCase(Locale.ROOT))));
        }
        return ways;
    }
}
