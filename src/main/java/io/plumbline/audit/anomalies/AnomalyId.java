package io.plumbline.audit.anomalies;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of an anomaly. */
public record AnomalyId(UUID value) implements Id {
    static AnomalyId next() {
        return new AnomalyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
