package io.plumbline.schedule.ui;

import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import org.springframework.stereotype.Component;

/** The message that an appointment was canceled or moved, with its undo. */
@Component
class AppointmentUndo {
    private final AppointmentUndoService undo;

    AppointmentUndo(AppointmentUndoService undo) {
        this.undo = undo;
    }

    /** @param changed shows the schedule again after the undo */
    void canceled(AppointmentRow row, Runnable changed) {
        offer("Canceled: " + words(row), () -> undo.undoCancellation(row.id()), changed);
    }

    /**
     * @param row the appointment before the move
     * @param changed shows the schedule again after the undo
     */
    void moved(AppointmentRow row, Runnable changed) {
        offer("Moved: " + words(row), () -> undo.undoMove(row.id()), changed);
    }

    private static void offer(String done, Runnable undo, Runnable changed) {
        Toast.undoable(done, done, () -> {
            Attempt.telling(Toast::warn)
                    .ifChanged(ConflictMessages.CHANGED_SINCE)
                    .ifNotAvailable(ConflictMessages.GONE)
                    .run(undo);
            changed.run();
        });
    }

    private static String words(AppointmentRow row) {
        return row.personName() + ", " + row.type().label() + ", " + Dates.dayAndTime(row.on(), row.at(), "");
    }
}
