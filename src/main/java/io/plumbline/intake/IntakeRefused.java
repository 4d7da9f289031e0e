package io.plumbline.intake;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for an intake note that is not theirs, or that does not exist: the answer is the same. */
public record IntakeRefused(UUID note) implements Recorded {
    @Override
    public String kind() {
        return "intake.refused";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
