package io.plumbline.backup;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import io.plumbline.startup.StoreFiles;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a backup as a stream: parts in a zip file that is encrypted in the age format, so that {@code age --decrypt} and
 * {@code unzip} open it without a portal. The file has its name only once all of it is on the disk.
 */
final class BackupWriter implements AutoCloseable {
    static final String ABOUT = "about.json";
    static final String MANIFEST = "manifest.json";
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json;
    private final Path file;
    private final PartFile part;
    private final ZipOutputStream zip;
    private final BackupProgress progress;
    private final List<BackupManifest.Part> parts = new ArrayList<>();

    /** Writes the bytes of a part. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    private BackupWriter(Path file, PartFile part, ZipOutputStream zip, Setup setup) {
        this.json = setup.json();
        this.progress = setup.progress();
        this.file = file;
        this.part = part;
        this.zip = zip;
    }

    /**
     * How backups are written.
     *
     * @param recipients to whom each is encrypted; any of them decrypts it
     */
    record Setup(List<String> recipients, ObjectMapper json, BackupProgress progress) {}

    /**
     * Begins a backup.
     *
     * @param file which must not be there
     * @throws BackupProblem if a recipient is none, the file is there, or it cannot be written
     */
    static BackupWriter begin(Path file, BackupAbout about, Setup setup) throws IOException {
        var to = BackupKey.encryptsTo(setup.recipients());
        if (Files.exists(file)) {
            throw new BackupProblem("%s is there already: name another file.".formatted(file));
        }
        PartFile part;
        try {
            part = PartFile.begin(file);
        } catch (IOException unwritable) {
            throw unwritten(file, unwritable);
        }
        try {
            var encrypted = new StandardEncryptingChannelFactory().newEncryptingChannel(part.disk(), to);
            var written = new Written(file, Channels.newOutputStream(encrypted));
            var zip = new ZipOutputStream(new BufferedOutputStream(written, BUFFER));
            // what is encrypted already does not get smaller, and the rest is done in half the time
            zip.setLevel(Deflater.BEST_SPEED);
            var writer = new BackupWriter(file, part, zip, setup);
            writer.addJson(ABOUT, about);
            return writer;
        } catch (GeneralSecurityException | IOException failed) {
            part.close();
            throw unwritten(file, failed);
        }
    }

    private static BackupProblem unwritten(Path file, Exception failed) {
        if (failed instanceof BackupProblem said) {
            return said;
        }
        return new BackupProblem(
                StoreFiles.isDiskFull(failed)
                        ? "There is no room left in %s: make room, and try again.".formatted(file.getParent())
                        : "The backup %s cannot be written: %s.".formatted(file, reason(failed)),
                failed);
    }

    /** Returns why a file cannot be written, as the end of a sentence. */
    static String reason(Exception failed) {
        return switch (failed) {
            case NoSuchFileException noFolder -> "the folder is not there";
            case AccessDeniedException denied -> "the folder is not writable";
            default -> String.valueOf(failed.getMessage());
        };
    }

    /**
     * Adds a part.
     *
     * @return the part, with its hash
     * @throws BackupProblem if it cannot be written, or the backup was canceled
     */
    BackupManifest.Part add(String name, Content content) throws IOException {
        var hash = sha256();
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(new DigestOutputStream(zip, hash), progress);
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        var part = new BackupManifest.Part(name, counted.bytes, HexFormat.of().formatHex(hash.digest()));
        parts.add(part);
        return part;
    }

    /** Begins a step of which the progress tells. */
    void beginStep(String step) {
        progress.begin(step);
    }

    private void addJson(String name, Object value) throws IOException {
        add(name, to -> to.write(json.writeValueAsBytes(value)));
    }

    /**
     * Ends the backup: from now on it has its name.
     *
     * @param rows the number of rows of each table
     * @param problems of files on records
     * @return what it has
     * @throws BackupProblem if it cannot be written
     */
    BackupManifest end(Map<String, Long> rows, List<String> problems) throws IOException {
        var manifest = new BackupManifest(List.copyOf(parts), rows, problems);
        addJson(MANIFEST, manifest);
        zip.finish();
        zip.flush();
        // the last block is only encrypted when the channel is closed, which closes the file too
        zip.close();
        try {
            part.end();
        } catch (IOException failed) {
            throw unwritten(file, failed);
        }
        return manifest;
    }

    /** Deletes what is written, unless the backup was ended. */
    @Override
    public void close() throws IOException {
        part.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException withoutSha) {
            throw new IllegalStateException("The JDK has no SHA-256", withoutSha);
        }
    }

    /** Counts the bytes of a part; closing it leaves the file open for the next one. */
    private static final class Counted extends FilterOutputStream {
        private final BackupProgress progress;
        private long bytes;

        Counted(OutputStream to, BackupProgress progress) {
            super(to);
            this.progress = progress;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            progress.add(length);
            out.write(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Says in a sentence that the target cannot be written, so that nobody takes it for a fault of what is read. */
    private static final class Written extends FilterOutputStream {
        private final Path file;

        Written(Path file, OutputStream to) {
            super(to);
            this.file = file;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            try {
                out.write(some, from, length);
            } catch (IOException failed) {
                throw unwritten(file, failed);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException failed) {
                throw unwritten(file, failed);
            }
        }
    }
}
