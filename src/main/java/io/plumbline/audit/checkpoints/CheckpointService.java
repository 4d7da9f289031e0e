package io.plumbline.audit.checkpoints;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the auditor what is wrong with the checkpoints. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@Requires(Permission.AUDIT_READ)
public class CheckpointService {
    private final CheckpointJob job;

    CheckpointService(CheckpointJob job) {
        this.job = job;
    }

    /** Returns what is wrong, as one sentence; empty if no problem is known, or no folder is configured. */
    public Optional<String> alarm() {
        return job.alarm();
    }
}
