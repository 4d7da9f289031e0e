package io.plumbline.records.clinicexports;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an export of a clinic. */
public record ClinicExportId(UUID value) implements Id {
    static ClinicExportId next() {
        return new ClinicExportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
