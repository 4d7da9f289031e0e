package io.plumbline.documents;

import java.nio.file.Path;

/**
 * A file that was received, and is not kept yet.
 *
 * @param storedAs its random name in the file store
 * @param received where it waits until it is kept or discarded
 * @param bytes its length; at least 1
 * @param sha256 the hash of its content, as 64 hexadecimal digits
 */
public record ReceivedFile(String storedAs, Path received, long bytes, String sha256) {}
