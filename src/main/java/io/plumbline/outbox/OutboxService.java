package io.plumbline.outbox;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Manages the mails of the current user's clinics; mails of the whole group belong to every manager. A mail is written in the
 * transaction of the event it reports, and sent by a job after the commit. The calling module is responsible for the
 * record that the mail is about.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.MAIL_WRITE)
public class OutboxService {
    /** After this time the mail is sent again, because the node that was sending it has stopped. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int SENT_AT_ONCE = 20;

    /** The delay after each failed attempt; after the last one, the mail is not retried. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final MailStore mailStore;
    private final MailServer server;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OutboxService(
            MailStore mailStore,
            MailServer server,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mailStore = mailStore;
        this.server = server;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Writes a mail, to be sent after the commit. Without a mail server it is only kept to be read.
     *
     * @throws NotAvailable if its clinic is not one of the current user's
     */
    @Transactional
    @Requires(Permission.MAIL_ADD)
    public MailId write(OutgoingMail mail) {
        if (!mine().contains(mail.clinic() == null ? MailStore.GROUP : mail.clinic())) {
            throw new NotAvailable();
        }
        return add(mail);
    }

    private MailId add(OutgoingMail mail) {
        var id = MailId.next();
        mailStore.add(id, mail, whereItGoes(), CurrentUser.current().staff(), clock.instant());
        events.publishEvent(new MailChanged(id, mail.about(), MailChanged.Kind.WRITTEN, mail.template()));
        return id;
    }

    /**
     * Writes a mail of the portal itself, which belongs to the group, to be sent after the commit. Without a mail server it
     * is only kept.
     */
    @Transactional
    @Requires(Permission.MAIL_SEND)
    public MailId writeOwn(OutgoingMail mail) {
        if (mail.clinic() != null) {
            throw new IllegalArgumentException("A mail of the portal itself belongs to no clinic");
        }
        return add(mail);
    }

    /** Returns the newest mail of the group about a record. */
    @Requires(Permission.MAIL_SEND)
    public Optional<MailDetails> findNewest(OutgoingMail.About about) {
        return mailStore.newestOfGroup(about.value());
    }

    /** Returns the mails about a lead that the current user may see, newest first. */
    public List<MailDetails> findByLead(LeadId lead) {
        return mailStore.about(lead.value(), mine());
    }

    /**
     * Sends a mail again that was not sent.
     *
     * @throws NotAvailable if the mail does not exist or is not one of the current user's
     * @throws Refused if it is being sent or was sent, or if its one-time link no longer works
     */
    @Transactional
    public void retry(MailId id) {
        var mail = mailStore.find(id, mine()).orElseThrow(NotAvailable::new);
        if (!mailStore.retry(id, whereItGoes(), clock.instant())) {
            throw new Refused("This message was already sent, or is being sent");
        }
        tell(mail, MailChanged.Kind.RETRIED);
    }

    /** Withdraws the mails waiting to be sent to an address, and stores the reason and the time. */
    @Transactional
    public void withdraw(EmailAddress to, String reason, Instant at) {
        withdraw(mailStore.waitingFor(to), reason, at);
    }

    /** Returns how many mails about some leads wait to be sent. */
    public int countWaiting(Collection<LeadId> leads) {
        return mailStore.waitingAbout(leads).size();
    }

    /**
     * Withdraws the mails about some leads that wait to be sent, of whatever clinic, and stores the reason and the
     * time. The calling code must have checked the current user's access to the leads.
     */
    @Transactional
    public void withdrawAbout(Collection<LeadId> leads, String reason, Instant at) {
        withdraw(mailStore.waitingAbout(leads), reason, at);
    }

    /** Queues the mails to an address again that were withdrawn at a time, as if they had never been. */
    @Transactional
    public void undoWithdrawal(EmailAddress to, Instant withdrawnAt) {
        for (var mail : mailStore.withdrawnFor(to, withdrawnAt)) {
            mailStore.undoWithdrawal(mail.id());
            tell(mail, MailChanged.Kind.WITHDRAWAL_UNDONE);
        }
    }

    /** Sends the due mails one by one, never within a transaction. Returns how many the mail server accepted. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Requires(Permission.MAIL_SEND)
    public int sendDue() {
        var sent = 0;
        if (server.isThere()) {
            for (var mail : mailStore.due(clock.instant(), SENT_AT_ONCE)) {
                var now = clock.instant();
                if (mailStore.lease(mail.id(), now, now.plus(LEASE))) {
                    var refusal = server.send(mail);
                    transactions.executeWithoutResult(transaction -> settle(mail, refusal));
                    sent += refusal == null ? 1 : 0;
                }
            }
        }
        return sent;
    }

    /**
     * Withdraws the mail with a one-time link that waits to be sent, since the link no longer works, and deletes the text
     * of those that were not sent.
     */
    @Transactional
    @Requires(Permission.MAIL_ADD)
    public void withdrawLink(OutgoingMail.About about, String reason, Instant at) {
        endLink(about, reason, at);
    }

    /** Does the same as {@link #withdrawLink} where nobody withdraws the link: it was used, or has expired. */
    @Transactional
    @Requires(Permission.MAIL_SEND)
    public void linkIsOver(OutgoingMail.About about, String reason, Instant at) {
        endLink(about, reason, at);
    }

    /**
     * Erases the recipient and the text of the mails about a record, and withdraws those that wait. That a mail was
     * written, when and by whom stays.
     */
    @Transactional
    @Requires(Permission.MAIL_SEND)
    public void erase(OutgoingMail.About about, Instant at) {
        withdraw(mailStore.waitingAbout(about.value()), "", at);
        mailStore.erase(about.value());
    }

    private void withdraw(List<MailStore.Stored> waiting, String reason, Instant at) {
        for (var mail : waiting) {
            if (mailStore.withdraw(mail.id(), reason, at)) {
                tell(mail, MailChanged.Kind.WITHDRAWN);
            }
        }
    }

    private void endLink(OutgoingMail.About about, String reason, Instant at) {
        withdraw(mailStore.waitingAbout(about.value()), reason, at);
        for (var mail : mailStore.withLink(about.value())) {
            if (mailStore.deleteLink(mail.id())) {
                tell(mail, MailChanged.Kind.LINK_DELETED);
            }
        }
    }

    private void settle(MailStore.Stored mail, MailServer.@Nullable Refusal refusal) {
        var now = clock.instant();
        if (refusal == null) {
            mailStore.sent(mail.id(), now);
            tell(mail, MailChanged.Kind.SENT);
        } else if (refusal.isForGood() || mail.attempts() >= PAUSES.size()) {
            mailStore.markFailed(mail.id(), refusal.reason());
            tell(mail, MailChanged.Kind.FAILED);
        } else {
            mailStore.tryAgain(mail.id(), refusal.reason(), now.plus(PAUSES.get(mail.attempts())));
        }
    }

    private void tell(MailStore.Stored mail, MailChanged.Kind what) {
        events.publishEvent(new MailChanged(mail.id(), mail.about(), what, mail.template()));
    }

    private MailState whereItGoes() {
        return server.isThere() ? MailState.WAITING : MailState.KEPT;
    }

    private static Set<ClinicId> mine() {
        var user = CurrentUser.current();
        var clinics = new HashSet<>(user.clinics());
        if (user.has(Role.MANAGER)) {
            clinics.add(MailStore.GROUP);
        }
        return clinics;
    }
}
