package io.plumbline.backup;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
 * {@code unzip} open it without a portal. The file has its name only once all of it is on the disk; until then, and if it is
 * not ended, what is written is in a file with the ending {@code .part}, which is deleted.
 */
final class BackupWriter implements AutoCloseable {
    static final String ABOUT = "about.json";
    static final String MANIFEST = "manifest.json";
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json;
    private final Path file;
    private final Path part;
    private final FileChannel disk;
    private final ZipOutputStream zip;
    private final List<BackupManifest.Part> parts = new ArrayList<>();
    private boolean isEnded;

    /** Writes the bytes of a part. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    private BackupWriter(ObjectMapper json, Path file, Path part, FileChannel disk, ZipOutputStream zip) {
        this.json = json;
        this.file = file;
        this.part = part;
        this.disk = disk;
        this.zip = zip;
    }

    /**
     * Begins a backup.
     *
     * @param file which must not be there
     * @param recipient to whom it is encrypted
     * @throws BackupProblem if the recipient is none, or the file is there
     */
    static BackupWriter begin(Path file, String recipient, BackupAbout about, ObjectMapper json) throws IOException {
        var to = BackupKey.encryptsTo(recipient);
        if (Files.exists(file)) {
            throw new BackupProblem("%s is there already: name another file.".formatted(file));
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        FileChannel disk;
        try {
            disk = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException another) {
            throw new BackupProblem(
                    "Another backup is writing %s: wait for it, or delete the file if none is.".formatted(part),
                    another);
        }
        try {
            var encrypted = new StandardEncryptingChannelFactory().newEncryptingChannel(disk, List.of(to));
            var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(encrypted), BUFFER));
            // what is encrypted already does not get smaller, and the rest is done in half the time
            zip.setLevel(Deflater.BEST_SPEED);
            var writer = new BackupWriter(json, file, part, disk, zip);
            writer.addJson(ABOUT, about);
            return writer;
        } catch (GeneralSecurityException | IOException failed) {
            disk.close();
            Files.deleteIfExists(part);
            throw new BackupProblem("The backup %s cannot be encrypted.".formatted(file), failed);
        }
    }

    /** Adds a part. */
    void add(String name, Content content) throws IOException {
        var hash = sha256();
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(new DigestOutputStream(zip, hash));
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        parts.add(new BackupManifest.Part(name, counted.bytes, HexFormat.of().formatHex(hash.digest())));
    }

    private void addJson(String name, Object value) throws IOException {
        add(name, to -> to.write(json.writeValueAsBytes(value)));
    }

    /**
     * Ends the backup: from now on it has its name.
     *
     * @param rows the number of rows of each table
     * @return what it has
     */
    BackupManifest end(Map<String, Long> rows) throws IOException {
        var manifest = new BackupManifest(List.copyOf(parts), rows);
        addJson(MANIFEST, manifest);
        zip.finish();
        zip.flush();
        // the last block is only encrypted when the channel is closed, which closes the file too
        zip.close();
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        isEnded = true;
        return manifest;
    }

    /** Deletes what is written, unless the backup was ended. */
    @Override
    public void close() throws IOException {
        if (!isEnded) {
            disk.close();
            Files.deleteIfExists(part);
        }
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
        private long bytes;

        Counted(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
