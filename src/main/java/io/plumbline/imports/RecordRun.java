package io.plumbline.imports;

import io.plumbline.imports.ImportedRecordStore.Imported;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks, imports and takes back the rows of files that are no patients. Each row has a transaction of its own: one that
 * is refused leaves the others as they are, and a row of a megabyte is never in memory beside another.
 */
@Component
class RecordRun {
    private static final int SHOWN_EACH = 20;

    private final Map<ImportKind, RowsOfKind> kinds;
    private final OwnImports own;
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final ImportedRecordStore records;
    private final RetriedTransaction transaction;
    private final Clock clock;

    RecordRun(
            List<RowsOfKind> kinds,
            OwnImports own,
            PatientImports imports,
            RowFindingStore findings,
            ImportedRecordStore records,
            RetriedTransaction transaction,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(RowsOfKind::kind, Function.identity()));
        this.own = own;
        this.imports = imports;
        this.findings = findings;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Locks an import until the end of the transaction, so that run, stop and undoing follow one another. */
    void lock(ImportId id) {
        records.lock(id);
    }

    private RowsOfKind of(ImportKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    /** Returns for each column with names what such a name can mean at a clinic; none for patients. */
    Map<ImportField, List<RowsOfKind.Meaning>> meanings(ImportKind kind, ClinicId clinic) {
        return kind == ImportKind.PATIENTS ? Map.of() : of(kind).meanings(clinic);
    }

    /** Reads some rows as chosen, without looking whether they can be written. */
    List<RowsOfKind.Row> read(PatientImport one, ImportSettings settings, CsvRows rows, List<CsvRow> some) {
        var reading =
                of(one.kind()).reading(one.clinic(), settings, rows.headings().size());
        return some.stream().map(reading::read).toList();
    }

    /** Returns what finds out about some rows of a file at a time what is wrong with them, in the order of the file. */
    Function<List<CsvRow>, List<RowFinding>> finder(PatientImport one, CsvRows rows) {
        var reading = reading(one, rows);
        var lineOfId = new HashMap<String, Long>();
        return some -> {
            var read = some.stream().map(reading::read).toList();
            var known = records.known(
                    one, read.stream().map(RowsOfKind.Row::externalId).toList());
            var found = new ArrayList<RowFinding>();
            for (var row : read) {
                var before = lineOfId.putIfAbsent(row.externalId(), row.line());
                if (before != null) {
                    var same = row.externalId().startsWith("#") ? "Same as line " : "Same ID as line ";
                    found.add(finding(row, RowFinding.Kind.REPEATED, same + before));
                } else if (!known.contains(row.externalId())) {
                    find(row, found);
                }
            }
            return found;
        };
    }

    private RowsOfKind.Reading reading(PatientImport one, CsvRows rows) {
        return of(one.kind())
                .reading(one.clinic(), one.settings(), rows.headings().size());
    }

    private static void find(RowsOfKind.Row row, List<RowFinding> found) {
        if (!row.problems().isEmpty()) {
            found.add(finding(row, RowFinding.Kind.WRONG, String.join(". ", row.problems())));
            return;
        }
        var writing = row.writing();
        if (row.isPast() || writing == null) {
            found.add(finding(row, RowFinding.Kind.PAST, "The appointment is in the past"));
            return;
        }
        try {
            writing.tryOut();
        } catch (Refused refused) {
            found.add(finding(row, RowFinding.Kind.WRONG, refused.sentence()));
        }
    }

    private static RowFinding finding(RowsOfKind.Row row, RowFinding.Kind kind, String sentence) {
        return new RowFinding(row.number(), row.line(), kind, sentence, row.name(), null, null, null);
    }

    /**
     * Imports the rows that are left; returns at the end of the file, or once the import was stopped.
     *
     * @param one as it was started
     * @return whether the last row was reached
     * @throws Refused if somebody else runs it at the same time; the message is for the user
     */
    boolean importRest(PatientImport one, LongConsumer progress) {
        try (var rows = own.rowsOf(one, one.settings().format())) {
            var reading = reading(one, rows);
            while (rows.hasNext()) {
                var cells = rows.next();
                if (cells.number() <= one.done()) {
                    continue;
                }
                var row = reading.read(cells);
                if (!importRow(one.id(), row)) {
                    return false;
                }
                if (row.number() % SHOWN_EACH == 0 || !rows.hasNext()) {
                    progress.accept(row.number());
                }
            }
            return true;
        }
    }

    /** Imports a row, or notes why not; returns false if the import was stopped. */
    private boolean importRow(ImportId id, RowsOfKind.Row row) {
        try {
            return transaction.call(() -> importOrRefuse(id, row, ""));
        } catch (NotWritten refused) {
            return transaction.call(() -> importOrRefuse(id, row, refused.sentence));
        }
    }

    /** @param refusal why the row cannot be written; empty if that is not known yet */
    private boolean importOrRefuse(ImportId id, RowsOfKind.Row row, String refusal) {
        records.lock(id);
        var one = own.require(id);
        if (!one.isRunning()) {
            return false;
        }
        if (one.done() >= row.number()) {
            throw new Refused("Someone else is running this import");
        }
        one.count(done(one, row, refusal), clock.instant());
        imports.saveAndFlush(one);
        return true;
    }

    private CountedRows.RowsDone done(PatientImport one, RowsOfKind.Row row, String refusal) {
        var number = row.number();
        var isFound = !findings.between(one.id(), number, number).isEmpty();
        var writing = row.writing();
        if (!refusal.isEmpty()) {
            findings.add(one.id(), List.of(finding(row, RowFinding.Kind.WRONG, refusal)));
        } else if (!isFound && !records.known(one, List.of(row.externalId())).isEmpty()) {
            return new CountedRows.RowsDone(number, 0, 0, 1, 0);
        } else if (!isFound && writing != null) {
            records.add(one, row, written(writing));
            return new CountedRows.RowsDone(number, 1, 0, 0, 0);
        } else if (!isFound) {
            var found = new ArrayList<RowFinding>();
            find(row, found);
            findings.add(one.id(), found);
        }
        return new CountedRows.RowsDone(number, 0, 0, 0, 1);
    }

    private static UUID written(RowsOfKind.Writing writing) {
        try {
            return writing.write();
        } catch (Refused refused) {
            throw new NotWritten(refused.sentence(), refused);
        } catch (NotAvailable lost) {
            throw new NotWritten("The patient is no longer available at this clinic", lost);
        }
    }

    /** A row that was refused, so that its transaction is rolled back. */
    private static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        NotWritten(String sentence, Throwable cause) {
            super(sentence, cause);
            this.sentence = sentence;
        }
    }

    /**
     * Takes back what the import wrote.
     *
     * @return how many of those that were looked at stay, because something has happened to them
     */
    long takeBack(ImportId id, LongConsumer progress, BooleanSupplier isCanceled) {
        var kind = of(transaction.call(() -> own.require(id).kind()));
        var after = 0L;
        var seen = 0L;
        var kept = 0L;
        var page = records.find(id, after, ImportCheckService.AT_ONCE);
        while (!page.isEmpty()) {
            for (var imported : page) {
                if (isCanceled.getAsBoolean()) {
                    return kept;
                }
                if (!takeBack(id, kind, imported)) {
                    kept++;
                }
                progress.accept(++seen);
            }
            after = page.getLast().row();
            page = records.find(id, after, ImportCheckService.AT_ONCE);
        }
        return kept;
    }

    /** Returns false if something has happened to it since, so that it stays. */
    private boolean takeBack(ImportId id, RowsOfKind kind, Imported imported) {
        return transaction.call(() -> {
            records.lock(id);
            if (!kind.takeBack(imported.record())) {
                return false;
            }
            if (!records.remove(id, imported)) {
                // taken back by a colleague who undoes it too
                return true;
            }
            var one = own.require(id);
            one.countReverted(clock.instant());
            imports.saveAndFlush(one);
            return true;
        });
    }
}
