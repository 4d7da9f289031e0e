package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.signing.SignedRecords;
import io.plumbline.shared.signing.SignedRecords.Signed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Compares all signed records, page by page, with what was signed and with the audit rows of their signatures. */
@Component
class SignedRecordVerifier {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final ObjectProvider<SignedRecords> modules;
    private final SignatureRowQuery signatures;

    SignedRecordVerifier(ObjectProvider<SignedRecords> modules, SignatureRowQuery signatures) {
        this.modules = modules;
        this.signatures = signatures;
    }

    /** The number of signed records compared, and the first one that was changed. */
    record Found(long records, @Nullable Flaw flaw, boolean isStopped) {}

    Found walk(LongConsumer progress, BooleanSupplier stop) {
        var all = 0L;
        for (var module : modules.orderedStream().toList()) {
            var found = walk(module, all, progress, stop);
            if (found.flaw() != null || found.isStopped()) {
                return found;
            }
            all = found.records();
        }
        return new Found(all, null, false);
    }

    private Found walk(SignedRecords module, long before, LongConsumer progress, BooleanSupplier stop) {
        // counted first: a record signed in the meantime has both its row and its record
        var signed = signatures.count(module.kind());
        var count = 0L;
        for (var page = module.after(FIRST, PAGE);
                !page.isEmpty();
                page = module.after(page.getLast().id(), PAGE)) {
            if (stop.getAsBoolean()) {
                return new Found(before + count, null, true);
            }
            var flaw = flaw(module, page);
            if (flaw != null) {
                return new Found(before + count, flaw, false);
            }
            count += page.size();
            progress.accept(before + count);
        }
        return new Found(
                before + count,
                signed > count ? Flaw.ofRecord(Kind.SIGNED_AND_GONE, module.name(), null) : null,
                false);
    }

    private @Nullable Flaw flaw(SignedRecords module, List<Signed> page) {
        var rows = signatures.find(module.kind(), page.stream().map(Signed::id).toList()).stream()
                .collect(Collectors.groupingBy(row -> row.row().subject()));
        for (var signed : page) {
            if (!signed.isAsSigned()) {
                return Flaw.ofRecord(Kind.REWRITTEN, module.name(), signed.id());
            }
            var own = rows.getOrDefault(signed.id(), List.of());
            if (own.stream().noneMatch(row -> signatures.isOf(signed.signature(), row))) {
                return Flaw.ofRecord(Kind.WITHOUT_SIGNATURE, module.name(), signed.id());
            }
            if (!signed.isStatusOnRecord()) {
                return Flaw.ofRecord(Kind.STATUS, module.name(), signed.id());
            }
        }
        return contradicted(page)
                .map(signed -> Flaw.ofRecord(Kind.STATUS, module.name(), signed.id()))
                .orElse(null);
    }

    /** Returns the first record for which the trail has what would give it another status. */
    private Optional<Signed> contradicted(List<Signed> page) {
        var open =
                page.stream().filter(signed -> signed.mustBeMissing() != null).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var kind = mustBeMissing(open.getFirst()).kind();
        var rows = signatures.find(kind, open.stream().map(Signed::id).toList()).stream()
                .collect(Collectors.groupingBy(row -> row.row().subject()));
        return open.stream()
                .filter(signed -> rows.getOrDefault(signed.id(), List.of()).stream()
                        .anyMatch(row -> signatures.isOf(mustBeMissing(signed), row)))
                .findFirst();
    }

    private static Recorded mustBeMissing(Signed signed) {
        return Objects.requireNonNull(signed.mustBeMissing());
    }
}
