package io.plumbline.outbox;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails of the caller's clinics; the group's are every manager's. A mail is written in the transaction of what it tells
 * of, and sent by a job after it. Which record it is about is the business of the room that hands it in.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.MAIL_WRITE)
public class OutboxService {
    /** A mail that is being sent this long is tried again: who sent it is gone. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int SENT_AT_ONCE = 20;

    /** How long after each attempt the next one is made; after the last none is. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final Mails mails;
    private final MailServer server;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OutboxService(
            Mails mails,
            MailServer server,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mails = mails;
        this.server = server;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Writes a mail, to be sent once this transaction is over; where there is no mail server it is kept to be read.
     *
     * @throws NoSuchElementException if its clinic is none of the caller's
     */
    @Transactional
    public MailId write(OutgoingMail mail) {
        if (!mine().contains(mail.clinic() == null ? Mails.GROUP : mail.clinic())) {
            throw new NoSuchElementException("Not available");
        }
        var id = MailId.next();
        mails.add(id, mail, whereItGoes(), Caller.current().staff(), clock.instant());
        events.publishEvent(new MailChanged(id, mail.about(), MailChanged.Kind.WRITTEN, mail.template()));
        return id;
    }

    /** The mails about a record that the caller may see, the latest first. */
    public List<MailDetails> about(UUID record) {
        return mails.about(record, mine());
    }

    /**
     * Sends a mail again that was not sent.
     *
     * @throws NoSuchElementException if there is no such mail, or none of the caller's
     * @throws IllegalStateException if it is being sent, or was
     */
    @Transactional
    public void retry(MailId id) {
        var mail = mails.find(id, mine()).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (!mails.retry(id, whereItGoes(), clock.instant())) {
            throw new IllegalStateException("This mail was sent, or is being sent");
        }
        tell(mail, MailChanged.Kind.RETRIED);
    }

    /** Takes back what waits to be sent to an address, and says why. */
    @Transactional
    public void withdraw(EmailAddress to, String reason) {
        for (var mail : mails.waitingFor(to)) {
            if (mails.giveUp(mail.id(), reason)) {
                tell(mail, MailChanged.Kind.WITHDRAWN);
            }
        }
    }

    /** Sends what is due, one after the other, and never within a transaction; how many the mail server took. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Requires(Permission.MAIL_SEND)
    public int sendDue() {
        var sent = 0;
        if (server.isThere()) {
            for (var mail : mails.due(clock.instant(), SENT_AT_ONCE)) {
                var now = clock.instant();
                if (mails.lease(mail.id(), now, now.plus(LEASE))) {
                    var refusal = server.send(mail);
                    transactions.executeWithoutResult(transaction -> settle(mail, refusal));
                    sent += refusal == null ? 1 : 0;
                }
            }
        }
        return sent;
    }

    private void settle(Mails.Stored mail, MailServer.@Nullable Refusal refusal) {
        var now = clock.instant();
        if (refusal == null) {
            mails.sent(mail.id(), now);
            tell(mail, MailChanged.Kind.SENT);
        } else if (refusal.isForGood() || mail.attempts() >= PAUSES.size()) {
            mails.giveUp(mail.id(), refusal.reason());
            tell(mail, MailChanged.Kind.FAILED);
        } else {
            mails.tryAgain(mail.id(), refusal.reason(), now.plus(PAUSES.get(mail.attempts())));
        }
    }

    private void tell(Mails.Stored mail, MailChanged.Kind what) {
        events.publishEvent(new MailChanged(mail.id(), mail.about(), what, mail.template()));
    }

    private MailState whereItGoes() {
        return server.isThere() ? MailState.WAITING : MailState.KEPT;
    }

    private static Set<ClinicId> mine() {
        var caller = Caller.current();
        var clinics = new HashSet<>(caller.clinics());
        if (caller.has(Role.MANAGER)) {
            clinics.add(Mails.GROUP);
        }
        return clinics;
    }
}
