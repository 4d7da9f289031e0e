package io.plumbline.audit.checkpoints;

import java.util.Optional;

/** A place outside that gets checkpoints. */
interface CheckpointPlace {
    /** Returns what is wrong with the checkpoints there, as one sentence; empty if no problem is known. */
    Optional<String> alarm();
}
