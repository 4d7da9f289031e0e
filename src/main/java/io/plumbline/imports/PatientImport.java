package io.plumbline.imports;

import io.plumbline.documents.ReceivedFile;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** An import of patients from one file: how the file is read, and how far the import is. */
@Entity
@Table(name = "patient_import")
class PatientImport extends AbstractAggregateRoot<PatientImport> {
    private static final int LONGEST_NAME = 160;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private ImportSource source;

    private String fileName;
    private String storedAs;
    private String sha256;
    private long bytes;
    private String encoding;
    private String cellSeparator;

    @Enumerated(EnumType.STRING)
    private @Nullable DateOrder dateOrder;

    private FieldColumns fieldColumns;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @Column(name = "row_count")
    private long rows;

    private long done;
    private long added;
    private long matched;
    private long known;
    private long skipped;
    private long reverted;
    private int checks;
    private Instant begunAt;
    private StaffId begunBy;
    private Instant changedAt;

    static PatientImport begun(
            ClinicId clinic, ReceivedFile file, String fileName, ImportSettings settings, StaffId by, Instant at) {
        var begun = new PatientImport();
        begun.id = Ids.next();
        begun.clinicId = clinic;
        begun.fileName = fileName.substring(0, Math.min(LONGEST_NAME, fileName.length()));
        begun.storedAs = file.storedAs();
        begun.sha256 = file.sha256();
        begun.bytes = file.bytes();
        begun.begunAt = at;
        begun.begunBy = by;
        begun.read(settings, at);
        begun.registerEvent(new ImportEvent.Begun(begun.id(), file.sha256()));
        return begun;
    }

    /**
     * Changes how the file is read. What a check found before counts no more.
     *
     * @throws Refused if rows were imported already
     */
    void describe(ImportSettings settings, Instant at) {
        if (!status.isOpen()) {
            throw new Refused("Rows of this file are imported already, so it can be read in no other way. Start a new"
                    + " import");
        }
        read(settings, at);
    }

    private void read(ImportSettings settings, Instant at) {
        source = settings.source();
        encoding = settings.format().charset().name();
        cellSeparator = String.valueOf(settings.format().separator());
        dateOrder = settings.dateOrder();
        fieldColumns = new FieldColumns(settings.columns());
        status = ImportStatus.NEW;
        rows = 0;
        changedAt = at;
    }

    /**
     * Notes that a check begins; the one before, if it still runs, notices it by the version.
     *
     * @throws Refused if rows were imported already
     */
    void beginCheck(Instant at) {
        if (!status.isOpen()) {
            throw new Refused("Rows of this file are imported already. Start a new import to check it again");
        }
        status = ImportStatus.NEW;
        rows = 0;
        checks++;
        changedAt = at;
    }

    /** Notes that all rows were read. */
    void checked(long count, Instant at) {
        rows = count;
        status = ImportStatus.CHECKED;
        changedAt = at;
        registerEvent(new ImportEvent.Checked(id(), count));
    }

    /**
     * Begins or goes on to import the rows.
     *
     * @throws Refused if the file was not checked, or is imported already
     */
    void run(Instant at) {
        requireRunnable();
        status = ImportStatus.RUNNING;
        changedAt = at;
        registerEvent(new ImportEvent.Started(id(), done));
    }

    /** @throws Refused if the file was not checked, or is imported already */
    void requireRunnable() {
        if (status == ImportStatus.NEW) {
            throw new Refused("Check the file first");
        }
        if (status != ImportStatus.CHECKED && status != ImportStatus.RUNNING && status != ImportStatus.STOPPED) {
            throw new Refused("This import has ended");
        }
    }

    /** Stops the import after the rows that are being imported; does nothing if it does not run. */
    void stop(Instant at) {
        if (status == ImportStatus.RUNNING) {
            status = ImportStatus.STOPPED;
            changedAt = at;
            registerEvent(new ImportEvent.Stopped(id(), done));
        }
    }

    /** Counts the rows of one transaction. */
    void count(RowsDone rowsDone, Instant at) {
        done = rowsDone.upTo();
        added += rowsDone.added();
        matched += rowsDone.matched();
        known += rowsDone.known();
        skipped += rowsDone.skipped();
        changedAt = at;
    }

    /** Notes that the last row is imported. */
    void end(Instant at) {
        status = ImportStatus.DONE;
        done = rows;
        changedAt = at;
        registerEvent(new ImportEvent.Done(id(), added, matched, skipped));
    }

    /**
     * Begins to undo the import, or goes on with it; from then on no row is imported.
     *
     * @throws Refused if it runs or has imported nothing
     */
    void beginRevert(Instant at) {
        if (status == ImportStatus.RUNNING) {
            throw new Refused("Stop the import first");
        }
        if (added == 0 && matched == 0) {
            throw new Refused("This import has added no patients");
        }
        if (status != ImportStatus.REVERTED) {
            status = ImportStatus.REVERTING;
            changedAt = at;
        }
    }

    /**
     * Counts a patient who was removed.
     *
     * @throws Refused if the import is not being undone
     */
    void countReverted(Instant at) {
        if (status != ImportStatus.REVERTING) {
            throw new Refused("Somebody else has undone this import in the meantime");
        }
        reverted++;
        changedAt = at;
    }

    /**
     * Notes that the import was undone.
     *
     * @param kept how many patients stay, because somebody wrote on them
     */
    void endRevert(long kept, Instant at) {
        if (status == ImportStatus.REVERTING) {
            status = ImportStatus.REVERTED;
            changedAt = at;
            registerEvent(new ImportEvent.Reverted(id(), reverted, kept));
        }
    }

    boolean isRunning() {
        return status == ImportStatus.RUNNING;
    }

    ImportSettings settings() {
        return new ImportSettings(
                source,
                new CsvFormat(Charset.forName(encoding), cellSeparator.charAt(0)),
                fieldColumns.columns(),
                dateOrder);
    }

    ImportDetails details(String beganBy) {
        return new ImportDetails(
                id(),
                version(),
                clinicId,
                status,
                settings(),
                fileName,
                bytes,
                new ImportCounts(rows, done, added, matched, known, skipped, reverted),
                begunAt,
                beganBy);
    }

    ImportId id() {
        return new ImportId(id);
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    ClinicId clinic() {
        return clinicId;
    }

    StaffId begunBy() {
        return begunBy;
    }

    String storedAs() {
        return storedAs;
    }

    Instant changedAt() {
        return changedAt;
    }

    ImportStatus status() {
        return status;
    }

    long done() {
        return done;
    }

    long rows() {
        return rows;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientImport() {}
}
