package io.plumbline.safety.ui;

import io.plumbline.safety.SafetyService;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Places;
import org.springframework.stereotype.Component;

@Component
class FlagBadge implements NavBadge {
    private final SafetyService safety;

    FlagBadge(SafetyService safety) {
        this.safety = safety;
    }

    @Override
    public String place() {
        return Places.FLAGS;
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(safety.countOpen(), "Open red flags for your decision.");
    }
}
