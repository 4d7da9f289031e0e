package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A session note in which nothing was written yet went with its visit to another practitioner. */
public record NoteHandedOver(UUID note, PatientId patient, StaffId from, StaffId to) implements Recorded {
    @Override
    public String kind() {
        return "note.handed-over";
    }

    @Override
    public UUID subject() {
        return note;
    }

    @Override
    public String detail() {
        return "from practitioner " + from + " to practitioner " + to;
    }
}
