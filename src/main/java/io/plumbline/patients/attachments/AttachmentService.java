package io.plumbline.patients.attachments;

import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.documents.MediaTypeSniffer;
import io.plumbline.documents.ReceivedFile;
import io.plumbline.documents.UploadQuota;
import io.plumbline.documents.preview.PagePicture;
import io.plumbline.documents.preview.PagePreviews;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.attachments.PatientAttachment.Moment;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files on patients' records. Those who treat a patient read and add all; managers and the front desk only the signed
 * forms that were added at their clinics. No file is deleted.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ATTACHMENT_READ)
public class AttachmentService {
    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 50 * 1024 * 1024;

    private final PatientAttachments attachments;
    private final AttachmentQuery query;
    private final FileStore store;
    private final MediaTypeSniffer sniffer;
    private final UploadQuota quota;
    private final PagePreviews previews;
    private final PatientService patients;
    private final ClinicService clinics;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttachmentService(
            PatientAttachments attachments,
            AttachmentQuery query,
            FileStore store,
            MediaTypeSniffer sniffer,
            UploadQuota quota,
            PagePreviews previews,
            PatientService patients,
            ClinicService clinics,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attachments = attachments;
        this.query = query;
        this.store = store;
        this.sniffer = sniffer;
        this.quota = quota;
        this.previews = previews;
        this.patients = patients;
        this.clinics = clinics;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the files of a patient whose chart the current user has open, as far as the current user may read them, newest first,
     * and records the view in the audit trail.
     */
    @Transactional
    public List<AttachmentRow> findByPatient(PatientDetails opened) {
        var isClinical = opened.clinical() != null;
        events.publishEvent(new AttachmentEvent.Listed(opened.id(), isClinical));
        return isClinical
                ? query.findAll(opened.records())
                : query.findForms(opened.records(), CurrentUser.current().clinicsSeen());
    }

    /**
     * Receives a file for the record of a patient in relation to the current user. It is on the record once
     * {@link #attach} has saved what is said about it; until then {@link #discard} takes it away.
     *
     * @throws NotAvailable if the patient is not available to the current user
     * @throws Refused if it is empty, too large, of a format that is not taken, or on the record already, or if the person
     *     sent too many or the disk is nearly full; the message is for the user
     * @throws IOException if the sender stops in the middle
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ATTACHMENT_ADD)
    public ReceivedAttachment receive(PatientId patient, InputStream content) throws IOException {
        // the file comes outside of any transaction: who sends slowly keeps no other waiting
        requirePatient(patient).on(patient).require(NewEntry.OTHER);
        var person = CurrentUser.current().staff();
        quota.begin(person);
        try {
            return taken(person, patient, store.receive(content, MOST_BYTES));
        } finally {
            quota.end(person);
        }
    }

    private ReceivedAttachment taken(StaffId person, PatientId patient, ReceivedFile file) throws IOException {
        var isTaken = false;
        try {
            quota.count(person, file);
            var received = new ReceivedAttachment(file, sniffer.require(file));
            requireNew(patient, file);
            isTaken = true;
            return received;
        } finally {
            if (!isTaken) {
                store.discard(file);
            }
        }
    }

    /**
     * Adds a received file to the record of a patient in relation to the current user. Adding the same one again adds nothing.
     *
     * @throws NotAvailable if the patient is not available to the current user
     * @throws Refused if a value is missing or out of range, the same content is on the record already, or the current user
     *     may not read files of this kind; the message is for the user
     */
    @Transactional
    @Requires(Permission.ATTACHMENT_ADD)
    public AttachmentId attach(PatientId patient, AttachmentDraft draft, ReceivedAttachment received) {
        var opened = requirePatient(patient);
        var before = attachments.findByStoredAs(received.file().storedAs());
        if (before.isPresent()) {
            return new AttachmentId(before.get());
        }
        opened.on(patient).require(NewEntry.OTHER);
        if (opened.clinical() == null && draft.kind().isClinical()) {
            throw new Refused(
                    AttachmentField.KIND, "Only those who treat the patient add this kind: choose a signed form");
        }
        requireNew(patient, received.file());
        var clinic = clinicOf(opened);
        var moment = new Moment(
                clinic, clinics.todayAt(clinic), CurrentUser.current().staff(), clock.instant());
        var saved = save(PatientAttachment.added(patient, draft, received, moment));
        // only moves the file; if the transaction fails, nothing refers to it
        store.keep(received.file());
        return saved.id();
    }

    private PatientAttachment save(PatientAttachment attachment) {
        try {
            return attachments.saveAndFlush(attachment);
        } catch (DataIntegrityViolationException quicker) {
            throw new Refused("A colleague added this file just now: remove it here", quicker);
        }
    }

    /** Takes away a received file that is not added after all; does nothing once it is on the record. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ATTACHMENT_ADD)
    public void discard(ReceivedAttachment received) {
        store.discard(received.file());
    }

    /**
     * Marks a file as entered in error. It stays readable with the reason.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if the file does not exist or the current user may not read it
     * @throws StaleVersion if a colleague marked it in the meantime
     * @throws Refused if the reason is missing or too long, or it was marked before; the message is for the user
     */
    @Transactional
    @Requires(Permission.ATTACHMENT_ADD)
    public void enterInError(AttachmentId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        requireReadable(id);
        var attachment = attachments.findById(id.value()).orElseThrow(NotAvailable::new);
        attachment.at(version).enterInError(reason, CurrentUser.current().staff(), clock.instant());
        attachments.saveAndFlush(attachment);
    }

    /**
     * Opens the content of a file and records the download in the audit trail, each time. Content that is missing or
     * altered is recorded and refused.
     *
     * @throws NotAvailable if the file does not exist or the current user may not read it
     * @throws Refused if the content is missing or not as it was added, or cannot be read; the message is for the user
     * @throws IOException if it cannot be opened
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public AttachmentContent download(AttachmentId id) throws IOException {
        var row = requireReadable(id);
        requireAsAdded(row);
        record(new AttachmentEvent.Downloaded(id, row.patient()));
        var name = row.kind().label().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + row.datedOn() + "."
                + row.format().ending();
        return new AttachmentContent(name, row.format(), row.bytes(), store.open(row.storedAs()));
    }

    /**
     * Draws one page of a PDF file or a picture, and records the view in the audit trail, each time. Content that is
     * missing or altered is recorded and refused.
     *
     * @param page from 1; the last one is drawn if there are fewer
     * @throws NotAvailable if the file does not exist or the current user may not read it
     * @throws Refused if the content is missing, not as it was added, or cannot be shown; the message is for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PagePicture preview(AttachmentId id, int page) {
        var row = requireReadable(id);
        requireAsAdded(row);
        var picture = previews.draw(CurrentUser.current().staff(), store.pathOf(row.storedAs()), row.format(), page);
        record(new AttachmentEvent.Previewed(id, row.patient(), picture.page()));
        return picture;
    }

    /** Reads the whole file, so call it outside of any transaction. */
    private void requireAsAdded(AttachmentRow row) {
        var hash = store.hash(row.storedAs());
        if (hash.filter(row.sha256()::equals).isEmpty()) {
            record(new AttachmentEvent.NotAsAdded(row.id(), row.patient(), hash.isEmpty()));
            throw new Refused(
                    hash.isEmpty()
                            ? "The content of this file is missing. Tell your administrator; it may be in a backup"
                            : "This file is not as it was added, so it is not opened. Tell your administrator");
        }
    }

    private void record(AttachmentEvent event) {
        transaction.run(() -> events.publishEvent(event));
    }

    private AttachmentRow requireReadable(AttachmentId id) {
        var row = query.find(id).orElseThrow(NotAvailable::new);
        var opened = requirePatient(row.patient());
        if (opened.clinical() == null
                && (row.kind().isClinical()
                        || !CurrentUser.current().clinicsSeen().contains(row.clinic()))) {
            throw new NotAvailable();
        }
        return row;
    }

    private void requireNew(PatientId patient, ReceivedFile file) {
        if (attachments.isOnRecord(PatientAttachment.key(patient, file.sha256()))) {
            throw new Refused("This file is on the patient's record already");
        }
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient).orElseThrow(NotAvailable::new);
    }

    /** Returns a clinic that the current user and the patient share, otherwise one of the patient's, otherwise the current user's. */
    private static ClinicId clinicOf(PatientDetails patient) {
        var me = CurrentUser.current();
        return patient.clinics().stream()
                .min(me.ownClinicsFirst())
                .or(() -> me.clinics().stream().min(me.ownClinicsFirst()))
                .orElseThrow(NotAvailable::new);
    }
}
