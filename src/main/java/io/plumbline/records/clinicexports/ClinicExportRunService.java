package io.plumbline.records.clinicexports;

import io.plumbline.documents.FileStore;
import io.plumbline.documents.ReceivedFile;
import io.plumbline.records.ExportCanceled;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the files of exports that were released, one at a time, and ends those that nobody downloaded in time. */
@Service
@Requires(Permission.CLINIC_EXPORT_RUN)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class ClinicExportRunService {
    private static final Logger LOG = LoggerFactory.getLogger(ClinicExportRunService.class);

    /** After that long without a word, whoever made a file is gone. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);

    private final ClinicExports exports;
    private final ClinicExportStore store;
    private final ClinicExportWriter writer;
    private final FileStore files;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClinicExportRunService(
            ClinicExports exports,
            ClinicExportStore store,
            ClinicExportWriter writer,
            FileStore files,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exports = exports;
        this.store = store;
        this.writer = writer;
        this.files = files;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes what was released, which takes minutes for a large clinic, and deletes files that waited for a day.
     *
     * @return how many files were made
     */
    public int run() {
        for (var export : store.over(clock.instant())) {
            try {
                transactions.executeWithoutResult(transaction -> expire(export));
            } catch (Refused | StaleVersion | DataAccessException notNow) {
                LOG.warn("The file of the export {} of a clinic is deleted in the next round", export, notNow);
            }
        }
        var made = 0;
        for (var export : store.toMake(clock.instant().minus(SILENT))) {
            made += isMade(export) ? 1 : 0;
        }
        return made;
    }

    private void expire(ClinicExportId id) {
        var export = find(id);
        if (export.status() == ClinicExportStatus.READY) {
            export.expire(clock.instant());
            exports.saveAndFlush(export);
            export.stored().ifPresent(files::delete);
        }
    }

    private boolean isMade(ClinicExportId id) {
        var maker = Ids.next();
        if (!Boolean.TRUE.equals(transactions.execute(transaction ->
                store.take(id, maker, clock.instant(), clock.instant().minus(SILENT))))) {
            return false;
        }
        LOG.info("The export {} of a clinic is being made", id);
        try {
            transactions.executeWithoutResult(transaction -> store.listPatients(id));
            var contents = new String[1];
            var file = files.receive(out -> contents[0] = writer.write(find(id), new Words(id, maker), out));
            return isKept(id, maker, file, contents[0]);
        } catch (ExportCanceled canceled) {
            LOG.info("The export {} of a clinic was canceled while it was being made", id);
            return false;
        } catch (IOException | RuntimeException failed) {
            // whatever it was: begun again without end, it would only be written again and again
            LOG.warn("The export {} of a clinic could not be made", id, failed);
            transactions.executeWithoutResult(transaction -> fail(id, maker));
            return false;
        }
    }

    private boolean isKept(ClinicExportId id, UUID maker, ReceivedFile file, String contents) {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> {
                // it was canceled in this moment, or another node makes it
                if (!store.goOn(id, maker, 0, 0, clock.instant())) {
                    return false;
                }
                var export = find(id);
                export.made(file, contents, clock.instant());
                exports.saveAndFlush(export);
                files.keep(file);
                return true;
            }));
        } finally {
            // does nothing where it was kept
            files.discard(file);
        }
    }

    private void fail(ClinicExportId id, UUID maker) {
        // another node may make it by now
        if (store.goOn(id, maker, 0, 0, clock.instant())) {
            var export = find(id);
            export.fail(
                    "The file could not be written, or the database did not answer. The log of the portal says why. Ask for a"
                            + " new export once that is mended.",
                    clock.instant());
            exports.saveAndFlush(export);
        }
    }

    private ClinicExport find(ClinicExportId id) {
        return exports.require(id.value());
    }

    /** Says every two seconds how far it is, and ends the work where it is no longer wanted. */
    private final class Words implements ClinicExportWriter.Progress {
        private final ClinicExportId id;
        private final UUID maker;
        private Instant said = Instant.EPOCH;

        Words(ClinicExportId id, UUID maker) {
            this.id = id;
            this.maker = maker;
        }

        @Override
        public void show(long done, long inAll) throws ExportCanceled {
            var now = clock.instant();
            if (!now.isBefore(said) && now.isBefore(said.plus(BETWEEN_WORDS))) {
                return;
            }
            said = now;
            events.publishEvent(new ClinicExportProgressed(id));
            if (!Boolean.TRUE.equals(transactions.execute(transaction -> store.goOn(id, maker, done, inAll, now)))) {
                throw new ExportCanceled();
            }
        }
    }
}
