package io.plumbline.audit.checkpoints;

import io.plumbline.audit.KeptHeads;
import io.plumbline.audit.OwnerOnly;
import io.plumbline.shared.signing.KeyedHash;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The folder with the checkpoints. The portal only adds files, and never creates the folder: in place of a share that is
 * not mounted, it would write to its own disk.
 */
@Component
class CheckpointFolder implements KeptHeads {
    private static final String NAMES = "checkpoint-*.txt";

    private final @Nullable Path folder;
    private final KeyedHash key;

    CheckpointFolder(CheckpointSettings settings, KeyedHash key) {
        var named = settings.folder();
        folder = named == null || named.isBlank() ? null : Path.of(named).toAbsolutePath();
        this.key = key;
    }

    /** Returns whether a folder is configured. */
    boolean isKept() {
        return folder != null;
    }

    /** Adds a checkpoint. */
    void write(Checkpoint checkpoint) throws IOException {
        if (folder != null) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("it is no folder, or not mounted");
            }
            OwnerOnly.write(folder.resolve(checkpoint.fileName()), checkpoint.text(key));
        }
    }

    /** Returns the name of the newest file; empty if there is none. */
    Optional<String> newest() throws IOException {
        var names = names();
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
    }

    /** Returns a checkpoint by the name of its file; empty if the portal did not write it so. */
    Optional<Checkpoint> read(String name) throws IOException {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return Checkpoint.parse(Files.readString(folder.resolve(name), StandardCharsets.US_ASCII), key);
        } catch (CharacterCodingException notWrittenByThePortal) {
            return Optional.empty();
        }
    }

    /** Returns whether a file is from an instant or later. */
    static boolean isSince(String name, Instant at) {
        return name.compareTo(Checkpoint.beginOfName(at)) >= 0;
    }

    @Override
    public All readAll() {
        var heads = new ArrayList<KeptHead>();
        Optional<String> altered = Optional.empty();
        try {
            for (var name : names()) {
                var found = read(name);
                var place = "checkpoint " + name;
                if (found.isPresent()) {
                    heads.add(new KeptHead(found.get().head(), place));
                } else if (altered.isEmpty()) {
                    altered = Optional.of(place);
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "The checkpoints in " + folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return new All(heads, altered);
    }

    private List<String> names() throws IOException {
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("it is no folder, or not mounted");
        }
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder, NAMES)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        names.sort(null);
        return names;
    }

    /** Returns the path of the folder for messages to the operator. */
    @Override
    public String toString() {
        return String.valueOf(folder);
    }
}
