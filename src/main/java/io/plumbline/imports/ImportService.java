package io.plumbline.imports;

import io.plumbline.documents.FileStore;
import io.plumbline.documents.ReceivedFile;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Imports from files of other products: receives a file, and says how it is read. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_IMPORT)
public class ImportService {
    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 100 * 1024 * 1024;

    private static final int LATEST = 20;
    private static final int PREVIEWED = 10;
    private static final int SPREADSHEET_HEAD = 4;

    private final OwnImports own;
    private final PatientImports imports;
    private final ImportStaffQuery staff;
    private final RecordRun records;
    private final FileStore store;
    private final ImportKeeping keeping;
    private final RetriedTransaction transaction;
    private final Clock clock;

    ImportService(
            OwnImports own,
            PatientImports imports,
            ImportStaffQuery staff,
            RecordRun records,
            FileStore store,
            ImportKeeping keeping,
            RetriedTransaction transaction,
            Clock clock) {
        this.own = own;
        this.imports = imports;
        this.staff = staff;
        this.records = records;
        this.store = store;
        this.keeping = keeping;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns the encodings in which a file can be read, most likely first. */
    public List<Charset> charsets() {
        return CsvFormatGuess.CHARSETS;
    }

    /** Returns the separators of cells by which a file can be read, most likely first. */
    public List<Character> separators() {
        return CsvFormatGuess.SEPARATORS;
    }

    /** Returns the latest 20 imports of the current user's clinics, newest first. */
    public List<ImportDetails> findLatest() {
        var mine = CurrentUser.current().clinics();
        if (mine.isEmpty()) {
            return List.of();
        }
        var found = imports.findLatest(mine, Limit.of(LATEST));
        var names = staff.names(found.stream().map(PatientImport::begunBy).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> one.details(names.getOrDefault(one.begunBy(), ""), keeping))
                .toList();
    }

    /**
     * Opens an import.
     *
     * @throws NotAvailable if it does not exist or is of another clinic
     */
    public ImportDetails open(ImportId id) {
        var one = own.require(id);
        return one.details(staff.names(Set.of(one.begunBy())).getOrDefault(one.begunBy(), ""), keeping);
    }

    /**
     * Receives a file. It is kept once {@link #begin} has saved the import.
     *
     * @throws Refused if it is empty, too large or no text; the message is for the user
     * @throws IOException if the sender stops in the middle
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ReceivedFile receive(InputStream content) throws IOException {
        var file = store.receive(content, MOST_BYTES);
        var isText = false;
        try {
            requireText(file.received());
            isText = true;
            return file;
        } finally {
            if (!isText) {
                store.discard(file);
            }
        }
    }

    private static void requireText(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var head = new String(content.readNBytes(SPREADSHEET_HEAD), StandardCharsets.ISO_8859_1);
            if (head.startsWith("PK") || head.equals("\u00D0\u00CF\u0011\u00E0")) {
                throw new Refused("This is a spreadsheet or an archive. Open it, and save it as CSV");
            }
            if (head.startsWith("%PDF")) {
                throw new Refused("This is a PDF. Export the rows as CSV");
            }
        }
    }

    /**
     * Begins an import: guesses how the file is read and which column is what. Nothing of it is imported yet.
     *
     * @param kind what the rows of the file are
     * @param clinic one of the current user's, where the patients are registered
     * @param fileName as the user's computer calls it
     * @throws NotAvailable if the current user does not work at that clinic
     * @throws Refused if the file has no headings, or was not saved in time; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportId begin(ImportKind kind, ClinicId clinic, ReceivedFile file, String fileName) {
        var user = CurrentUser.current();
        if (!user.clinics().contains(clinic)) {
            throw new NotAvailable();
        }
        var before = imports.findByStoredAs(file.storedAs());
        if (before.isPresent()) {
            return new ImportId(before.get());
        }
        // reads the whole file, so outside of any transaction
        var guessed = guessed(kind, file.received());
        return transaction.call(() -> {
            var saved = imports.saveAndFlush(
                    PatientImport.begun(kind, clinic, file, fileName, guessed, user.staff(), clock.instant()));
            // only moves the file; if the transaction fails, nothing refers to it
            store.keep(file);
            return saved.id();
        });
    }

    private static ImportSettings guessed(ImportKind kind, Path file) {
        try {
            return guessed(kind, file, ImportSource.SPREADSHEET, CsvFormatGuess.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ImportSettings guessed(ImportKind kind, Path file, ImportSource source, CsvFormat format) {
        try (var rows = new CsvRows(file, format)) {
            var columns = ImportSettings.columnsOf(kind, rows.headings());
            // what the file says counts as long as nobody has named a product
            var product = source == ImportSource.SPREADSHEET ? ImportSource.of(rows.headings()) : source;
            var settings = new ImportSettings(product, format, columns, null);
            var order = BirthDateOrder.of(rows, settings.dateColumns());
            return settings.ordered(order.order().orElse(null));
        }
    }

    /** Returns what was chosen, with what follows from it: columns from another format, the order from other dates. */
    private static ImportSettings settled(ImportKind kind, Path file, ImportSettings before, ImportSettings chosen) {
        if (!chosen.format().equals(before.format())) {
            return guessed(kind, file, chosen.source(), chosen.format());
        }
        var columns = chosen.dateColumns();
        if (Set.copyOf(columns).equals(Set.copyOf(before.dateColumns()))) {
            return chosen;
        }
        try (var rows = new CsvRows(file, chosen.format())) {
            return chosen.ordered(BirthDateOrder.of(rows, columns).order().orElse(null));
        }
    }

    /**
     * Changes how a file is read. What a check found before counts no more. Another format brings other columns, and
     * another column of birth dates the order that its dates say. Reads the whole file, so do not call it in a
     * transaction.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if rows were imported already; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void describe(ImportId id, long version, ImportSettings settings) {
        var seen = own.require(id);
        seen.requireFile();
        var settled = settled(seen.kind(), store.pathOf(seen.storedAs()), seen.settings(), settings);
        transaction.run(() -> {
            var one = own.require(id);
            StaleVersion.throwUnless(one.version() == version, PatientImport.class, id);
            one.describe(settled, clock.instant());
            imports.saveAndFlush(one);
        });
    }

    private List<ImportPreview.FirstRow> read(
            PatientImport one, ImportSettings settings, CsvRows rows, List<CsvRow> some) {
        if (one.kind() == ImportKind.PATIENTS) {
            var reader = own.readerOf(one, settings, rows);
            return some.stream().map(reader::preview).toList();
        }
        return records.read(one, settings, rows, some).stream()
                .map(row -> new ImportPreview.FirstRow(row.name(), row.details(), row.problems()))
                .toList();
    }

    /**
     * Reads the first rows of a file, all its dates, and all names of which somebody must say the meaning. Reads
     * the whole file, so do not call it in a transaction.
     *
     * @throws NotAvailable if the import does not exist or is of another clinic
     * @throws Refused if the file cannot be read so; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportPreview preview(ImportId id, ImportSettings settings) {
        var one = own.require(id);
        try (var rows = own.rowsOf(one, settings.format())) {
            var first = new ArrayList<CsvRow>();
            while (first.size() < PREVIEWED && rows.hasNext()) {
                first.add(rows.next());
            }
            var order = new BirthDateOrder();
            var columns = settings.dateColumns();
            var names = new ImportPreview.Names(settings, records.meanings(one.kind(), one.clinic()));
            Consumer<CsvRow> look = row -> {
                order.add(row, columns);
                names.add(row);
            };
            first.forEach(look);
            rows.forEachRemaining(look);
            return new ImportPreview(
                    rows.headings(), read(one, settings, rows, first), order.mustBeAsked(), names.all());
        }
    }
}
