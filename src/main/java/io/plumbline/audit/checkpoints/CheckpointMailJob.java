package io.plumbline.audit.checkpoints;

import io.plumbline.access.SystemActor;
import io.plumbline.audit.AuditHeadStore;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailState;
import io.plumbline.outbox.OutboxService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.signing.KeyedHash;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a checkpoint to the auditor, through the outbox: one each day (UTC), and one when the trail was accepted again.
 * The outbox itself says what was written last. Nodes that look at the same moment write one mail: each decides under
 * the lock of the head.
 */
@Component
class CheckpointMailJob implements CheckpointPlace {
    private final @Nullable EmailAddress auditor;
    private final AuditHeadStore heads;
    private final OutboxService outbox;
    private final KeyedHash key;
    private final SystemActor system;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final CheckpointProblem problem;

    CheckpointMailJob(
            CheckpointSettings settings,
            AuditHeadStore heads,
            OutboxService outbox,
            KeyedHash key,
            SystemActor system,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.auditor = settings.auditor().orElse(null);
        this.heads = heads;
        this.outbox = outbox;
        this.key = key;
        this.system = system;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.problem = new CheckpointProblem(clock);
    }

    @Override
    public Optional<String> alarm() {
        return problem.sentence();
    }

    @Scheduled(initialDelayString = "${plumbline.audit.note-every}", fixedDelayString = "${plumbline.audit.note-every}")
    synchronized void look() {
        if (auditor == null) {
            return;
        }
        var to = auditor;
        problem.tell(system.call(() -> notWritten(to).or(this::notSent)).orElse(null));
    }

    private Optional<String> notWritten(EmailAddress to) {
        return isDue(to) ? Objects.requireNonNull(transactions.execute(transaction -> written(to))) : Optional.empty();
    }

    /** Writes a checkpoint if one is still due; returns what is wrong. */
    private Optional<String> written(EmailAddress to) {
        if (!heads.lock() || heads.read().filter(AuditHeadStore.Kept::isGenuine).isEmpty()) {
            // the noted head raises the alarm
            return Optional.of("No checkpoint of the audit trail is mailed: its head is missing or altered.");
        }
        // another node may have been first
        if (isDue(to)) {
            var head = heads.read().orElseThrow().head();
            var newest = newest();
            outbox.writeOwn(CheckpointMail.of(new Checkpoint(head, clock.instant()), to, isAcceptedSince(newest), key));
        }
        return Optional.empty();
    }

    private boolean isDue(EmailAddress to) {
        var newest = newest();
        return newest.isEmpty()
                || !newest.get().to().equals(to.address())
                || day(newest.get().writtenAt()).isBefore(day(clock.instant()))
                || isAcceptedSince(newest);
    }

    private boolean isAcceptedSince(Optional<MailDetails> newest) {
        return newest.isPresent()
                && heads.acceptedAt()
                        .filter(at -> at.isAfter(newest.get().writtenAt()))
                        .isPresent();
    }

    /** Returns why the newest mail did not go out; empty if it did, or is on its way. */
    private Optional<String> notSent() {
        return newest().filter(mail -> mail.state() == MailState.FAILED || mail.state() == MailState.KEPT)
                .map(mail -> mail.state() == MailState.KEPT
                        ? "The checkpoints of the audit trail are not mailed: no mail server is set."
                        : "The last checkpoint of the audit trail was not mailed: " + mail.reason() + ".");
    }

    private Optional<MailDetails> newest() {
        return outbox.findNewest(CheckpointMail.TRAIL);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
