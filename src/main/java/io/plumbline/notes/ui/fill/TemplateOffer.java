package io.plumbline.notes.ui.fill;

import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.notes.templates.TemplateLimits;
import io.plumbline.shared.ids.ExerciseId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The templates that are offered beside a draft, within what its author records in the visit. */
@org.springframework.stereotype.Component
public class TemplateOffer {
    private final NoteTemplateService templates;
    private final ExerciseService exercises;
    private final Modalities vocabulary;

    TemplateOffer(NoteTemplateService templates, ExerciseService exercises, Modalities vocabulary) {
        this.templates = templates;
        this.exercises = exercises;
        this.vocabulary = vocabulary;
    }

    /** Returns the templates for a draft. */
    public TemplatePick of(NoteDetails note, TemplatePick.Form form) {
        var offered = templates.findOffered(note.service());
        var limits = new TemplateLimits(
                vocabulary,
                note.offered().stream().map(Modalities.Modality::code).collect(Collectors.toSet()),
                inUse(offered),
                false);
        return new TemplatePick(offered, limits, form);
    }

    private Set<ExerciseId> inUse(List<NoteTemplateDetails> offered) {
        return offered.stream()
                        .allMatch(template -> template.draft().exercises().isEmpty())
                ? Set.of()
                : exercises.labelsInUse().stream().map(ExerciseLabel::id).collect(Collectors.toSet());
    }
}
