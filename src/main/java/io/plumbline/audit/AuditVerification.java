package io.plumbline.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is looked at when somebody asks whether the trail is whole: its rows, its heads, and what was signed. */
@Component
class AuditVerification {
    private final AuditWalk trail;
    private final SignedWalk signed;
    private final NotedHead noted;

    AuditVerification(AuditWalk trail, SignedWalk signed, NotedHead noted) {
        this.trail = trail;
        this.signed = signed;
        this.noted = noted;
    }

    /**
     * Walks the trail from the first row to the last, then all that is signed.
     *
     * @param given a head of an earlier time that the trail must hold beside the one in the second place, or null
     * @throws IllegalStateException if the second place cannot be read
     */
    AuditVerdict verify(@Nullable AuditHead given, LongConsumer progress, BooleanSupplier stop) {
        var heads = new ArrayList<AuditHead>();
        Stream.of(given, inSecondPlace()).filter(Objects::nonNull).forEach(heads::add);
        var verdict = trail.walk(heads, progress, stop);
        if (!verdict.isWhole()) {
            return verdict;
        }
        var found = signed.walk(records -> progress.accept(verdict.rows() + records), stop);
        return verdict.with(found.records(), found.flaw(), found.isStopped());
    }

    private @Nullable AuditHead inSecondPlace() {
        try {
            return noted.read().orElse(null);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("The head that was noted in " + noted + " cannot be read", unreadable);
        }
    }
}
