package io.plumbline.audit.anomalies;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit events of anomalies. */
sealed interface AnomalyEvent extends Recorded {
    AnomalyId anomaly();

    @Override
    default UUID subject() {
        return anomaly().value();
    }

    /** The portal found an anomaly. */
    record Found(
            AnomalyId anomaly, AnomalyRule rule, @Nullable PatientId patient) implements AnomalyEvent {
        @Override
        public String detail() {
            return rule.code();
        }
    }

    /** The privacy officer decided on an anomaly; the note stays with the anomaly. */
    record Decided(
            AnomalyId anomaly, AnomalyRule rule, @Nullable PatientId patient, AnomalyState state)
            implements AnomalyEvent {
        @Override
        public String detail() {
            return rule.code() + ", " + state.words().toLowerCase(Locale.ROOT);
        }
    }
}
