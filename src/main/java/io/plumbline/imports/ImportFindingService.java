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
import java.util.List;
import java.util.Map;
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
    private static final int AT_ONCE = 100;

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

    /** Returns name and number of those patients of some findings whom the caller may see. */
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
     * Writes the rows that are not imported, each with its line and what is wrong, as a CSV file.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws IOException if it cannot be written
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void writeProblems(ImportId id, OutputStream out) throws IOException {
        own.require(id);
        transaction.run(() -> events.publishEvent(new ImportEvent.ProblemsDownloaded(id)));
        try (var file = new CsvFile(out)) {
            file.row("line", "name", "problem");
            for (var kind : List.of(RowFinding.Kind.WRONG, RowFinding.Kind.REPEATED)) {
                var after = 0L;
                var page = findings.find(id, kind, after, AT_ONCE);
                while (!page.isEmpty()) {
                    page.forEach(one -> file.row(one.line(), one.name(), one.sentence()));
                    after = page.getLast().number();
                    page = findings.find(id, kind, after, AT_ONCE);
                }
            }
        }
    }

    private void requireOpen(ImportId id) {
        if (!own.require(id).status().isOpen()) {
            throw new Refused("Rows of this file are imported already");
        }
    }
}
