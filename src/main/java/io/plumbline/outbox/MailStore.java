package io.plumbline.outbox;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the mails of the outbox. */
@Repository
class MailStore {
    /** The clinic id of mails that belong to the whole group. */
    static final ClinicId GROUP = new ClinicId(new UUID(0, 0));

    private static final int LONGEST_REASON = 200;
    private static final int MOST_OF_ONE = 50;

    private static final String STORED = "select m.*, recipient as `to` from outbox_mail m where ";

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
                        id,
                        mail.about(),
                        (mail.clinic() == null ? GROUP : mail.clinic()).value(),
                        mail.template(),
                        mail.to().address(),
                        mail.subject(),
                        mail.body(),
                        state.name(),
                        at,
                        at,
                        by)
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
            select m.id, m.recipient as `to`, m.subject, m.body, m.state, m.written_at, m.sent_at, m.reason,
                    coalesce(s.display_name, 'Plumbline') as written_by
            from outbox_mail m left join staff_account s on s.id = m.written_by
            where m.about = :about and m.clinic_id in (:clinics)
            order by m.about, m.written_at desc, m.id desc limit :most\
            """)
                .param("about", record)
                .param("clinics", clinics)
                .param("most", most)
                .query(MailDetails.class)
                .list();
    }

    Optional<Stored> find(MailId id, Collection<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(STORED + "id = :id and clinic_id in (:clinics)")
                .param("id", id)
                .param("clinics", clinics)
                .query(Stored.class)
                .optional();
    }

    /** Returns the mails to be sent now, longest due first. */
    List<Stored> due(Instant now, int limit) {
        return where("state = 'WAITING' and next_try_at <= ? order by state, next_try_at, id limit ?", now, limit);
    }

    /** Leases a due mail for a while; returns false if another node has it. */
    boolean lease(MailId id, Instant now, Instant until) {
        return change(
                "next_try_at = ?, attempts = attempts + 1 where id = ? and state = 'WAITING' and next_try_at <= ?",
                until,
                id,
                now);
    }

    /** Marks a waiting mail as sent; returns false if it is no longer waiting. */
    boolean sent(MailId id, Instant at) {
        return change(
                "state = 'SENT', reason = '', sent_at = ?, body = case when template in (?, ?) then ? else body end"
                        + " where id = ?",
                at,
                OutgoingMail.ONE_TIME_LINK,
                OutgoingMail.ONE_TIME_CODE,
                OutgoingMail.NOT_KEPT,
                id);
    }

    void tryAgain(MailId id, String reason, Instant at) {
        change("reason = ?, next_try_at = ? where id = ? and state = 'WAITING'", cut(reason), at, id);
    }

    boolean markFailed(MailId id, String reason) {
        return change("state = 'FAILED', reason = ? where id = ? and state = 'WAITING'", cut(reason), id);
    }

    boolean withdraw(MailId id, String reason, Instant at) {
        return markFailed(id, reason) && change("withdrawn_at = ? where id = ?", at, id);
    }

    /** Returns the mails to an address that were withdrawn at a time and not queued again since. */
    List<Stored> withdrawnFor(EmailAddress to, Instant at) {
        return where("state = 'FAILED' and lower(recipient) = lower(?) and withdrawn_at = ?", to.address(), at);
    }

    /** Makes a withdrawn mail wait again, with its attempts and its next try. */
    void undoWithdrawal(MailId id) {
        change("state = 'WAITING', reason = '', withdrawn_at = null where id = ?", id);
    }

    /** Returns the mails about a record that were not sent and still have the text of a one-time link. */
    List<Stored> withLink(UUID record) {
        return where(
                "about = ? and template in (?, ?) and state in ('FAILED', 'KEPT') and body <> ?",
                record,
                OutgoingMail.ONE_TIME_LINK,
                OutgoingMail.ONE_TIME_CODE,
                OutgoingMail.NOT_KEPT);
    }

    /** Deletes the text of a mail with a one-time link, which is then queued by nothing again. */
    boolean deleteLink(MailId id) {
        return change(
                "body = ?, withdrawn_at = null where id = ? and state in ('FAILED', 'KEPT') and body <> ?",
                OutgoingMail.NOT_KEPT,
                id,
                OutgoingMail.NOT_KEPT);
    }

    /**
     * Queues a mail again that was not sent; returns false if it is waiting or was sent, if its one-time link no longer
     * works, or if it was erased.
     */
    boolean retry(MailId id, MailState state, Instant at) {
        return change(
                "state = ?, reason = '', attempts = 0, next_try_at = ?"
                        + " where id = ? and state in ('FAILED', 'KEPT') and body <> ? and recipient <> ''",
                state,
                at,
                id,
                OutgoingMail.NOT_KEPT);
    }

    /** Erases to whom mails about a record went and what they said, also why they were not sent; none waits anymore. */
    void erase(UUID record) {
        change(
                "recipient = '', subject = '', body = '', reason = '', withdrawn_at = null"
                        + " where about = ? and state <> 'WAITING'",
                record);
    }

    /** Returns the mails waiting to be sent to an address. */
    List<Stored> waitingFor(EmailAddress to) {
        return where("state = 'WAITING' and lower(recipient) = lower(?)", to.address());
    }

    /** Returns the mails about some leads that wait to be sent. */
    List<Stored> waitingAbout(Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STORED + "about in (:leads) and state = 'WAITING'")
                .param("leads", leads)
                .query(Stored.class)
                .list();
    }

    /** Returns the mails about a record that wait to be sent. */
    List<Stored> waitingAbout(UUID record) {
        return where("about = ? and state = 'WAITING'", record);
    }

    private boolean change(String changes, Object... params) {
        return jdbc.sql("update outbox_mail set " + changes).params(params).update() > 0;
    }

    private List<Stored> where(String condition, Object... params) {
        return jdbc.sql(STORED + condition).params(params).query(Stored.class).list();
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
