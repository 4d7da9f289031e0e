package io.plumbline.imports;

import io.plumbline.imports.ExternalPatientStore.External;
import io.plumbline.patients.ImportedPatientService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Refused;
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
import org.springframework.stereotype.Component;

/** Imports and takes back the rows of files of patients: a hundred rows, or one patient, in each transaction. */
@Component
class PatientRun {
    private final OwnImports own;
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final ExternalPatientStore externals;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final ImportedPatientService imported;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientRun(
            OwnImports own,
            PatientImports imports,
            RowFindingStore findings,
            ExternalPatientStore externals,
            PatientService patients,
            PatientHeaderService headers,
            ImportedPatientService imported,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.own = own;
        this.imports = imports;
        this.findings = findings;
        this.externals = externals;
        this.patients = patients;
        this.headers = headers;
        this.imported = imported;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Imports the rows that are left; returns at the end of the file, or once the import was stopped.
     *
     * @param one as it was started
     * @return whether the last row was reached
     * @throws Refused if somebody else runs it at the same time; the message is for the user
     */
    boolean importRest(PatientImport one, LongConsumer progress) {
        var settings = one.settings();
        try (var rows = own.rowsOf(one, settings.format())) {
            var reader = own.readerOf(one, settings, rows);
            while (rows.hasNext()) {
                var some = ImportCheckService.nextOf(rows, reader);
                if (some.getLast().number() <= one.done()) {
                    continue;
                }
                var left =
                        some.stream().filter(row -> row.number() > one.done()).toList();
                if (!transaction.call(() -> importRows(one.id(), left))) {
                    return false;
                }
                progress.accept(left.getLast().number());
            }
            return true;
        }
    }

    /** Imports consecutive rows; returns false if the import was stopped. */
    private boolean importRows(ImportId id, List<RowReader.Row> rows) {
        var one = own.require(id);
        if (!one.isRunning()) {
            return false;
        }
        if (one.done() >= rows.getFirst().number()) {
            throw new Refused("Someone else is running this import");
        }
        var source = one.settings().source();
        var known = new HashSet<>(externals.known(
                one.clinic(),
                source,
                rows.stream().map(RowReader.Row::externalId).toList()));
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
                assign(row, finding, batch);
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
        private final List<RowReader.Row> rows = new ArrayList<>();
        private final Map<RowReader.Row, RowFinding> same = new HashMap<>();
        private final List<External> externals = new ArrayList<>();
        private long known;
        private long matched;
        private long skipped;

        Batch(long upTo) {
            this.upTo = upTo;
        }

        CountedRows.RowsDone done(int added) {
            return new CountedRows.RowsDone(upTo, added, matched, known, skipped);
        }
    }

    private static void assign(RowReader.Row row, Optional<RowFinding> finding, Batch batch) {
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
                            headers.knownAt(patient, one.clinic());
                            events.publishEvent(new ImportEvent.Matched(id, patient, row.number()));
                            batch.externals.add(new External(row.externalId(), patient, row.number(), false));
                            batch.matched++;
                        },
                        () -> {
                            findings.refuse(
                                    id,
                                    row.number(),
                                    "The patient or the earlier row that this row repeats was not imported");
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
     * Takes back what the import wrote.
     *
     * @return how many of the patients who were looked at stay, because somebody has written on them
     */
    long takeBack(ImportId id, LongConsumer progress, BooleanSupplier isCanceled) {
        var after = 0L;
        var seen = 0L;
        var kept = new HashSet<PatientId>();
        var page = externals.find(id, after, ImportCheckService.AT_ONCE);
        while (!page.isEmpty()) {
            for (var external : page) {
                if (isCanceled.getAsBoolean()) {
                    return kept.size();
                }
                if (!takeBack(id, external)) {
                    kept.add(external.patient());
                }
                progress.accept(++seen);
            }
            after = page.getLast().row();
            page = externals.find(id, after, ImportCheckService.AT_ONCE);
        }
        return kept.size();
    }

    /** Returns false if somebody has written on the patient since, so that they stay. */
    private boolean takeBack(ImportId id, External external) {
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
                var one = own.require(id);
                one.countReverted(clock.instant());
                imports.saveAndFlush(one);
                return true;
            });
        } catch (DataIntegrityViolationException writtenOn) {
            return false;
        }
    }
}
