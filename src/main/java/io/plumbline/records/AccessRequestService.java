package io.plumbline.records;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.AccessRequest.Moment;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access requests of patients (45 CFR 164.524): registered by the privacy officer, who sees patients by number alone and
 * exports the whole record for a request.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCESS_REQUEST)
public class AccessRequestService {
    private static final int MOST = 500;
    private static final ExportReason REASON = new ExportReason(ExportReason.Kind.PATIENT_COPY, "access request");

    private final AccessRequests requests;
    private final AccessRequestQuery query;
    private final KnownPatients patients;
    private final PatientRecords records;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final RecordWriter writer;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessRequestService(
            AccessRequests requests,
            AccessRequestQuery query,
            KnownPatients patients,
            PatientRecords records,
            IdentityService identity,
            ClinicService clinics,
            RecordWriter writer,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.query = query;
        this.patients = patients;
        this.records = records;
        this.identity = identity;
        this.clinics = clinics;
        this.writer = writer;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the open requests, those due first in front, and then the closed ones, newest first; 500 at most. Records
     * the view in the audit trail.
     */
    @Transactional
    public List<AccessRequestRow> list() {
        var found = query.find(MOST);
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("access-request.listed", found.size()));
        }
        return found;
    }

    /**
     * Returns a request.
     *
     * @throws NotAvailable if it does not exist
     */
    public AccessRequestRow find(AccessRequestId id) {
        return query.find(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Registers a request.
     *
     * @throws Refused if there is no patient with the number, or a value is missing or wrong; the message is for the user
     */
    @Transactional
    public AccessRequestId register(AccessRequestDraft draft) {
        var patient = patients.required(draft.patientNumber(), AccessRequestField.PATIENT);
        return requests.saveAndFlush(AccessRequest.received(records.readAs(patient), draft, now()))
                .id();
    }

    /**
     * Extends the time of a request by 30 days, once.
     *
     * @param version the version that the current user saw
     * @param reason why, as it was sent to the requester; 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, over or was extended already, or the reason is missing; the message is for the user
     */
    @Transactional
    public void extend(AccessRequestId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        requests.change(id.value(), version, request -> request.extend(reason, now()));
    }

    /**
     * Closes a request whose record was exported and delivered.
     *
     * @param version the version that the current user saw
     * @param how how it was delivered; 1 to 200 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, nothing was exported, or a value is missing or wrong; the message is for the user
     */
    @Transactional
    public void fulfill(AccessRequestId id, long version, LocalDate on, String how) {
        requests.change(id.value(), version, request -> request.fulfill(on, how, now()));
    }

    /**
     * Denies a request.
     *
     * @param version the version that the current user saw
     * @param statement the reason, as it was sent to the requester; 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, or the statement is missing; the message is for the user
     */
    @Transactional
    public void deny(AccessRequestId id, long version, String statement) {
        requests.change(
                id.value(), version, request -> request.closeWithout(AccessRequestStatus.DENIED, statement, now()));
    }

    /**
     * Closes a request that who asked no longer wants.
     *
     * @param version the version that the current user saw
     * @param reason how it was withdrawn; 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, or the reason is missing; the message is for the user
     */
    @Transactional
    public void withdraw(AccessRequestId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        requests.change(
                id.value(), version, request -> request.closeWithout(AccessRequestStatus.WITHDRAWN, reason, now()));
    }

    /**
     * Permits the export of the whole record for a request, and records it in the audit trail; {@link #prepare} then puts
     * it together.
     *
     * @throws NotAvailable if the request does not exist
     * @throws Refused if it is closed; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public RecordExport begin(AccessRequestId id) {
        var request = requests.require(id.value());
        request.requireOpen();
        identity.demandProof();
        var export = new RecordExport(Ids.next(), request.patient(), REASON, records.of(request.patient()));
        export.ofEach(record -> new RecordExportEvent.Started(export.id(), record, REASON))
                .forEach(events::publishEvent);
        export.ofEach(record -> new AccessRequestEvent.ExportBegun(id, record, export.id()))
                .forEach(events::publishEvent);
        return export;
    }

    /**
     * Puts the whole record together for a request, with the session notes that are restricted to others. Takes minutes
     * for a large record, so call it beside the screen and outside any transaction; it holds no connection while it
     * writes. Then {@link #send} or {@link #discard} it.
     *
     * @throws NotAvailable if the request does not exist, or is of another patient
     * @throws Refused if it is closed, or there is no room for the file; the message is for the user
     * @throws ExportCanceled if it was canceled
     * @throws IOException if a file cannot be written or read
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PreparedRecord prepare(
            AccessRequestId id, RecordExport export, ExportProgress progress, BooleanSupplier isCanceled)
            throws IOException {
        transaction.run(() -> requireOpen(id, export));
        return writer.prepare(export, true, progress, isCanceled);
    }

    /**
     * Sends an export, notes it with the request, and deletes it; no connection is held while it is sent. What did not
     * arrive can be sent once more.
     *
     * @throws NotAvailable if the request does not exist, or is of another patient
     * @throws Refused if it is closed, or the export is being sent already; the message is for the user
     * @throws IOException if the receiver is gone
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void send(AccessRequestId id, PreparedRecord prepared, OutputStream out) throws IOException {
        transaction.run(() -> requireOpen(id, prepared.export()));
        writer.send(prepared, out);
        transaction.run(() -> {
            var request = requests.require(id.value());
            request.exported(prepared.sha256(), clock.instant());
            requests.saveAndFlush(request);
        });
    }

    /** Deletes an export that nobody wants any longer; does nothing if it was sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void discard(PreparedRecord prepared) {
        writer.discard(prepared);
    }

    private void requireOpen(AccessRequestId id, RecordExport export) {
        requests.findById(id.value())
                .filter(request -> request.patient().equals(export.patient()))
                .orElseThrow(NotAvailable::new)
                .requireOpen();
    }

    private Moment now() {
        return new Moment(CurrentUser.current().staff(), clock.instant(), clinics.ownToday());
    }
}
