package io.plumbline.leads.duplicates;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of a duplicate candidate. */
public record DuplicateCandidateId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
