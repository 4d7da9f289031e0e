package io.plumbline.access.ui;

import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class BreakGlassBadge implements NavBadge {
    private final BreakGlassService breakGlass;

    BreakGlassBadge(BreakGlassService breakGlass) {
        this.breakGlass = breakGlass;
    }

    @Override
    public String place() {
        return Routes.BREAK_GLASS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(breakGlass.countToReview(), "Break-glass accesses awaiting review.");
    }
}
