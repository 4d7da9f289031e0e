package io.plumbline.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The head of the trail in its second place: a file of this node, away from the database. Who owns the database alone
 * can put back an older trail together with its head, but not this file.
 */
@Component
class NotedHead {
    private final @Nullable Path file;

    NotedHead(AuditSettings settings) {
        var named = settings.headFile();
        file = named == null || named.isBlank() ? null : Path.of(named).toAbsolutePath();
    }

    /** Whether there is a second place. */
    boolean isKept() {
        return file != null;
    }

    /**
     * The head that was noted last; empty where none was.
     *
     * @throws IOException if the file is there and cannot be read
     * @throws IllegalArgumentException if what it says is no head
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

    /** Notes a head in place of the one before. */
    void write(AuditHead head) throws IOException {
        if (file != null) {
            OwnerOnly.write(file, head + "\n");
        }
    }

    /** Where it lies, for who must look. */
    @Override
    public String toString() {
        return String.valueOf(file);
    }
}
