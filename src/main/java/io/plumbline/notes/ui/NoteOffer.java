package io.plumbline.notes.ui;

import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.patients.PatientDetails;
import io.plumbline.schedule.AppointmentType;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the author may record in a visit.
 *
 * @param modalities the modalities that the author records in it
 * @param against why some of them are contraindicated, by their codes
 * @param vocabulary all modalities, since recorded ones stay visible and can be removed
 * @param library the exercises in use, to choose from; a recorded one stays by its name
 * @param activities the activities of the patient's last rating
 * @param carry what may be carried forward from the last note; null if there is none
 * @param isHeld returns whether the treatment is on hold, as the record is now
 */
record NoteOffer(
        AppointmentType service,
        List<Modalities.Modality> modalities,
        Map<String, String> against,
        Modalities vocabulary,
        List<ExerciseLabel> library,
        List<String> activities,
        @Nullable CarryForward carry,
        BooleanSupplier isHeld) {
    /** Returns whether the treatment of a visit is on hold: it is not suggested then. */
    static boolean isHeld(NoteDetails note, PatientDetails patient) {
        return patient.clinicalHold() || patient.thrustHold() && note.service() == AppointmentType.ADJUSTMENT;
    }
}
