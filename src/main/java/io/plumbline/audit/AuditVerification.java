package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies the whole audit trail: its rows, its heads, all signed records, and those that have a hash. */
@Component
class AuditVerification {
    private final AuditChainVerifier trail;
    private final SignedRecordVerifier signed;
    private final ContentVerifier contents;
    private final NotedHeadFile noted;
    private final KeptHeads checkpoints;

    AuditVerification(
            AuditChainVerifier trail,
            SignedRecordVerifier signed,
            ContentVerifier contents,
            NotedHeadFile noted,
            KeptHeads checkpoints) {
        this.checkpoints = checkpoints;
        this.contents = contents;
        this.trail = trail;
        this.signed = signed;
        this.noted = noted;
    }

    /**
     * Verifies the trail from the first row to the last, with all heads that are kept outside, then all signed records
     * and those with a hash.
     *
     * @param given an earlier head that the trail must contain besides the one in the file, or null
     * @throws IllegalStateException if the file with the noted head, or the checkpoints, cannot be read
     */
    AuditVerdict verify(@Nullable AuditHead given, LongConsumer progress, BooleanSupplier stop) {
        var heads = new ArrayList<AuditHead>();
        Stream.of(given, inSecondPlace()).filter(Objects::nonNull).forEach(heads::add);
        var kept = checkpoints.readAll();
        var verdict = trail.walk(heads, kept.heads(), progress, stop);
        if (!verdict.isWhole()) {
            return verdict;
        }
        if (kept.altered().isPresent()) {
            return verdict.with(
                    0,
                    new Flaw(
                            Kind.NOT_AS_SIGNED, null, null, null, kept.altered().get()),
                    false);
        }
        var found = signed.walk(records -> progress.accept(verdict.rows() + records), stop);
        var ofSigned = verdict.with(found.records(), found.flaw(), found.isStopped());
        return ofSigned.isWhole()
                ? ofSigned.withContents(
                        contents.walk(records -> progress.accept(verdict.rows() + found.records() + records), stop))
                : ofSigned;
    }

    private @Nullable AuditHead inSecondPlace() {
        try {
            return noted.read().orElse(null);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("The head that was noted in " + noted + " cannot be read", unreadable);
        }
    }
}
