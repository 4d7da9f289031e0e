package io.plumbline.patients.attachments;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A file on a patient's record. What it says never changes; it is taken back by marking it as entered in error. */
@Entity
@Table(name = "patient_attachment")
class PatientAttachment extends Aggregate<PatientAttachment> {
    private PatientId patientId;
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private AttachmentKind kind;

    private String title;
    private String source;
    private LocalDate datedOn;

    @Enumerated(EnumType.STRING)
    private FileFormat format;

    private long bytes;
    private String sha256;
    private String storedAs;
    private Instant addedAt;
    private StaffId addedBy;
    private @Nullable Instant errorAt;
    private @Nullable StaffId errorBy;
    private @Nullable String errorReason;
    private @Nullable String currentKey;

    /** Where a file is added, on which day there, by whom and when. */
    record Moment(ClinicId clinic, LocalDate today, StaffId by, Instant at) {}

    static PatientAttachment added(
            PatientId patient, AttachmentDraft draft, ReceivedAttachment received, Moment moment) {
        var attachment = new PatientAttachment();
        attachment.id = Ids.next();
        attachment.patientId = patient;
        attachment.clinicId = moment.clinic();
        attachment.kind = draft.kind();
        attachment.title = titleOf(draft);
        attachment.source = sourceOf(draft);
        attachment.datedOn = dayOf(draft, moment.today());
        attachment.format = received.format();
        attachment.bytes = received.file().bytes();
        attachment.sha256 = received.file().sha256();
        attachment.storedAs = received.file().storedAs();
        attachment.addedAt = moment.at();
        attachment.addedBy = moment.by();
        attachment.currentKey = key(patient, attachment.sha256);
        attachment.registerEvent(new AttachmentEvent.Added(attachment.id(), patient, attachment.sha256));
        return attachment;
    }

    private static String titleOf(AttachmentDraft draft) {
        return TextLimit.required(AttachmentField.TITLE, "The title", draft.title(), AttachmentDraft.LONGEST_TITLE);
    }

    private static String sourceOf(AttachmentDraft draft) {
        var field = AttachmentField.SOURCE;
        return draft.kind().needsSource()
                ? TextLimit.required(field, "Who made it", draft.source(), AttachmentDraft.LONGEST_SOURCE)
                : TextLimit.optional(field, "Who made it", draft.source(), AttachmentDraft.LONGEST_SOURCE);
    }

    private static LocalDate dayOf(AttachmentDraft draft, LocalDate today) {
        if (draft.datedOn().isAfter(today)) {
            throw new Refused(AttachmentField.DATED_ON, "The date cannot be in the future");
        }
        return draft.datedOn();
    }

    /** Marks the file as entered in error, with 1 to 400 characters of a reason. It stays readable. */
    void enterInError(String reason, StaffId by, Instant at) {
        if (errorAt != null) {
            throw new Refused("This file was already marked as entered in error");
        }
        errorReason = TextLimit.required("The reason", reason, 400);
        errorAt = at;
        errorBy = by;
        currentKey = null;
        registerEvent(new AttachmentEvent.EnteredInError(id(), patientId));
    }

    /** Returns the key that allows a content once on a patient's record while it counts. */
    static String key(PatientId patient, String sha256) {
        return patient + " " + sha256;
    }

    AttachmentId id() {
        return new AttachmentId(id);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientAttachment() {}
}
