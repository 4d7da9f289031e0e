package io.plumbline.backup;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads a backup as a stream. A file that was cut or altered is found out where it is, before those bytes are passed on;
 * that all parts are there is known once {@link #read} has returned.
 */
final class BackupReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json;
    private final Path file;
    private final ZipInputStream zip;
    private final BackupAbout about;
    private final List<BackupManifest.Part> parts = new ArrayList<>();

    /** Takes the parts of a backup. */
    interface Handler {
        /**
         * Takes a part.
         *
         * @param bytes what is not read of them is read and compared nevertheless
         */
        void take(String name, InputStream bytes) throws IOException;
    }

    private BackupReader(ObjectMapper json, Path file, ZipInputStream zip) throws IOException {
        this.json = json;
        this.file = file;
        this.zip = zip;
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupWriter.ABOUT)) {
            throw damaged(file, null);
        }
        about = json(first.getName(), BackupAbout.class);
        if (about.format() > BackupAbout.FORMAT) {
            throw new BackupProblem(
                    "The backup %s was made by the newer Plumbline %s: use that one.".formatted(file, about.portal()));
        }
    }

    /**
     * Opens a backup, and reads what it says of itself.
     *
     * @param keys of which one decrypts it
     * @throws BackupProblem if it is none, has another key or was made by a newer portal
     */
    static BackupReader open(Path file, List<BackupKey> keys, ObjectMapper json) throws IOException {
        FileChannel disk;
        try {
            disk = FileChannel.open(file);
        } catch (NoSuchFileException missing) {
            throw new BackupProblem("There is no file %s.".formatted(file), missing);
        }
        try {
            var decrypted = new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            disk, keys.stream().map(BackupKey::decrypts).toList());
            var bytes = new Decrypted(file, Channels.newInputStream(decrypted));
            return new BackupReader(json, file, new ZipInputStream(new BufferedInputStream(bytes, BUFFER)));
        } catch (UnsupportedRecipientStanzaException anotherKey) {
            disk.close();
            throw new BackupProblem(
                    "The backup %s has another key: set the backup key that made it, or enter its recovery key."
                            .formatted(file),
                    anotherKey);
        } catch (GeneralSecurityException | IOException noBackup) {
            disk.close();
            throw noBackup instanceof BackupProblem said
                    ? said
                    : new BackupProblem(
                            "%s is no backup of Plumbline, or its beginning is damaged.".formatted(file), noBackup);
        }
    }

    /** Returns what the backup says of itself. */
    BackupAbout about() {
        return about;
    }

    /**
     * Reads all parts, and compares them with the manifest.
     *
     * @return the manifest
     * @throws BackupProblem if the file was cut or altered, or lacks a part
     */
    BackupManifest read(Handler handler) throws IOException {
        while (true) {
            var entry = zip.getNextEntry();
            if (entry == null) {
                throw damaged(file, null);
            }
            if (entry.getName().equals(BackupWriter.MANIFEST)) {
                var before = List.copyOf(parts);
                var manifest = json(entry.getName(), BackupManifest.class);
                if (!manifest.parts().equals(before) || zip.getNextEntry() != null) {
                    throw damaged(file, null);
                }
                return manifest;
            }
            pass(entry.getName(), handler);
        }
    }

    private <T> T json(String name, Class<T> type) throws IOException {
        var text = new ByteArrayOutputStream();
        pass(name, (part, bytes) -> bytes.transferTo(text));
        try {
            return json.readValue(text.toByteArray(), type);
        } catch (JacksonException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    private void pass(String name, Handler handler) throws IOException {
        var counted = new CountingInputStream(new DigestInputStream(zip, BackupWriter.sha256()));
        handler.take(name, counted);
        counted.transferTo(OutputStream.nullOutputStream());
        parts.add(new BackupManifest.Part(name, counted.bytes, counted.sha256()));
    }

    private static BackupProblem damaged(Path file, @Nullable Throwable why) {
        return new BackupProblem(
                "The backup %s is damaged: it was cut or altered. Use another one.".formatted(file), why);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Says in a sentence that what is read was altered, so that nobody takes it for a fault of what is written. */
    private static final class Decrypted extends FilterInputStream {
        private final Path file;

        Decrypted(Path file, InputStream bytes) {
            super(bytes);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException altered) {
                throw damaged(file, altered);
            }
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            try {
                return in.read(some, from, length);
            } catch (IOException altered) {
                throw damaged(file, altered);
            }
        }
    }

    /** Counts the bytes of a part; closing it leaves the file open for the next one. */
    private static final class CountingInputStream extends FilterInputStream {
        private final DigestInputStream hashed;
        private long bytes;

        CountingInputStream(DigestInputStream hashed) {
            super(hashed);
            this.hashed = hashed;
        }

        String sha256() {
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            var read = in.read(some, from, length);
            bytes += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long number) throws IOException {
            // what is skipped is hashed too
            return readNBytes((int) Math.min(number, BUFFER)).length;
        }

        @Override
        public void close() {
            // the file has more parts
        }
    }
}
