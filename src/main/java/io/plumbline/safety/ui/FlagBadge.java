package io.plumbline.safety.ui;

import io.plumbline.safety.SafetyService;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Places;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class FlagBadge implements NavBadge {
    private final SafetyService safety;
    private final List<WaitingForReview> beside;

    FlagBadge(SafetyService safety, List<WaitingForReview> beside) {
        this.safety = safety;
        this.beside = beside;
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
        return new Waiting(
                safety.countOpen()
                        + beside.stream().mapToLong(WaitingForReview::count).sum(),
                "Red flags and leads for your decision.");
    }
}
