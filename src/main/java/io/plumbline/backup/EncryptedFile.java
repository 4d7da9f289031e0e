package io.plumbline.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A small file in the age format, written and read as a whole. */
final class EncryptedFile {
    private EncryptedFile() {}

    /**
     * Writes the file beside and moves it into place, so that one that was there stays until this one is whole.
     *
     * @param recipients of whom each can decrypt it
     * @param at when it was made, which becomes the time of the file
     * @throws IOException if it cannot be written; nothing is left of it then
     */
    static void write(Path file, byte[] content, List<String> recipients, Instant at) throws IOException {
        var to = BackupKey.encryptsTo(recipients);
        // another node may write the same file
        var part = file.resolveSibling(file.getFileName() + "."
                + Long.toUnsignedString(ThreadLocalRandom.current().nextLong()) + PartFile.PART);
        try {
            encrypt(content, part, to);
            Files.setLastModifiedTime(part, FileTime.from(at));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void encrypt(byte[] content, Path part, List<RecipientStanzaWriter> to) throws IOException {
        try (var disk = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var encrypted = new StandardEncryptingChannelFactory().newEncryptingChannel(disk, to)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                encrypted.write(left);
            }
        } catch (GeneralSecurityException unencrypted) {
            throw new IOException(unencrypted);
        }
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /**
     * Returns what is in a file, all of it or nothing.
     *
     * @param keys of which one decrypts it
     * @throws BackupProblem if it has another key, was cut or altered, or cannot be read
     */
    static byte[] read(Path file, List<BackupKey> keys) throws BackupProblem {
        try (var disk = FileChannel.open(file);
                var decrypted = new StandardDecryptingChannelFactory()
                        .newDecryptingChannel(
                                disk, keys.stream().map(BackupKey::decrypts).toList())) {
            return Channels.newInputStream(decrypted).readAllBytes();
        } catch (UnsupportedRecipientStanzaException anotherKey) {
            throw new BackupProblem(
                    "%s has another key: set the backup key that the portal had, or enter its recovery key."
                            .formatted(file),
                    anotherKey);
        } catch (GeneralSecurityException | IOException altered) {
            throw new BackupProblem(
                    "%s is damaged or cannot be read: it was cut or altered, or its disk is away.".formatted(file),
                    altered);
        }
    }
}
