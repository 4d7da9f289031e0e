package io.plumbline.records.clinicexports;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of an export of a clinic. */
public record ClinicExportId(UUID value) implements Serializable {
    static ClinicExportId next() {
        return new ClinicExportId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
