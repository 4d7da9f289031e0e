package io.plumbline.patients.attachments;

import io.plumbline.documents.FileFormat;
import java.io.InputStream;

/**
 * The content of a file, to be downloaded. Who takes it closes it.
 *
 * @param fileName without personal data
 * @param bytes its length
 */
public record AttachmentContent(String fileName, FileFormat format, long bytes, InputStream content) {}
