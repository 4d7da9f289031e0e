package io.plumbline.audit.anomalies;

import io.plumbline.shared.ids.Ids;
import java.io.Serializable;
import java.util.UUID;

/** The id of an anomaly. */
public record AnomalyId(UUID value) implements Serializable {
    static AnomalyId next() {
        return new AnomalyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
