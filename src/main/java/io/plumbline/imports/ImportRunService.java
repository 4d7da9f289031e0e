package io.plumbline.imports;

import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.imports.ExternalPatientStore.External;
import io.plumbline.patients.ImportedPatientService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports the rows of a checked file, a hundred in each transaction, and takes an import back. What is imported is known
 * by its id, so an import that was stopped or killed goes on where it was, and a file that is imported again adds nobody
 * twice.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportRunService {
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final ExternalPatientStore externals;
    private final FileStore store;
    private final PatientService patients;
    private final ImportedPatientService imported;
    private final ClinicService clinics;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportRunService(
            PatientImports imports,
            RowFindingStore findings,
            ExternalPatientStore externals,
            FileStore store,
            PatientService patients,
            ImportedPatientService imported,
            ClinicService clinics,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.findings = findings;
        this.externals = externals;
        this.store = store;
        this.patients = patients;
        this.imported = imported;
        this.clinics = clinics;
        this.transaction = transaction;
        this.events = events;
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
        var settings = one.settings();
        try (var rows = new CsvRows(store.pathOf(one.storedAs()), settings.format())) {
            var reader = new RowReader(
                    settings,
                    rows.headings().size(),
                    clinics.todayAt(one.clinic()),
                    clinics.label(one.clinic()).country());
            while (rows.hasNext()) {
                var some = ImportCheckService.nextOf(rows, reader);
                if (some.getLast().number() <= one.done()) {
                    continue;
                }
                var left =
                        some.stream().filter(row -> row.number() > one.done()).toList();
                if (!transaction.call(() -> isImported(id, left))) {
                    return;
                }
                progress.accept(left.getLast().number());
            }
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
        requireStartable(require(id));
    }

    private void requireStartable(PatientImport one) {
        one.requireRunnable();
        if (findings.countUndecided(one.id()) > 0) {
            throw new Refused("Decide the possible duplicates first");
        }
        if (one.done() == 0 && imports.hasRunSince(one.clinic(), one.id().value(), one.changedAt())) {
            throw new Refused("Another import of this clinic has run since the check. Check this file again");
        }
    }

    private PatientImport started(ImportId id) {
        var one = require(id);
        requireStartable(one);
        one.run(clock.instant());
        return imports.saveAndFlush(one);
    }

    private void end(ImportId id) {
        var one = require(id);
        if (one.isRunning()) {
            one.end(clock.instant());
            imports.saveAndFlush(one);
        }
    }

    /** Imports some rows in a row; returns false if the import was stopped. */
    private boolean isImported(ImportId id, List<ReadRow> rows) {
        var one = require(id);
        if (!one.isRunning()) {
            return false;
        }
        if (one.done() >= rows.getFirst().number()) {
            throw new Refused("Someone else is running this import");
        }
        var source = one.settings().source();
        var known = new HashSet<>(externals.known(
                one.clinic(), source, rows.stream().map(ReadRow::externalId).toList()));
        var found = findings
                .between(id, rows.getFirst().number(), rows.getLast().number())
                .stream()
                .collect(Collectors.toMap(RowFinding::number, Function.identity()));
        var batch = new Batch(rows.getLast().number());
        for (var row : rows) {
            var finding = Optional.ofNullable(found.get(row.number()));
            if (finding.filter(said -> said.kind() != RowFinding.Kind.DUPLICATE).isPresent()) {
                batch.skipped++;
            } else if (!known.add(row.externalId())) {
                batch.known++;
            } else {
                sort(row, finding, batch);
            }
        }
        var added = imported.addAll(batch.drafts, one.clinic());
        for (int i = 0; i < added.size(); i++) {
            var row = batch.rows.get(i);
            batch.externals.add(new External(row.externalId(), added.get(i), row.number(), true));
        }
        match(id, one, batch);
        externals.add(id, one.clinic(), source, batch.externals);
        one.count(batch.done(added.size()), clock.instant());
        imports.saveAndFlush(one);
        return true;
    }

    /** The rows of one transaction, by what becomes of them. */
    private static final class Batch {
        private final long upTo;
        private final List<PatientDraft> drafts = new ArrayList<>();
        private final List<ReadRow> rows = new ArrayList<>();
        private final Map<ReadRow, RowFinding> same = new HashMap<>();
        private final List<External> externals = new ArrayList<>();
        private long known;
        private long matched;
        private long skipped;

        Batch(long upTo) {
            this.upTo = upTo;
        }

        RowsDone done(int added) {
            return new RowsDone(upTo, added, matched, known, skipped);
        }
    }

    private static void sort(ReadRow row, Optional<RowFinding> finding, Batch batch) {
        var draft = row.draft();
        var decision = finding.map(RowFinding::decision).orElse(null);
        if (draft == null || decision == DuplicateDecision.SKIP) {
            batch.skipped++;
        } else if (decision == DuplicateDecision.SAME) {
            batch.same.put(row, finding.orElseThrow());
        } else {
            batch.drafts.add(draft);
            batch.rows.add(row);
        }
    }

    /** After the new patients are there, since a row may be the same as an earlier one. */
    private void match(ImportId id, PatientImport one, Batch batch) {
        batch.same.forEach((row, finding) -> patientOf(id, finding, batch.externals)
                .ifPresentOrElse(
                        patient -> {
                            patients.knownAt(patient, one.clinic());
                            events.publishEvent(new ImportEvent.Matched(id, patient, row.number()));
                            batch.externals.add(new External(row.externalId(), patient, row.number(), false));
                            batch.matched++;
                        },
                        () -> {
                            findings.refuse(
                                    id, row.number(), "The patient or the earlier row that this is was not imported");
                            batch.skipped++;
                        }));
    }

    private Optional<PatientId> patientOf(ImportId id, RowFinding finding, List<External> now) {
        var patient = finding.patient();
        if (patient != null) {
            return patients.brief(patient).map(found -> patient);
        }
        var earlier = Objects.requireNonNull(finding.earlierRow());
        return now.stream()
                .filter(one -> one.row() == earlier)
                .map(External::patient)
                .findFirst()
                .or(() -> externals.patientOf(id, earlier));
    }

    /**
     * Stops an import after the rows that are being imported; they stay. Does nothing if it does not run.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    @Transactional
    public void stop(ImportId id) {
        var one = require(id);
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
        transaction.run(() -> {
            var one = require(id);
            one.beginRevert(clock.instant());
            imports.saveAndFlush(one);
        });
        var after = 0L;
        var seen = 0L;
        var kept = new HashSet<PatientId>();
        var page = externals.find(id, after, ImportCheckService.AT_ONCE);
        while (!page.isEmpty()) {
            for (var external : page) {
                if (isCanceled.getAsBoolean()) {
                    return kept.size();
                }
                if (!isTakenBack(id, external)) {
                    kept.add(external.patient());
                }
                progress.accept(++seen);
            }
            after = page.getLast().row();
            page = externals.find(id, after, ImportCheckService.AT_ONCE);
        }
        transaction.run(() -> {
            var one = require(id);
            one.endRevert(kept.size(), clock.instant());
            imports.saveAndFlush(one);
        });
        return kept.size();
    }

    private boolean isTakenBack(ImportId id, External external) {
        try {
            return transaction.call(() -> {
                if (!external.isAdded()) {
                    externals.remove(id, external);
                    return true;
                }
                if (!externals.isKnown(id, external)) {
                    // removed by a colleague who undoes it too
                    return true;
                }
                if (!imported.isUntouched(external.patient())) {
                    return false;
                }
                // other rows of the file may be the same patient
                externals.removeAll(id, external.patient());
                imported.remove(external.patient());
                var one = require(id);
                one.countReverted(clock.instant());
                imports.saveAndFlush(one);
                return true;
            });
        } catch (DataIntegrityViolationException writtenOn) {
            return false;
        }
    }

    private PatientImport require(ImportId id) {
        return imports.findById(id.value())
                .filter(one -> Caller.current().clinics().contains(one.clinic()))
                .orElseThrow(NotAvailable::new);
    }
}
