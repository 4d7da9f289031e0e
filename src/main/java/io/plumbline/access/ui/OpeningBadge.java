package io.plumbline.access.ui;

import io.plumbline.access.OpeningService;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Places;
import org.springframework.stereotype.Component;

@Component
class OpeningBadge implements NavBadge {
    private final OpeningService openings;

    OpeningBadge(OpeningService openings) {
        this.openings = openings;
    }

    @Override
    public String place() {
        return Places.OPENINGS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(openings.countToReview(), "Records opened with a reason that wait for a review.");
    }
}
