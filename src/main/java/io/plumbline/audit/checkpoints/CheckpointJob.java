package io.plumbline.audit.checkpoints;

import io.plumbline.audit.AuditHeadStore;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each minute whether a checkpoint is due, and adds it to the folder. The folder itself says what was written
 * last, so nodes that share one write one file in turn, and nodes with a folder each write their own; two that write at
 * the same moment leave two good files. While the newest checkpoint is not part of the trail, none is added: the alarm
 * continues until an operator has looked.
 */
@Component
class CheckpointJob implements CheckpointPlace {
    private final CheckpointFolder folder;
    private final CheckpointSettings settings;
    private final AuditHeadStore heads;
    private final Clock clock;
    private final CheckpointProblem problem;

    CheckpointJob(CheckpointFolder folder, CheckpointSettings settings, AuditHeadStore heads, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.heads = heads;
        this.clock = clock;
        this.problem = new CheckpointProblem(clock);
    }

    @Override
    public Optional<String> alarm() {
        return problem.sentence();
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    synchronized void look() {
        if (!folder.isKept()) {
            return;
        }
        problem.tell(written());
    }

    /** Writes a checkpoint if one is due; returns what is wrong. */
    private @Nullable String written() {
        var now = clock.instant();
        try {
            var newest = folder.newest();
            if (newest.isPresent()) {
                var last = folder.read(newest.get());
                if (last.isEmpty()) {
                    return "The portal did not write " + newest.get() + " in " + folder + " as it is.";
                }
                if (!heads.holds(last.get().head())) {
                    return "The audit trail does not contain the head of " + newest.get() + " in " + folder + ", "
                            + last.get().head()
                            + ": rows were removed or rewritten, or the store was restored from a backup.";
                }
                if (CheckpointFolder.isSince(newest.get(), now.minus(settings.every()))) {
                    return null;
                }
            }
            var kept = heads.read();
            if (kept.isEmpty() || !kept.get().isGenuine()) {
                // the noted head raises the alarm
                return "No checkpoint of the audit trail is written: its head is missing or altered.";
            }
            folder.write(new Checkpoint(kept.get().head(), now));
            return null;
        } catch (IOException failed) {
            return "No checkpoint of the audit trail can be written to " + folder + ": " + reason(failed) + ".";
        }
    }

    private static String reason(IOException failed) {
        return failed instanceof FileSystemException
                ? failed.getClass().getSimpleName().replace("Exception", "")
                : String.valueOf(failed.getMessage());
    }
}
