package io.plumbline.imports;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports the rows of a checked file, and takes an import back. What is imported is known
 * by its id, so an import that was stopped or killed goes on where it was, and a file that is imported again adds nobody
 * twice.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportRunService {
    private final OwnImports own;
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final PatientRun patients;
    private final RecordRun records;
    private final RetriedTransaction transaction;
    private final Clock clock;

    ImportRunService(
            OwnImports own,
            PatientImports imports,
            RowFindingStore findings,
            PatientRun patients,
            RecordRun records,
            RetriedTransaction transaction,
            Clock clock) {
        this.own = own;
        this.imports = imports;
        this.findings = findings;
        this.patients = patients;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Imports the rows that are left. Takes minutes for a large file, so call it beside the screen and outside any
     * transaction. Returns when the last row is imported, or once {@link #stop} was called.
     *
     * @param progress gets the number of rows that are done
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if the file is not checked, possible duplicates are not decided, the import has ended, or it is run
     *     by somebody else at the same time; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void run(ImportId id, LongConsumer progress) {
        var one = transaction.call(() -> started(id));
        var isAtEnd = one.kind() == ImportKind.PATIENTS
                ? patients.importRest(one, progress)
                : records.importRest(one, progress);
        if (isAtEnd) {
            transaction.run(() -> end(id));
        }
    }

    /**
     * Returns if {@link #run} would begin or go on now.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if it would not; the message is for the user
     */
    public void requireRunnable(ImportId id) {
        requireStartable(own.require(id));
    }

    private void requireStartable(PatientImport one) {
        one.requireRunnable();
        if (findings.countUndecided(one.id()) > 0) {
            throw new Refused("Decide the possible duplicates first");
        }
        if (one.status() == ImportStatus.CHECKED && findings.countImportable(one) == 0) {
            throw new Refused("No row of this file can be imported. Correct the file, then start a new import");
        }
        if (one.kind() == ImportKind.PATIENTS
                && one.done() == 0
                && imports.hasRunSince(one.clinic(), one.id().value(), one.changedAt())) {
            throw new Refused("Another import of this clinic has run since the check. Check this file again");
        }
    }

    private PatientImport started(ImportId id) {
        var one = own.require(id);
        requireStartable(one);
        one.run(clock.instant());
        return imports.saveAndFlush(one);
    }

    private void end(ImportId id) {
        records.lock(id);
        var one = own.require(id);
        if (one.isRunning()) {
            one.end(clock.instant());
            imports.saveAndFlush(one);
        }
    }

    /**
     * Stops an import after the rows that are being imported; they stay. Does nothing if it does not run.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    @Transactional
    public void stop(ImportId id) {
        records.lock(id);
        var one = own.require(id);
        one.stop(clock.instant());
        imports.saveAndFlush(one);
    }

    /**
     * Undoes an import: removes the patients whom it added, each in a transaction of its own, but for those on whom
     * somebody has written since. The ids of the other product are forgotten, so that the file can be imported again.
     * Patients who were there stay registered at the clinic. What was canceled or killed in the middle can go on.
     *
     * @param progress gets the number of patients who were looked at
     * @param isCanceled asked between patients; what was removed until then stays removed
     * @return how many patients stay, because somebody has written on them
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if it runs or has added nobody; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long revert(ImportId id, LongConsumer progress, BooleanSupplier isCanceled) {
        var kind = transaction.call(() -> {
            var one = own.require(id);
            one.beginRevert(clock.instant());
            return imports.saveAndFlush(one).kind();
        });
        var kept = kind == ImportKind.PATIENTS
                ? patients.takeBack(id, progress, isCanceled)
                : records.takeBack(id, progress, isCanceled);
        if (!isCanceled.getAsBoolean()) {
            transaction.run(() -> endRevert(id, kept));
        }
        return kept;
    }

    private void endRevert(ImportId id, long kept) {
        var one = own.require(id);
        one.endRevert(kept, clock.instant());
        imports.saveAndFlush(one);
    }
}
