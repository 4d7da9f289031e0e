package io.plumbline.documents;

import io.plumbline.shared.OwnerOnlyFolder;
import io.plumbline.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StreamUtils;

/**
 * Keeps files beside the database, outside of everything that the web server serves, readable by the owner of the
 * portal's process alone. A file has a random name, never one of a user's. It is received first, and kept once its
 * record is saved; what was received and never kept goes on the second day after.
 */
@Component
public class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final String RECEIVED = "received";
    private static final String AWAY = "The file store cannot be reached. Nothing was saved; try again in a moment";
    private static final int NAME_BYTES = 16;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final int CHUNK = 64 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final long LEAST_FREE = 1024L * MEGABYTE;
    private static final int SMALL_DISK_PART = 20;

    private final Path root;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FileStore(@Value("${plumbline.files-dir}") Path root, Clock clock) {
        this.root = root.toAbsolutePath();
        this.clock = clock;
    }

    /**
     * Receives a file: writes it to the disk while it computes its hash, and never reads more than one byte over the
     * limit. Takes as long as the sender does, so do not call it in a transaction.
     *
     * @param most the largest length in bytes
     * @throws Refused if it is empty or too large, cannot be written, or less than 1 GB of the disk is free (of a small disk
     *     a twentieth); the message is for the user
     * @throws IOException if the sender stops in the middle; nothing is left of the file then
     */
    public ReceivedFile receive(InputStream content, long most) throws IOException {
        requireFreeSpace(Files.getFileStore(roomToReceive()));
        var name = newName();
        var file = roomToReceive().resolve(name);
        var isWhole = false;
        try {
            var received = write(content, most, name, file);
            isWhole = true;
            return received;
        } finally {
            if (!isWhole) {
                delete(file);
            }
        }
    }

    /** What writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; closing the stream does nothing. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Receives a file that the portal makes itself, of any length. Takes as long as the making does, so do not call it in a
     * transaction.
     *
     * @throws Refused if no file can be created; the message is for the user
     * @throws IOException if it cannot be written to its end; nothing is left of it then
     */
    public ReceivedFile receive(Content content) throws IOException {
        var name = newName();
        var file = roomToReceive().resolve(name);
        var isWhole = false;
        try (var channel = newFile(file)) {
            var hash = DigestUtils.getSha256Digest();
            var out = new DigestOutputStream(Channels.newOutputStream(channel), hash);
            content.writeTo(StreamUtils.nonClosing(out));
            out.flush();
            channel.force(true);
            var received =
                    new ReceivedFile(name, file, channel.size(), HexFormat.of().formatHex(hash.digest()));
            isWhole = true;
            return received;
        } finally {
            if (!isWhole) {
                delete(file);
            }
        }
    }

    /** The store and the log need room on the same disk, perhaps; on a small one a gigabyte may be all there is. */
    static void requireFreeSpace(java.nio.file.FileStore disk) throws IOException {
        var least = Math.min(LEAST_FREE, disk.getTotalSpace() / SMALL_DISK_PART);
        if (disk.getUsableSpace() < least) {
            LOG.warn("The disk of the files is nearly full: {} MB are free", disk.getUsableSpace() / MEGABYTE);
            throw new Refused("The disk is nearly full, so files cannot be added. Tell your administrator");
        }
    }

    private static ReceivedFile write(InputStream content, long most, String name, Path file) throws IOException {
        var hash = DigestUtils.getSha256Digest();
        var bytes = 0L;
        var chunk = new byte[CHUNK];
        try (var channel = newFile(file)) {
            for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                bytes += read;
                if (bytes > most) {
                    throw new Refused("This file is larger than " + most / MEGABYTE + " MB");
                }
                hash.update(chunk, 0, read);
                write(channel, ByteBuffer.wrap(chunk, 0, read));
            }
            if (bytes == 0) {
                throw new Refused("This file is empty");
            }
            force(channel);
        }
        return new ReceivedFile(name, file, bytes, HexFormat.of().formatHex(hash.digest()));
    }

    /**
     * Keeps a received file under its name. Only moves it, so that it may be called in a transaction, as its last step.
     * Keeping the same file again changes nothing.
     *
     * @throws Refused if it was discarded, or cannot be moved; the message is for the user
     */
    public void keep(ReceivedFile file) {
        var folder = folderOf(file.storedAs());
        var kept = folder.resolve(file.storedAs());
        try {
            OwnerOnlyFolder.create(folder);
            Files.move(file.received(), kept, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
        } catch (NoSuchFileException gone) {
            if (!Files.exists(kept)) {
                throw new Refused("This file was not saved in time: remove it, and choose it again", gone);
            }
        } catch (IOException notMoved) {
            throw away(notMoved);
        }
    }

    /** Deletes a received file that will not be kept; does nothing once it is. */
    public void discard(ReceivedFile file) {
        delete(file.received());
    }

    /**
     * Deletes a kept file; does nothing if there is none. Call it in a transaction as its last step, after its record says
     * that the file is deleted.
     *
     * @throws Refused if it cannot be deleted; the message is for the user
     */
    public void delete(String storedAs) {
        try {
            Files.deleteIfExists(pathOf(storedAs));
        } catch (IOException notDeleted) {
            throw away(notDeleted);
        }
    }

    /**
     * Returns the hash of a kept file's content as it is now; empty if there is no such file. Reads the whole file, so
     * do not call it in a transaction.
     *
     * @throws Refused if it cannot be read; the message is for the user
     */
    public Optional<String> hash(String storedAs) {
        try (var content = Files.newInputStream(pathOf(storedAs))) {
            return Optional.of(DigestUtils.sha256Hex(content));
        } catch (NoSuchFileException gone) {
            // without its folder, the store itself is away
            if (!Files.isDirectory(root)) {
                throw away(gone);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw away(unreadable);
        }
    }

    /** Opens a kept file for reading. */
    public InputStream open(String storedAs) throws IOException {
        return Files.newInputStream(pathOf(storedAs));
    }

    /** Returns where a kept file lies, for a program that reads it by its path. */
    public Path pathOf(String storedAs) {
        return folderOf(storedAs).resolve(storedAs);
    }

    private Path folderOf(String storedAs) {
        if (!NAME.matcher(storedAs).matches()) {
            throw new IllegalArgumentException("No name of a kept file");
        }
        return root.resolve(storedAs.substring(0, 2));
    }

    private String newName() {
        var bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the folder for what is received today; with a new one, those from before yesterday go. */
    private Path roomToReceive() {
        var today = LocalDate.now(clock);
        var folder = root.resolve(RECEIVED).resolve(today.toString());
        try {
            if (!Files.isDirectory(folder)) {
                OwnerOnlyFolder.create(folder);
                deleteBefore(today.minusDays(1).toString());
            }
            return folder;
        } catch (IOException notCreated) {
            throw away(notCreated);
        }
    }

    private void deleteBefore(String day) throws IOException {
        try (var days = Files.list(root.resolve(RECEIVED))) {
            for (var old : days.filter(folder -> folder.getFileName().toString().compareTo(day) < 0)
                    .toList()) {
                FileSystemUtils.deleteRecursively(old);
            }
        }
    }

    private static FileChannel newFile(Path file) {
        try {
            return OwnerOnlyFolder.newFile(file);
        } catch (IOException notCreated) {
            throw away(notCreated);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException notWritten) {
            throw away(notWritten);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException notWritten) {
            throw away(notWritten);
        }
    }

    /** So that the move outlives a power failure, where the file system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unknownToWindows) {
            LOG.debug("The folder of a kept file could not be forced to the disk", unknownToWindows);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("A received file that is not kept could not be deleted; it goes in two days", stays);
        }
    }

    private static Refused away(IOException cause) {
        LOG.error("The file store cannot be used", cause);
        return new Refused(AWAY, cause);
    }
}
