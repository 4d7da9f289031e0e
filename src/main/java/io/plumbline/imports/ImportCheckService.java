package io.plumbline.imports;

import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.patients.ImportedPatientService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.Caller;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.SearchWords;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
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

    ImportCheckService(
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
        requireColumns(settings);
        try (var rows = new CsvRows(store.pathOf(one.storedAs()), settings.format())) {
            var reader = new RowReader(
                    settings,
                    rows.headings().size(),
                    clinics.todayAt(one.clinic()),
                    clinics.label(one.clinic()).country());
            var seen = new Seen();
            var count = 0L;
            while (rows.hasNext() && !isCanceled.getAsBoolean()) {
                var some = nextOf(rows, reader);
                count = some.getLast().number();
                if (count > MOST_ROWS) {
                    throw new Refused("A file can have at most 200,000 rows. Split it");
                }
                var known = externals.known(
                        one.clinic(),
                        settings.source(),
                        some.stream().map(ReadRow::externalId).toList());
                var found = some.stream()
                        .filter(row -> !known.contains(row.externalId()))
                        .flatMap(row -> find(one, row, seen).stream())
                        .toList();
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
        var one = require(id);
        one.beginCheck(clock.instant());
        findings.clear(id);
        return imports.saveAndFlush(one);
    }

    /** Writes what was found, unless a colleague has changed the import or begun another check in the meantime. */
    private void inCheck(PatientImport one, Runnable write) {
        transaction.run(() -> {
            if (!findings.hold(one.id(), one.version())) {
                throw new Refused("A colleague changed or checked this import in the meantime. Check it again");
            }
            write.run();
        });
    }

    private static void requireColumns(ImportSettings settings) {
        for (var field : ImportField.values()) {
            if (field.isRequired() && !settings.columns().containsKey(field)) {
                throw new Refused("Choose the column of the " + field.label().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void finish(PatientImport checked, long count) {
        inCheck(checked, () -> {
            var one = require(checked.id());
            one.checked(count, clock.instant());
            imports.saveAndFlush(one);
        });
    }

    static List<ReadRow> nextOf(CsvRows rows, RowReader reader) {
        var some = new ArrayList<ReadRow>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            some.add(reader.read(rows.next()));
        }
        return some;
    }

    /** The rows so far, by their id and by name and birth date. */
    private static final class Seen {
        private final Map<String, Long> lineOfId = new HashMap<>();
        private final Map<String, ReadRow> rowOfPerson = new HashMap<>();
    }

    private Optional<RowFinding> find(PatientImport one, ReadRow row, Seen seen) {
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
        return String.join(" ", SearchWords.words(draft.givenName() + " " + draft.familyName())) + "|"
                + draft.birthDate();
    }

    private static RowFinding duplicate(ReadRow row, PossibleDuplicate likely) {
        return new RowFinding(
                row.number(),
                row.line(),
                RowFinding.Kind.DUPLICATE,
                likely.why(),
                name(row),
                likely.patient().id(),
                null,
                null);
    }

    private static RowFinding twice(ReadRow row, ReadRow earlier, PatientDraft draft) {
        return new RowFinding(
                row.number(),
                row.line(),
                RowFinding.Kind.DUPLICATE,
                draft.birthDate() == null
                        ? "Same name as line " + earlier.line() + ", and no birth date"
                        : "Same name and birth date as line " + earlier.line(),
                name(row),
                null,
                earlier.number(),
                null);
    }

    private static RowFinding finding(ReadRow row, RowFinding.Kind kind, String sentence) {
        return new RowFinding(row.number(), row.line(), kind, sentence, name(row), null, null, null);
    }

    private static String name(ReadRow row) {
        var draft = row.draft();
        return draft == null ? "" : draft.givenName() + " " + draft.familyName();
    }

    /**
     * Returns how many rows have a finding of a kind.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public long count(ImportId id, RowFinding.Kind kind) {
        require(id);
        return findings.count(id, kind);
    }

    /**
     * Returns how many possible duplicates are not decided.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public long countUndecided(ImportId id) {
        require(id);
        return findings.countUndecided(id);
    }

    /**
     * Returns findings of a kind, in the order of the file.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public List<RowFinding> find(ImportId id, RowFinding.Kind kind, long after, int limit) {
        require(id);
        return findings.find(id, kind, after, limit);
    }

    /**
     * Returns possible duplicates, those that are not decided first.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     */
    public List<RowFinding> findDuplicates(ImportId id, int limit) {
        require(id);
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
        require(id);
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
        if (!require(id).status().isOpen()) {
            throw new Refused("Rows of this file are imported already");
        }
    }

    private PatientImport require(ImportId id) {
        return imports.findById(id.value())
                .filter(one -> Caller.current().clinics().contains(one.clinic()))
                .orElseThrow(NotAvailable::new);
    }
}
