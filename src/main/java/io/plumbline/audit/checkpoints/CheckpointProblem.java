package io.plumbline.audit.checkpoints;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with the checkpoints of one place; the log says a new problem at once and then once an hour. */
final class CheckpointProblem {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointProblem.class);
    private static final Duration SAID_EVERY = Duration.ofHours(1);

    private final Clock clock;
    private volatile @Nullable String sentence;
    private @Nullable Instant said;

    CheckpointProblem(Clock clock) {
        this.clock = clock;
    }

    Optional<String> sentence() {
        return Optional.ofNullable(sentence);
    }

    /** Notes what is wrong now; null if nothing is. */
    synchronized void tell(@Nullable String now) {
        var last = said;
        if (now != null
                && (!Objects.equals(now, sentence)
                        || last == null
                        || !clock.instant().isBefore(last.plus(SAID_EVERY)))) {
            LOG.error("{} See \"Checkpoints outside\" in docs/operations.md", now);
            said = clock.instant();
        }
        if (now == null && sentence != null) {
            LOG.info("Checkpoints of the audit trail leave the portal again");
        }
        sentence = now;
    }
}
