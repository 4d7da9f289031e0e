package io.plumbline.backup;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown if a backup cannot be written, read or trusted; the message is one sentence with the reason and the remedy. */
public class BackupProblem extends IOException {
    public BackupProblem(String sentence) {
        this(sentence, null);
    }

    public BackupProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** Returns the sentence. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
