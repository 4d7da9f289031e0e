package io.plumbline.patients.attachments;

import io.plumbline.documents.FileFormat;
import io.plumbline.documents.ReceivedFile;

/** A file that was received for a patient's record and is not on it yet. Only {@link AttachmentService} creates it. */
public record ReceivedAttachment(ReceivedFile file, FileFormat format) {}
