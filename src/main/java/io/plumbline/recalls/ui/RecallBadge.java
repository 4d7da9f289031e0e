package io.plumbline.recalls.ui;

import io.plumbline.recalls.RecallListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class RecallBadge implements NavBadge {
    private final RecallListService recalls;

    RecallBadge(RecallListService recalls) {
        this.recalls = recalls;
    }

    @Override
    public String place() {
        return Routes.RECALLS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(recalls.countDue(), "Patients to call back today.");
    }
}
