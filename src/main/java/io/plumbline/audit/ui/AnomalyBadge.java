package io.plumbline.audit.ui;

import io.plumbline.audit.anomalies.AnomalyService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class AnomalyBadge implements NavBadge {
    private final AnomalyService anomalies;

    AnomalyBadge(AnomalyService anomalies) {
        this.anomalies = anomalies;
    }

    @Override
    public String place() {
        return Routes.ANOMALIES;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(anomalies.countOpen(), "Unusual accesses to decide on.");
    }

    @Override
    public boolean calls() {
        return true;
    }
}
