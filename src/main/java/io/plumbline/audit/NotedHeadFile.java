package io.plumbline.audit;

import io.plumbline.shared.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A copy of the head in a file of this node, outside the database. An attacker who controls only the database can
 * restore an older trail together with its head, but cannot change this file.
 */
@Component
class NotedHeadFile {
    private final @Nullable Path file;

    NotedHeadFile(AuditSettings settings) {
        var named = settings.headFile();
        file = named == null || named.isBlank() ? null : Path.of(named).toAbsolutePath();
    }

    /** Returns whether a file is configured. */
    boolean isKept() {
        return file != null;
    }

    /**
     * Returns the last noted head; empty if there is none.
     *
     * @throws IOException if the file exists and cannot be read
     * @throws Refused if the file does not contain a head
     */
    Optional<AuditHead> read() throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuditHead.parse(Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (NoSuchFileException noneYet) {
            return Optional.empty();
        }
    }

    /** Replaces the noted head. */
    void write(AuditHead head) throws IOException {
        if (file != null) {
            OwnerOnly.write(file, head + "\n");
        }
    }

    /** Returns the path of the file for messages to the operator. */
    @Override
    public String toString() {
        return String.valueOf(file);
    }
}
