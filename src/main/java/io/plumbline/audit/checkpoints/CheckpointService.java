package io.plumbline.audit.checkpoints;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the auditor what is wrong with the checkpoints. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@Requires(Permission.AUDIT_READ)
public class CheckpointService {
    private final List<CheckpointPlace> places;

    CheckpointService(List<CheckpointPlace> places) {
        this.places = places;
    }

    /** Returns what is wrong, a sentence for each place; empty if no problem is known, or no place is configured. */
    public Optional<String> alarm() {
        return places.stream().flatMap(place -> place.alarm().stream()).reduce((one, other) -> one + " " + other);
    }
}
