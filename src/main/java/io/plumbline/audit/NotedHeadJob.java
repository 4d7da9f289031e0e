package io.plumbline.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Compares the trail with its noted head, at startup and then every minute, and notes the current head. A noted head
 * that is not part of the trail is kept, so that the alarm continues until an operator accepts the trail. Each node
 * maintains its own file and needs no lease.
 */
@Component
public class NotedHeadJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NotedHeadJob.class);
    private static final Duration SAID_EVERY = Duration.ofHours(1);

    private static final String OTHER = "rows were removed or rewritten, or the store was restored from a backup.";

    private final AuditHeadStore heads;
    private final NotedHeadFile noted;
    private final AuditChainJob chainJob;
    private final Clock clock;

    private final boolean isCommand;
    private volatile boolean isRunning;
    private volatile @Nullable String alarm;
    private @Nullable Instant said;

    NotedHeadJob(
            AuditHeadStore heads, NotedHeadFile noted, AuditChainJob chainJob, Clock clock, Environment environment) {
        // a command changes only what it is meant to change
        isCommand = environment.containsProperty("plumbline.command");
        this.heads = heads;
        this.noted = noted;
        this.chainJob = chainJob;
        this.clock = clock;
    }

    /** Returns what is wrong with the head, as one sentence; empty if no problem is known. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    @Scheduled(initialDelayString = "${plumbline.audit.note-every}", fixedDelayString = "${plumbline.audit.note-every}")
    public synchronized void look() {
        try {
            tell(compared());
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.warn("The head of the audit trail is not compared this time: {}", storeIsAway.getMessage());
        }
    }

    @Override
    public void start() {
        isRunning = true;
        if (!isCommand) {
            look();
        }
    }

    /** Chains and notes everything written so far. */
    @Override
    public void stop() {
        if (!isCommand && noted.isKept()) {
            chainJob.chainPending();
            look();
        }
        isRunning = false;
    }

    /** Starts before the web server and stops after it. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private @Nullable String compared() {
        var kept = heads.read();
        if (kept.isEmpty()) {
            return "The audit trail has no head: somebody removed it, or this store was never chained.";
        }
        if (!kept.get().isGenuine()) {
            return "The head of the audit trail was altered.";
        }
        var head = kept.get().head();
        Optional<AuditHead> before;
        try {
            before = noted.read();
        } catch (IOException notRead) {
            return "The head of the audit trail that was noted in " + noted + " cannot be read.";
        } catch (IllegalArgumentException noHead) {
            return "The file " + noted + " does not contain a head of the audit trail.";
        }
        try {
            if (before.isPresent() && !heads.holds(before.get())) {
                return "The audit trail does not contain the head that was noted in " + noted + ", " + before.get()
                        + ": " + (head.seq() < before.get().seq() ? older(head) : OTHER);
            }
            if (!before.equals(Optional.of(head))) {
                noted.write(head);
            }
        } catch (IOException notWritten) {
            if (isDue()) {
                LOG.warn("The head of the audit trail cannot be noted in {}: {}", noted, notWritten.toString());
            }
        }
        if (isDue() && head.seq() > 0) {
            LOG.info("The head of the audit trail is {}", head);
        }
        return null;
    }

    /** H2 silently opens a file that lost its end, with an older state. */
    private static String older(AuditHead head) {
        return "it ends at row " + head.seq()
                + ", so this store is older than it was: it was restored from a backup,"
                + " the end of its file is lost, or rows were removed.";
    }

    private void tell(@Nullable String now) {
        if (now != null && (isDue() || !Objects.equals(now, alarm))) {
            LOG.error("{} Run ./portal audit verify, and see \"Is the audit trail whole?\" in docs/operations.md", now);
        }
        alarm = now;
        if (isDue()) {
            said = clock.instant();
        }
    }

    private boolean isDue() {
        var last = said;
        return last == null || !clock.instant().isBefore(last.plus(SAID_EVERY));
    }
}
