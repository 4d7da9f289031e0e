package io.plumbline.schedule.ui;

import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class ScheduleBadge implements NavBadge {
    private final ScheduleService schedule;

    ScheduleBadge(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Override
    public String place() {
        return Routes.SCHEDULE;
    }

    @Override
    public Waiting waiting() {
        var coming = schedule.today().stream().filter(row -> row.status().isKept());
        return new Waiting(coming.count(), "Appointments today, by time.");
    }
}
