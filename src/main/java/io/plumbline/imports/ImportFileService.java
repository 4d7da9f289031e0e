package io.plumbline.imports;

import io.plumbline.documents.FileStore;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.jobs.holds.RemovalJob;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import java.time.Clock;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes the files of imports that ended or were abandoned long ago, and what the check found about their rows. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.IMPORT_FILE_DELETE)
public class ImportFileService {
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final FileStore store;
    private final ImportKeeping keeping;
    private final JobHoldService holds;
    private final RetriedTransaction transaction;
    private final Clock clock;

    ImportFileService(
            PatientImports imports,
            RowFindingStore findings,
            FileStore store,
            ImportKeeping keeping,
            JobHoldService holds,
            RetriedTransaction transaction,
            Clock clock) {
        this.imports = imports;
        this.findings = findings;
        this.store = store;
        this.keeping = keeping;
        this.holds = holds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Deletes the files that were kept long enough, each in a transaction of its own.
     *
     * @param most how many at most
     * @return how many were deleted
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int deleteOld(int most) {
        if (!holds.mayRun(RemovalJob.IMPORT_FILES)) {
            return 0;
        }
        var old = imports.findKept(keeping.endedBefore(clock.instant()), Limit.of(most));
        old.forEach(id -> transaction.run(() -> delete(id)));
        return old.size();
    }

    private void delete(UUID id) {
        var before = keeping.endedBefore(clock.instant());
        imports.findById(id)
                .filter(one -> !one.isFileDeleted() && one.changedAt().isBefore(before))
                .ifPresent(one -> {
                    one.deleteFile(clock.instant());
                    imports.saveAndFlush(one);
                    findings.clear(one.id());
                    // the last step; if the transaction fails after it, the next round finds no file and goes on
                    store.delete(one.storedAs());
                });
    }
}
