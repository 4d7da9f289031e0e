package io.plumbline.audit;

import io.plumbline.audit.KeptHeads.KeptHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The heads that a trail must contain, by the number of their row: a walk over many rows looks each row up, however many
 * checkpoints there are.
 */
class KnownHeads {
    private final TreeMap<Long, List<KeptHead>> bySeq = new TreeMap<>();

    /** Adds a head without a place to name. */
    void add(AuditHead head) {
        add(new KeptHead(head, ""));
    }

    void add(KeptHead head) {
        bySeq.computeIfAbsent(head.head().seq(), seq -> new ArrayList<>(1)).add(head);
    }

    /** Returns a head of the same row that is another one; those without a place first. */
    Optional<KeptHead> otherAt(AuditHead now) {
        var here = bySeq.get(now.seq());
        return here == null
                ? Optional.empty()
                : here.stream().filter(known -> !known.head().equals(now)).findFirst();
    }

    /** Returns the first head of a row after this one. */
    Optional<KeptHead> firstAfter(AuditHead head) {
        var next = bySeq.higherEntry(head.seq());
        return next == null ? Optional.empty() : Optional.of(next.getValue().getFirst());
    }
}
