package io.plumbline.exercises;

import io.plumbline.shared.Ids;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Exercises were taken over from a library file. */
public record LibraryImported(UUID subject, String version, int exercises) implements Recorded {
    LibraryImported(String version, int exercises) {
        this(Ids.next(), version, exercises);
    }

    @Override
    public String kind() {
        return "exercise.library-imported";
    }

    @Override
    public String detail() {
        return "version " + version + ", " + exercises + " exercises";
    }
}
