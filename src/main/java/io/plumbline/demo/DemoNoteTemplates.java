package io.plumbline.demo;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.ids.OperationId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds note templates: one or two for each treatment of the clinics, and one of a therapist. */
@Component
class DemoNoteTemplates {
    /** How many of the templates are for all clinics; the rest is a therapist's own. */
    private static final int SHARED = 4;

    private final NoteTemplateService templates;
    private final ExerciseService exercises;

    DemoNoteTemplates(NoteTemplateService templates, ExerciseService exercises) {
        this.templates = templates;
        this.exercises = exercises;
    }

    /** To be called as a chiropractor, after the exercise library was added. */
    void share() {
        templates().limit(SHARED).forEach(template -> templates.addForClinics(template, OperationId.next()));
    }

    /** To be called as a therapist. */
    void addOwn() {
        templates().skip(SHARED).forEach(template -> templates.add(template, OperationId.next()));
    }

    private Stream<NoteTemplateDraft> templates() {
        return DemoTexts.rows("note-templates.json", Template[].class).stream().map(this::draft);
    }

    private NoteTemplateDraft draft(Template template) {
        return new NoteTemplateDraft(
                template.name(),
                template.service(),
                template.said(),
                template.found(),
                template.modalities(),
                null,
                template.exercises().stream().map(this::row).toList(),
                template.cue(),
                template.homeCare(),
                template.next());
    }

    private ExerciseRow row(Planned planned) {
        var exercise = exercises.labelled(planned.slug()).orElseThrow();
        return new ExerciseRow(
                exercise.id(),
                exercise.name(),
                false,
                false,
                planned.sets(),
                planned.repetitions(),
                planned.holdSeconds(),
                "",
                "");
    }

    record Template(
            String name,
            AppointmentType service,
            String said,
            String found,
            Set<String> modalities,
            List<Planned> exercises,
            String cue,
            String homeCare,
            String next) {}

    /** An exercise of the library, with as much of it as the template names. */
    record Planned(
            String slug,
            @Nullable Integer sets,
            @Nullable Integer repetitions,
            @Nullable Integer holdSeconds) {}
}
