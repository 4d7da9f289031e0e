package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/**
 * Somebody took leads in from a file.
 *
 * @param file what this import is known by
 * @param before how many rows were left out, because they had been taken in before
 */
public record LeadsImported(UUID file, long leads, long before) implements Recorded {
    @Override
    public String kind() {
        return "lead.imported";
    }

    @Override
    public UUID subject() {
        return file;
    }

    @Override
    public String detail() {
        return "leads " + leads + ", taken in before " + before;
    }
}
