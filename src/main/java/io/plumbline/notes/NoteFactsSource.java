package io.plumbline.notes;

import io.plumbline.exercises.ExerciseCautionQuery;
import io.plumbline.intake.contraindications.ContraindicationService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.safety.CourseFlagQuery;
import io.plumbline.safety.FlagDetails;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.FlagLevel;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds what the signing checks of a session note read of the record, and no more than its content asks for. */
@Component
class NoteFactsSource {
    private final SessionNotes notes;
    private final ContraindicationService contraindications;
    private final NoteReactions reactions;
    private final CourseFlagQuery flags;
    private final ExerciseCautionQuery exercises;
    private final Modalities modalities;

    NoteFactsSource(
            SessionNotes notes,
            ContraindicationService contraindications,
            NoteReactions reactions,
            CourseFlagQuery flags,
            ExerciseCautionQuery exercises,
            Modalities modalities) {
        this.notes = notes;
        this.contraindications = contraindications;
        this.reactions = reactions;
        this.flags = flags;
        this.exercises = exercises;
        this.modalities = modalities;
    }

    /** Returns the facts about a note of a patient, with what is looked up for it. */
    NoteFacts find(SessionNote note, PatientDetails patient, LocalDate today) {
        var standing = contraindications.findStanding(patient);
        var alerts = patient.alerts().stream()
                .filter(alert -> alert.isOn(note.treatedOn()))
                .toList();
        var known = NoteFacts.Safety.on(today, reactions.severities());
        var facts = new NoteFacts(
                note.service(), note.draft(), alerts, standing.all(), standing.isScreened(), modalities, known);
        // looked up only where the note says what it is asked for: most notes do not
        var isStrong = !facts.strongWork().isEmpty();
        return facts.with(new NoteFacts.Safety(
                known.today(),
                known.severities(),
                facts.isWorse() && reactions.isRecorded(note.id()),
                isStrong ? reactions.findOpen(patient.records()) : List.of(),
                isStrong && patient.thrustHold() ? referredFlags(patient) : List.of(),
                note.draft().details().hasExercise() ? cautious(note, patient) : List.of()));
    }

    /** Returns the exercises to ask about in a first exercise session; empty in a later one. */
    private List<String> cautious(SessionNote note, PatientDetails patient) {
        var earlier = notes.lastSigned(patient.records(), AppointmentType.EXERCISE, note.treatedOn(), Limit.of(1));
        return earlier.isEmpty()
                ? exercises.findCautious(note.draft().details().exercises().stream()
                        .filter(ExerciseRow::isRecorded)
                        .map(ExerciseRow::exercise)
                        .toList())
                : List.of();
    }

    private List<String> referredFlags(PatientDetails patient) {
        return flags.find(patient.records()).stream()
                .filter(flag -> flag.level() == FlagLevel.R && flag.isInForce())
                .map(FlagDetails::flag)
                .toList();
    }
}
