package io.plumbline.records;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** An export that is put together and waits to be sent. Who prepared it sends it or discards it. */
public final class PreparedRecord {
    private final RecordExport export;
    private final Path folder;
    private final Path file;
    private final long bytes;
    private final String sha256;
    private final int entries;
    private final AtomicBoolean isBeingSent = new AtomicBoolean();
    private final AtomicBoolean isUnwanted = new AtomicBoolean();

    PreparedRecord(RecordExport export, Path folder, Path file, long bytes, String sha256, int entries) {
        this.export = export;
        this.folder = folder;
        this.file = file;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.entries = entries;
    }

    /** Returns the length of the file. */
    public long bytes() {
        return bytes;
    }

    /** Returns the SHA-256 of the file. */
    public String sha256() {
        return sha256;
    }

    RecordExport export() {
        return export;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file;
    }

    int entries() {
        return entries;
    }

    /** Notes that it is being sent from now on; returns whether it was not before. Once sent, it stays so. */
    boolean beginSending() {
        return isBeingSent.compareAndSet(false, true);
    }

    /** Notes that it was not sent to its end; it can be sent once more. */
    void endSending() {
        isBeingSent.set(false);
    }

    /** Returns whether it is being sent, or was. */
    boolean isBeingSent() {
        return isBeingSent.get();
    }

    /** Notes that nobody wants it once it is sent. */
    void forget() {
        isUnwanted.set(true);
    }

    /** Returns whether somebody may still want it. */
    boolean isWanted() {
        return !isUnwanted.get();
    }
}
