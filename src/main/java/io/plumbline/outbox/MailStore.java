package io.plumbline.outbox;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the mails of the outbox. */
@Repository
class MailStore {
    /** The clinic id of mails that belong to the whole group. */
    static final ClinicId GROUP = new ClinicId(new UUID(0, 0));

    private static final int LONGEST_REASON = 200;
    private static final int MOST_OF_ONE = 50;

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail with the data needed to send it. */
    record Stored(MailId id, UUID about, String template, String to, String subject, String body, int attempts) {}

    void add(MailId id, OutgoingMail mail, MailState state, StaffId by, Instant at) {
        jdbc.sql("""
            insert into outbox_mail (id, about, clinic_id, template, recipient, subject, body, state, attempts,
                next_try_at, reason, written_at, written_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', ?, ?)\
            """)
                .params(
                        Ids.bytes(id.value()),
                        Ids.bytes(mail.about()),
                        Ids.bytes((mail.clinic() == null ? GROUP : mail.clinic()).value()),
                        mail.template(),
                        mail.to().address(),
                        mail.subject(),
                        mail.body(),
                        state.name(),
                        Utc.of(at),
                        Utc.of(at),
                        Ids.bytes(by.value()))
                .update();
    }

    /** Returns the mails about a record, newest first. */
    List<MailDetails> about(UUID record, Collection<ClinicId> clinics) {
        return clinics.isEmpty() ? List.of() : about(record, clinics, MOST_OF_ONE);
    }

    /** Returns the newest mail of the group about a record. */
    Optional<MailDetails> newestOfGroup(UUID record) {
        return about(record, List.of(GROUP), 1).stream().findFirst();
    }

    private List<MailDetails> about(UUID record, Collection<ClinicId> clinics, int most) {
        return jdbc.sql("""
            select m.*, coalesce(s.display_name, 'Plumbline') as writer
            from outbox_mail m left join staff_account s on s.id = m.written_by
            where m.about = :about and m.clinic_id in (:clinics)
            order by m.about, m.written_at desc, m.id desc limit :most\
            """)
                .param("about", Ids.bytes(record))
                .param("clinics", Ids.bytes(clinics, ClinicId::value))
                .param("most", most)
                .query((row, n) -> details(row))
                .list();
    }

    Optional<Stored> find(MailId id, Collection<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select * from outbox_mail where id = :id and clinic_id in (:clinics)")
                .param("id", Ids.bytes(id.value()))
                .param("clinics", Ids.bytes(clinics, ClinicId::value))
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Returns the mails to be sent now, longest due first. */
    List<Stored> due(Instant now, int limit) {
        return jdbc.sql("""
            select * from outbox_mail where state = 'WAITING' and next_try_at <= ?
            order by state, next_try_at, id limit ?\
            """)
                .params(Utc.of(now), limit)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Leases a due mail for a while; returns false if another node has it. */
    boolean lease(MailId id, Instant now, Instant until) {
        return jdbc.sql("update outbox_mail set next_try_at = ?, attempts = attempts + 1"
                                + " where id = ? and state = 'WAITING' and next_try_at <= ?")
                        .params(Utc.of(until), Ids.bytes(id.value()), Utc.of(now))
                        .update()
                == 1;
    }

    /** Marks a waiting mail as sent; returns false if it is no longer waiting. */
    boolean sent(MailId id, Instant at) {
        return jdbc.sql("""
            update outbox_mail set state = 'SENT', reason = '', sent_at = ?,
                body = case when template in (?, ?) then ? else body end
            where id = ?\
            """)
                        .params(
                                Utc.of(at),
                                OutgoingMail.ONE_TIME_LINK,
                                OutgoingMail.ONE_TIME_CODE,
                                OutgoingMail.NOT_KEPT,
                                Ids.bytes(id.value()))
                        .update()
                == 1;
    }

    void tryAgain(MailId id, String reason, Instant at) {
        jdbc.sql("update outbox_mail set reason = ?, next_try_at = ? where id = ? and state = 'WAITING'")
                .params(cut(reason), Utc.of(at), Ids.bytes(id.value()))
                .update();
    }

    boolean markFailed(MailId id, String reason) {
        return jdbc.sql("update outbox_mail set state = 'FAILED', reason = ? where id = ? and state = 'WAITING'")
                        .params(cut(reason), Ids.bytes(id.value()))
                        .update()
                == 1;
    }

    boolean withdraw(MailId id, String reason, Instant at) {
        return markFailed(id, reason)
                && jdbc.sql("update outbox_mail set withdrawn_at = ? where id = ?")
                                .params(Utc.of(at), Ids.bytes(id.value()))
                                .update()
                        == 1;
    }

    /** Returns the mails to an address that were withdrawn at a time and not queued again since. */
    List<Stored> withdrawnFor(EmailAddress to, Instant at) {
        return jdbc.sql("""
            select * from outbox_mail
            where state = 'FAILED' and lower(recipient) = lower(?) and withdrawn_at = ?\
            """)
                .params(to.address(), Utc.of(at))
                .query((row, n) -> stored(row))
                .list();
    }

    /** Makes a withdrawn mail wait again, with its attempts and its next try. */
    void undoWithdrawal(MailId id) {
        jdbc.sql("update outbox_mail set state = 'WAITING', reason = '', withdrawn_at = null where id = ?")
                .param(Ids.bytes(id.value()))
                .update();
    }

    /** Returns the mails about a record that were not sent and still have the text of a one-time link. */
    List<Stored> withLink(UUID record) {
        return jdbc.sql("""
            select * from outbox_mail
            where about = ? and template in (?, ?) and state in ('FAILED', 'KEPT') and body <> ?\
            """)
                .params(
                        Ids.bytes(record),
                        OutgoingMail.ONE_TIME_LINK,
                        OutgoingMail.ONE_TIME_CODE,
                        OutgoingMail.NOT_KEPT)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Deletes the text of a mail with a one-time link, which is then queued by nothing again. */
    boolean deleteLink(MailId id) {
        return jdbc.sql("update outbox_mail set body = ?, withdrawn_at = null"
                                + " where id = ? and state in ('FAILED', 'KEPT') and body <> ?")
                        .params(OutgoingMail.NOT_KEPT, Ids.bytes(id.value()), OutgoingMail.NOT_KEPT)
                        .update()
                == 1;
    }

    /**
     * Queues a mail again that was not sent; returns false if it is waiting or was sent, if its one-time link no longer
     * works, or if it was erased.
     */
    boolean retry(MailId id, MailState state, Instant at) {
        return jdbc.sql("update outbox_mail set state = ?, reason = '', attempts = 0, next_try_at = ?"
                                + " where id = ? and state in ('FAILED', 'KEPT') and body <> ? and recipient <> ''")
                        .params(state.name(), Utc.of(at), Ids.bytes(id.value()), OutgoingMail.NOT_KEPT)
                        .update()
                == 1;
    }

    /** Erases to whom mails about a record went and what they said, also why they were not sent; none waits anymore. */
    void erase(UUID record) {
        jdbc.sql("update outbox_mail set recipient = '', subject = '', body = '', reason = '', withdrawn_at = null"
                        + " where about = ? and state <> 'WAITING'")
                .param(Ids.bytes(record))
                .update();
    }

    /** Returns the mails waiting to be sent to an address. */
    List<Stored> waitingFor(EmailAddress to) {
        return jdbc.sql("select * from outbox_mail where state = 'WAITING' and lower(recipient) = lower(?)")
                .param(to.address())
                .query((row, n) -> stored(row))
                .list();
    }

    /** Returns the mails about some leads that wait to be sent. */
    List<Stored> waitingAbout(Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from outbox_mail where about in (:leads) and state = 'WAITING'")
                .param("leads", Ids.bytes(leads, LeadId::value))
                .query((row, n) -> stored(row))
                .list();
    }

    /** Returns the mails about a record that wait to be sent. */
    List<Stored> waitingAbout(UUID record) {
        return jdbc.sql("select * from outbox_mail where about = ? and state = 'WAITING'")
                .param(Ids.bytes(record))
                .query((row, n) -> stored(row))
                .list();
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new MailId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("about")),
                row.getString("template"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"));
    }

    private static MailDetails details(ResultSet row) throws SQLException {
        return new MailDetails(
                new MailId(Ids.uuid(row.getBytes("id"))),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                MailState.valueOf(row.getString("state")),
                Utc.in(row, "written_at"),
                row.getString("writer"),
                sentAt(row),
                row.getString("reason"));
    }

    private static @Nullable Instant sentAt(ResultSet row) throws SQLException {
        return row.getObject("sent_at") == null ? null : Utc.in(row, "sent_at");
    }
}
