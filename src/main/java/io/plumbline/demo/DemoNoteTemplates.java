package io.plumbline.demo;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.ids.OperationId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds note templates: one or two for each treatment of the clinics, and one of a therapist. */
@Component
class DemoNoteTemplates {
    private static final String HINGE = "Hip hinge: bend at the hips, not by rounding the back.";
    private static final String HABITS =
            "Posture check daily: ears over shoulders, shoulders over hips, neutral spine.\n"
                    + "Get up regularly when sitting for hours: stand or walk.";

    private final NoteTemplateService templates;
    private final ExerciseService exercises;

    DemoNoteTemplates(NoteTemplateService templates, ExerciseService exercises) {
        this.templates = templates;
        this.exercises = exercises;
    }

    /** To be called as a chiropractor, after the exercise library was added. */
    void share() {
        share(new NoteTemplateDraft(
                "Lower-back massage",
                AppointmentType.MASSAGE,
                "Change since the last visit: {change}",
                "Tone and texture: {where and how}\nTenderness and trigger points: {where}\nRange of motion: {movement}",
                Set.of("SWEDISH", "DEEP_TISSUE", "MYOFASCIAL"),
                null,
                List.of(),
                HINGE,
                HABITS,
                "{next interval and focus}"));
        share(new NoteTemplateDraft(
                "Adjustment visit",
                AppointmentType.ADJUSTMENT,
                "Change since the last visit: {change}\nAggravating and relieving: {what}",
                "Range of motion: {numbers}\nNeuro and ortho tests: {if relevant}",
                Set.of(),
                null,
                List.of(),
                "",
                HABITS,
                "{frequency left and next focus}"));
        share(new NoteTemplateDraft(
                "Light start",
                AppointmentType.EXERCISE,
                "Change since the last session: {change}",
                "Form of each exercise: {what was seen}",
                Set.of(),
                null,
                List.of(
                        planned("cat-cow", null, null, null),
                        planned("pelvic-tilt", null, null, null),
                        planned("knee-to-chest", null, 2, 60)),
                HINGE,
                HABITS,
                "{next step and date}"));
        share(new NoteTemplateDraft(
                "Core and stability",
                AppointmentType.EXERCISE,
                "",
                "Form of each exercise: {what was seen}",
                Set.of(),
                null,
                List.of(
                        planned("plank", 1, null, 10),
                        planned("bird-dog", null, null, null),
                        planned("bridge", null, null, null)),
                "",
                HABITS,
                "{next step and date}"));
    }

    /** To be called as a therapist. */
    void addOwn() {
        templates.add(
                new NoteTemplateDraft(
                        "My hips and glutes",
                        AppointmentType.MASSAGE,
                        "",
                        "Tone around hips and glutes: {where and how}",
                        Set.of("MYOFASCIAL", "HIP_GLUTE_WORK"),
                        null,
                        List.of(),
                        HINGE,
                        "",
                        "{next interval and focus}"),
                OperationId.next());
    }

    private void share(NoteTemplateDraft template) {
        templates.addForClinics(template, OperationId.next());
    }

    private ExerciseRow planned(
            String slug, @Nullable Integer sets, @Nullable Integer repetitions, @Nullable Integer holdSeconds) {
        var exercise = exercises.labelled(slug).orElseThrow();
        return new ExerciseRow(exercise.id(), exercise.name(), false, false, sets, repetitions, holdSeconds, "", "");
    }
}
