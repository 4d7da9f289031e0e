package io.plumbline.records;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.access.PatientRecords;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports the whole record of a patient for a clinician who treats them, with a reason and with proof of identity.
 * Session notes that are restricted to others are left out and counted.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.RECORD_EXPORT)
public class RecordExportService {
    private final ChartAccessQuery access;
    private final PatientRecords records;
    private final IdentityService identity;
    private final RecordWriter writer;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    RecordExportService(
            ChartAccessQuery access,
            PatientRecords records,
            IdentityService identity,
            RecordWriter writer,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.access = access;
        this.records = records;
        this.identity = identity;
        this.writer = writer;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Permits an export and records it in the audit trail with its reason; {@link #prepare} then puts it together.
     *
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws NotAvailable if the patient is not in relation to the current user
     * @throws Refused if the current user has only break-glass access; the message is for the user
     */
    @Transactional
    public RecordExport begin(PatientId patient, ExportReason reason) {
        requireRelation(patient);
        identity.demandProof();
        var export = new RecordExport(Ids.next(), patient, reason, records.of(patient));
        export.ofEach(record -> new RecordExportEvent.Started(export.id(), record, reason))
                .forEach(events::publishEvent);
        return export;
    }

    /**
     * Puts a permitted export together. Takes minutes for a large record, so call it beside the screen and outside any
     * transaction; it holds no connection while it writes. Then {@link #send} or {@link #discard} it.
     *
     * @throws NotAvailable if the patient is no longer in relation to the current user
     * @throws Refused if there is no room for the file; the message is for the user
     * @throws ExportCanceled if it was canceled
     * @throws IOException if a file cannot be written or read
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PreparedRecord prepare(RecordExport export, ExportProgress progress, BooleanSupplier isCanceled)
            throws IOException {
        transaction.run(() -> requireRelation(export.patient()));
        return writer.prepare(export, false, progress, isCanceled);
    }

    /**
     * Sends an export and deletes it, for as long as the receiver takes; no connection is held for it. What did not
     * arrive can be sent once more.
     *
     * @throws NotAvailable if the patient is no longer in relation to the current user
     * @throws Refused if it is being sent already, or the current user has only break-glass access; the message is for the user
     * @throws IOException if the receiver is gone
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void send(PreparedRecord prepared, OutputStream out) throws IOException {
        transaction.run(() -> requireRelation(prepared.export().patient()));
        writer.send(prepared, out);
    }

    /** Deletes an export that nobody wants any longer; does nothing if it was sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void discard(PreparedRecord prepared) {
        writer.discard(prepared);
    }

    private void requireRelation(PatientId patient) {
        var found = access.find(CurrentUser.current().staff(), patient);
        if (found.isByRelation()) {
            return;
        }
        if (found.breakGlass() != null) {
            throw new Refused("Break-glass access does not cover an export. Ask a colleague who treats the patient");
        }
        throw new NotAvailable();
    }
}
