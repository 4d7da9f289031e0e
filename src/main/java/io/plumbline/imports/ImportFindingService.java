package io.plumbline.imports;

import io.plumbline.patients.ImportedPatientService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.PatientId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the check of a file found: rows that are not imported, and possible duplicates, which a person decides. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportFindingService {
    private static final Set<RowFinding.Kind> NOT_IMPORTED =
            EnumSet.of(RowFinding.Kind.WRONG, RowFinding.Kind.REPEATED);

    private final OwnImports own;
    private final RowFindingStore findings;
    private final ImportedPatientService imported;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    ImportFindingService(
            OwnImports own,
            RowFindingStore findings,
            ImportedPatientService imported,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.own = own;
        this.findings = findings;
        this.imported = imported;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Returns how many rows have a finding of a kind.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public long count(ImportId id, RowFinding.Kind kind) {
        own.require(id);
        return findings.count(id, kind);
    }

    /**
     * Returns how many rows of a checked file can be imported: those that are neither wrong, nor repeated, nor past.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public long countImportable(ImportId id) {
        return findings.countImportable(own.require(id));
    }

    /**
     * Returns how many possible duplicates are not decided.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public long countUndecided(ImportId id) {
        own.require(id);
        return findings.countUndecided(id);
    }

    /**
     * Returns findings of a kind, in the order of the file.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public List<RowFinding> find(ImportId id, RowFinding.Kind kind, long after, int limit) {
        own.require(id);
        return findings.find(id, kind, after, limit);
    }

    /**
     * Returns possible duplicates, those that are not decided first.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public List<RowFinding> findDuplicates(ImportId id, int limit) {
        own.require(id);
        return findings.findDuplicates(id, limit);
    }

    /** Returns name and number of those patients of some findings whom the current user may see. */
    @Transactional
    public Map<PatientId, String> namesOf(List<RowFinding> some) {
        return imported.namesOf(
                some.stream().flatMap(one -> Stream.ofNullable(one.patient())).collect(Collectors.toSet()));
    }

    /**
     * Decides what becomes of a row that may be a patient who is there.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if the row is no possible duplicate, or rows were imported already; the message is for the user
     */
    @Transactional
    public void decide(ImportId id, long row, DuplicateDecision decision) {
        requireOpen(id);
        if (!findings.decide(id, row, decision)) {
            throw new Refused("This row is no longer a possible duplicate: check the file again");
        }
        events.publishEvent(new ImportEvent.Decided(id, "row " + row, decision));
    }

    /**
     * Decides all possible duplicates that are not decided yet.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if rows were imported already; the message is for the user
     */
    @Transactional
    public void decideOthers(ImportId id, DuplicateDecision decision) {
        requireOpen(id);
        var rows = findings.decideOthers(id, decision);
        events.publishEvent(new ImportEvent.Decided(id, rows + " rows", decision));
    }

    /**
     * Leaves all possible duplicates to be decided again.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if rows were imported already; the message is for the user
     */
    @Transactional
    public void clearDecisions(ImportId id) {
        requireOpen(id);
        findings.clearDecisions(id);
    }

    /**
     * Writes the rows that are not imported as a CSV file: the row as it is in the imported file, so that it can be
     * corrected and imported again, then its line and what is wrong. Of old notes only name, line and problem, because
     * who imports them may not read them.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if the imported file is deleted; the message is for the user
     * @throws IOException if the file cannot be written
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void writeProblems(ImportId id, OutputStream out) throws IOException {
        var one = own.require(id);
        transaction.run(() -> events.publishEvent(new ImportEvent.ProblemsDownloaded(id)));
        var hasCells = one.kind() != ImportKind.OLD_NOTES;
        try (var rows = own.rowsOf(one, one.settings().format());
                var file = new CsvFile(out)) {
            var headings = hasCells ? rows.headings() : List.of("name");
            file.row(with(headings, "line", "problem"));
            while (rows.hasNext()) {
                var some = ImportCheckService.nextOf(rows);
                var wrong = findings
                        .between(id, some.getFirst().number(), some.getLast().number())
                        .stream()
                        .filter(found -> NOT_IMPORTED.contains(found.kind()))
                        .collect(Collectors.toMap(RowFinding::number, Function.identity()));
                some.stream().filter(row -> wrong.containsKey(row.number())).forEach(row -> {
                    var found = Objects.requireNonNull(wrong.get(row.number()));
                    var cells = hasCells ? row.cells(headings.size()) : List.of(found.name());
                    file.row(with(cells, found.line(), found.sentence()));
                });
            }
        }
    }

    private static Object[] with(List<String> cells, Object... more) {
        return Stream.concat(cells.stream(), Stream.of(more)).toArray();
    }

    private void requireOpen(ImportId id) {
        if (!own.require(id).status().isOpen()) {
            throw new Refused("Rows of this file are imported already");
        }
    }
}
