package io.plumbline.documents;

import io.plumbline.shared.OwnerOnlyFolder;
import io.plumbline.shared.Refused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Folders in which a large file is put together before it is sent, beside the file store and for the owner of the
 * portal's process alone. Who opens one deletes it; what a killed process left goes two hours after it was last written
 * to.
 */
@Component
public class WorkFolders {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);
    private static final int NAME_BYTES = 16;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Path root;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WorkFolders(@Value("${plumbline.files-dir}") Path files, Clock clock) {
        root = files.toAbsolutePath().resolve("work");
        this.clock = clock;
    }

    /**
     * Creates an empty folder.
     *
     * @param bytes how much it will hold, as far as that is known
     * @throws Refused if there is no room for that, or the folder cannot be created; the message is for the user
     */
    public Path open(long bytes) {
        var name = new byte[NAME_BYTES];
        random.nextBytes(name);
        var folder = root.resolve(HexFormat.of().formatHex(name));
        try {
            OwnerOnlyFolder.create(folder);
            if (Files.getFileStore(folder).getUsableSpace() < bytes) {
                delete(folder);
                throw new Refused("The disk of the portal has too little room for this file. Tell your administrator");
            }
            return folder;
        } catch (IOException notCreated) {
            LOG.error("No folder for a file to be sent could be created", notCreated);
            throw new Refused(
                    "The file store cannot be reached. Nothing was exported; try again in a moment", notCreated);
        }
    }

    /** Creates a file in such a folder and opens it for writing. */
    public OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(Channels.newOutputStream(OwnerOnlyFolder.newFile(file)));
    }

    /** Deletes a folder with its files; does nothing if there is none. */
    public void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            LOG.warn("A folder with a file that was sent could not be deleted; it goes in two hours", stays);
        }
    }

    /** Deletes what nobody has written to for two hours. */
    @Scheduled(fixedDelayString = "PT30M")
    void deleteLeft() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        var before = clock.instant().minus(LONGEST);
        try (var folders = Files.list(root)) {
            folders.filter(folder -> lastWritten(folder).isBefore(before)).forEach(this::delete);
        }
    }

    private static Instant lastWritten(Path folder) {
        try (var files = Files.walk(folder)) {
            var last = Instant.MIN;
            for (var file : files.toList()) {
                var written = Files.getLastModifiedTime(file).toInstant();
                last = written.isAfter(last) ? written : last;
            }
            return last;
        } catch (IOException goesAtThisMoment) {
            LOG.debug("A folder of a file that was sent cannot be read", goesAtThisMoment);
            return Instant.MAX;
        }
    }
}
