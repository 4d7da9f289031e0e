package io.plumbline.imports;

import io.plumbline.documents.ReceivedFile;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** An import from one file: what its rows are, how it is read, and how far the import is. */
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
    private ImportKind kind;

    @Embedded
    private StoredSettings settings;

    private String fileName;
    private String storedAs;
    private String sha256;
    private long bytes;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @Embedded
    private CountedRows counted;

    private int checks;
    private Instant begunAt;
    private StaffId begunBy;
    private Instant changedAt;
    private @Nullable Instant fileDeletedAt;

    static PatientImport begun(
            ImportKind kind,
            ClinicId clinic,
            ReceivedFile file,
            String fileName,
            ImportSettings settings,
            StaffId by,
            Instant at) {
        var begun = new PatientImport();
        begun.kind = kind;
        begun.id = Ids.next();
        begun.clinicId = clinic;
        begun.fileName = fileName.substring(0, Math.min(LONGEST_NAME, fileName.length()));
        begun.storedAs = file.storedAs();
        begun.sha256 = file.sha256();
        begun.bytes = file.bytes();
        begun.begunAt = at;
        begun.begunBy = by;
        begun.counted = new CountedRows();
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
        requireFile();
        status.requireOpen();
        read(settings, at);
    }

    private void read(ImportSettings settings, Instant at) {
        this.settings = new StoredSettings(settings);
        status = ImportStatus.NEW;
        counted.beginCheck();
        changedAt = at;
    }

    /**
     * Notes that a check begins; the one before, if it still runs, notices it by the version.
     *
     * @throws Refused if rows were imported already
     */
    void beginCheck(Instant at) {
        requireFile();
        status.requireOpen();
        status = ImportStatus.NEW;
        counted.beginCheck();
        checks++;
        changedAt = at;
    }

    /** Notes that all rows were read. */
    void checked(long count, Instant at) {
        counted.checked(count);
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
        registerEvent(new ImportEvent.Started(id(), done()));
    }

    /** @throws Refused if the file was not checked, or is imported already */
    void requireRunnable() {
        requireFile();
        status.requireRunnable();
    }

    /** Stops the import after the rows that are being imported; does nothing if it does not run. */
    void stop(Instant at) {
        if (status == ImportStatus.RUNNING) {
            status = ImportStatus.STOPPED;
            changedAt = at;
            registerEvent(new ImportEvent.Stopped(id(), done()));
        }
    }

    /** Counts the rows of one transaction. */
    void count(CountedRows.RowsDone rowsDone, Instant at) {
        counted.add(rowsDone);
        changedAt = at;
    }

    /** Notes that the last row is imported. */
    void end(Instant at) {
        status = ImportStatus.DONE;
        counted.end();
        changedAt = at;
        var counts = counts();
        registerEvent(new ImportEvent.Done(id(), counts.added(), counts.matched(), counts.skipped()));
    }

    /**
     * Begins to undo the import, or goes on with it; from then on no row is imported.
     *
     * @throws Refused if it runs or has imported nothing
     */
    void beginRevert(Instant at) {
        if (fileDeletedAt != null) {
            throw new Refused("The file of this import is deleted, so the import can no longer be undone");
        }
        status.requireNotRunning();
        counted.requireEffect();
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
        status.requireReverting();
        counted.countReverted();
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
            registerEvent(new ImportEvent.Reverted(id(), counts().reverted(), kept));
        }
    }

    /**
     * Notes that the file and what the check found are deleted. The patients stay, and stay known by their ids.
     *
     * @throws Refused if they were deleted before
     */
    void deleteFile(Instant at) {
        requireFile();
        fileDeletedAt = at;
        registerEvent(new ImportEvent.FileDeleted(id()));
    }

    /** @throws Refused if the file is deleted */
    void requireFile() {
        if (fileDeletedAt != null) {
            throw new Refused("The file of this import is deleted. Start a new import with the file");
        }
    }

    boolean isRunning() {
        return status == ImportStatus.RUNNING;
    }

    ImportSettings settings() {
        return settings.settings();
    }

    ImportDetails details(String beganBy, ImportKeeping keeping) {
        return new ImportDetails(
                id(),
                version(),
                kind,
                clinicId,
                status,
                settings(),
                fileName,
                bytes,
                counts(),
                begunAt,
                beganBy,
                keeping.endsAfter(changedAt),
                fileDeletedAt != null);
    }

    ImportId id() {
        return new ImportId(id);
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    ImportKind kind() {
        return kind;
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

    boolean isFileDeleted() {
        return fileDeletedAt != null;
    }

    Instant changedAt() {
        return changedAt;
    }

    ImportStatus status() {
        return status;
    }

    long done() {
        return counts().done();
    }

    private ImportCounts counts() {
        return counted.counts();
    }

    long rows() {
        return counts().rows();
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientImport() {}
}
