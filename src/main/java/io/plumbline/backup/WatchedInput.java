package io.plumbline.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the progress how much is read, and ends once it is canceled. */
final class WatchedInput extends FilterInputStream {
    private final BackupProgress progress;

    WatchedInput(InputStream bytes, BackupProgress progress) {
        super(bytes);
        this.progress = progress;
    }

    @Override
    public int read(byte[] some, int from, int length) throws IOException {
        var read = in.read(some, from, length);
        progress.add(Math.max(read, 0));
        return read;
    }
}
