package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/**
 * Somebody took leads out of the portal as a file.
 *
 * @param export what this export is known by
 * @param reason why; empty where none was asked for
 */
public record LeadsExported(UUID export, long leads, String reason) implements Recorded {
    @Override
    public String kind() {
        return "lead.exported";
    }

    @Override
    public UUID subject() {
        return export;
    }

    @Override
    public String detail() {
        return "leads " + leads + (reason.isEmpty() ? "" : ", reason " + reason);
    }
}
