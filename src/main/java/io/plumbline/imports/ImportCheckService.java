package io.plumbline.imports;

import io.plumbline.patients.ImportedPatientService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.search.NameSpellings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks all rows of a file before any is imported: what cannot be imported, what the file says twice, and who may be a
 * patient already.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportCheckService {
    /** The number of rows that are read between two writes. */
    static final int AT_ONCE = 100;

    private static final long MOST_ROWS = 200_000;

    private final OwnImports own;
    private final PatientImports imports;
    private final RowFindingStore findings;
    private final ExternalPatientStore externals;
    private final RecordRun records;
    private final PatientService patients;
    private final ImportedPatientService imported;
    private final RetriedTransaction transaction;
    private final Clock clock;

    ImportCheckService(
            OwnImports own,
            PatientImports imports,
            RowFindingStore findings,
            ExternalPatientStore externals,
            RecordRun records,
            PatientService patients,
            ImportedPatientService imported,
            RetriedTransaction transaction,
            Clock clock) {
        this.own = own;
        this.imports = imports;
        this.findings = findings;
        this.externals = externals;
        this.records = records;
        this.patients = patients;
        this.imported = imported;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads all rows and keeps what is found about them; changes no patient. Takes minutes for a large file, so call it
     * beside the screen and outside any transaction.
     *
     * @param progress gets the number of rows that were read
     * @param isCanceled asked between rows; a canceled check leaves the file unchecked
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if the file cannot be read or rows were imported already; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void check(ImportId id, LongConsumer progress, BooleanSupplier isCanceled) {
        var one = transaction.call(() -> begun(id));
        var settings = one.settings();
        requireColumns(one.kind(), settings);
        try (var rows = own.rowsOf(one, settings.format())) {
            var finder = finder(one, settings, rows);
            var count = 0L;
            while (rows.hasNext() && !isCanceled.getAsBoolean()) {
                var some = nextOf(rows);
                count = some.getLast().number();
                if (count > MOST_ROWS) {
                    throw new Refused("A file can have at most 200,000 rows. Split it");
                }
                var found = finder.apply(some);
                inCheck(one, () -> findings.add(id, found));
                progress.accept(count);
            }
            if (isCanceled.getAsBoolean()) {
                inCheck(one, () -> findings.clear(id));
                return;
            }
            if (count == 0) {
                throw new Refused("This file has no rows below the headings");
            }
            finish(one, count);
        }
    }

    private PatientImport begun(ImportId id) {
        var one = own.require(id);
        one.beginCheck(clock.instant());
        findings.clear(id);
        return imports.saveAndFlush(one);
    }

    /** Writes what was found, unless a colleague has changed the import or begun another check in the meantime. */
    private void inCheck(PatientImport one, Runnable write) {
        transaction.run(() -> {
            if (!findings.lock(one.id(), one.version())) {
                throw new Refused("A colleague changed or checked this import in the meantime. Check it again");
            }
            write.run();
        });
    }

    private Function<List<CsvRow>, List<RowFinding>> finder(PatientImport one, ImportSettings settings, CsvRows rows) {
        if (one.kind() != ImportKind.PATIENTS) {
            return records.finder(one, rows);
        }
        var reader = own.readerOf(one, settings, rows);
        var seen = new Seen();
        return some -> {
            var read = some.stream().map(reader::read).toList();
            var known = externals.known(
                    one.clinic(),
                    settings.source(),
                    read.stream().map(RowReader.Row::externalId).toList());
            return read.stream()
                    .filter(row -> !known.contains(row.externalId()))
                    .flatMap(row -> find(one, row, seen).stream())
                    .toList();
        };
    }

    private static void requireColumns(ImportKind kind, ImportSettings settings) {
        for (var field : ImportField.of(kind)) {
            if (field.isRequired(kind) && !settings.columns().containsKey(field)) {
                throw new Refused("Choose the column of the " + field.label().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void finish(PatientImport checked, long count) {
        inCheck(checked, () -> {
            var one = own.require(checked.id());
            one.checked(count, clock.instant());
            imports.saveAndFlush(one);
        });
    }

    static List<CsvRow> nextOf(CsvRows rows) {
        var some = new ArrayList<CsvRow>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            some.add(rows.next());
        }
        return some;
    }

    static List<RowReader.Row> nextOf(CsvRows rows, RowReader reader) {
        return nextOf(rows).stream().map(reader::read).toList();
    }

    /** The rows so far, by their id and by name and birth date. */
    private static final class Seen {
        private final Map<String, Long> lineOfId = new HashMap<>();
        private final Map<String, RowReader.Row> rowOfPerson = new HashMap<>();
    }

    private Optional<RowFinding> find(PatientImport one, RowReader.Row row, Seen seen) {
        var before = seen.lineOfId.putIfAbsent(row.externalId(), row.line());
        if (before != null) {
            var same = row.externalId().startsWith("#") ? "Same as line " : "Same ID as line ";
            return Optional.of(finding(row, RowFinding.Kind.REPEATED, same + before));
        }
        var draft = row.draft();
        if (draft == null) {
            return Optional.of(finding(row, RowFinding.Kind.WRONG, String.join(". ", row.problems())));
        }
        var refused = imported.refusalOf(draft, one.clinic());
        if (refused.isPresent()) {
            return Optional.of(finding(row, RowFinding.Kind.WRONG, refused.get()));
        }
        var earlier = seen.rowOfPerson.putIfAbsent(person(draft), row);
        return patients.likely(draft).stream()
                .max(Comparator.comparingInt(ImportCheckService::likelihood))
                .map(likely -> duplicate(row, likely))
                .or(() -> Optional.ofNullable(earlier).map(same -> twice(row, same, draft)));
    }

    /** A name says more than a phone, which a family shares. */
    private static int likelihood(PossibleDuplicate likely) {
        var why = likely.why().toLowerCase(Locale.ROOT);
        if (why.contains("name") && why.contains("birth date") && !why.contains("not known")) {
            return 2;
        }
        return why.contains("name") ? 1 : 0;
    }

    private static String person(PatientDraft draft) {
        return NameSpellings.sameness(draft.name()) + "|" + draft.birthDate();
    }

    private static RowFinding duplicate(RowReader.Row row, PossibleDuplicate likely) {
        return new RowFinding(
                row.number(),
                row.line(),
                RowFinding.Kind.DUPLICATE,
                likely.why(),
                row.name(),
                likely.patient().id(),
                null,
                null);
    }

    private static RowFinding twice(RowReader.Row row, RowReader.Row earlier, PatientDraft draft) {
        return new RowFinding(
                row.number(),
                row.line(),
                RowFinding.Kind.DUPLICATE,
                draft.birthDate() == null
                        ? "Same name as line " + earlier.line() + ", and no birth date"
                        : "Same name and birth date as line " + earlier.line(),
                row.name(),
                null,
                earlier.number(),
                null);
    }

    private static RowFinding finding(RowReader.Row row, RowFinding.Kind kind, String sentence) {
        return new RowFinding(row.number(), row.line(), kind, sentence, row.name(), null, null, null);
    }
}
