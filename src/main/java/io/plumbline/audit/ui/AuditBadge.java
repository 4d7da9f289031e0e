package io.plumbline.audit.ui;

import io.plumbline.audit.AuditService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class AuditBadge implements NavBadge {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final AuditService audit;
    private final Clock clock;

    AuditBadge(AuditService audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String place() {
        return Routes.AUDIT;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(audit.countSince(clock.instant().minus(A_DAY)), "Entries of the last 24 hours.");
    }
}
