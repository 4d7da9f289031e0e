package io.plumbline.records;

import io.plumbline.documents.WorkFolders;
import io.plumbline.shared.Refused;
import io.plumbline.shared.RetriedTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts one patient's whole record together as a ZIP archive in a temporary file, and sends it. The store is read in short
 * transactions, and none is open while a file is written, drawn or sent. Whoever calls it checks who may export the
 * record.
 */
@Component
class RecordWriter {
    private final RecordAssembly assembly;
    private final WorkFolders folders;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    RecordWriter(
            RecordAssembly assembly,
            WorkFolders folders,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.assembly = assembly;
        this.folders = folders;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Puts the archive together. If that is not finished, nothing is left of it and the audit trail says so.
     *
     * @param isWhole whether session notes that are restricted to others are in it
     * @throws ExportCanceled if it was canceled
     * @throws IOException if a file cannot be written or read
     */
    PreparedRecord prepare(RecordExport export, boolean isWhole, ExportProgress progress, BooleanSupplier isCanceled)
            throws IOException {
        var isDone = false;
        try {
            var prepared = assembly.assemble(export, isWhole, progress, isCanceled);
            isDone = true;
            return prepared;
        } finally {
            if (!isDone) {
                recordEnd(export);
            }
        }
    }

    /**
     * Sends the archive, records that with its hash, and deletes it. If it did not finish, it is kept to be sent
     * once more.
     *
     * @throws Refused if it is being sent already; the message is for the user
     * @throws IOException if the receiver is gone
     */
    void send(PreparedRecord prepared, OutputStream out) throws IOException {
        var export = prepared.export();
        if (!prepared.beginSending()) {
            throw new Refused("The file is being sent already");
        }
        var isDone = false;
        try {
            Files.copy(prepared.file(), out);
            out.flush();
            transaction.run(() -> export.ofEach(record -> new RecordExportEvent.Exported(
                            export.id(), record, export.reason(), prepared.sha256(), prepared.entries()))
                    .forEach(events::publishEvent));
            isDone = true;
        } finally {
            if (!isDone) {
                prepared.endSending();
            }
            if (isDone || !prepared.isWanted()) {
                folders.delete(prepared.folder());
            }
            if (!isDone) {
                recordEnd(export);
            }
        }
    }

    /** Deletes an archive that nobody wants any longer; one that is being sent goes when it is sent. */
    void discard(PreparedRecord prepared) {
        prepared.forget();
        if (!prepared.isBeingSent() && Files.exists(prepared.file())) {
            folders.delete(prepared.folder());
            recordEnd(prepared.export());
        }
    }

    private void recordEnd(RecordExport export) {
        transaction.run(() -> export.ofEach(record -> new RecordExportEvent.Ended(export.id(), record))
                .forEach(events::publishEvent));
    }
}
