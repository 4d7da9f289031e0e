package io.plumbline.notes;

import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Session notes: which visits of the caller want one. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class NoteService {
    private static final Set<AppointmentStatus> NOT_TREATED =
            EnumSet.of(AppointmentStatus.NO_SHOW, AppointmentStatus.CANCELLED);

    private final ScheduleService schedule;

    NoteService(ScheduleService schedule) {
        this.schedule = schedule;
    }

    /** The caller's own visits of today that want a note, by time. */
    public List<AppointmentRow> visitsToday() {
        return schedule.myToday().stream()
                .filter(visit -> !NOT_TREATED.contains(visit.status()))
                .toList();
    }
}
