package io.plumbline.notes.templates;

import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.signing.RecordVersions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a template fills in in a draft: the fields that are empty there, within what the author records in the visit.
 *
 * @param draft the draft with them, marked as from the template
 * @param filled the names of those fields
 * @param kept the names of the fields that the template has too, but the draft had already
 * @param leftOut the names of modalities and exercises that the author does not record there, or that are retired
 */
public record TemplateFill(NoteDraft draft, List<String> filled, List<String> kept, List<String> leftOut) {
    private static final List<String> FIELDS =
            List.of("subjective", "observations", "modalities", "minutes", "exercises", "cue", "homeCare", "nextStep");

    public TemplateFill {
        filled = List.copyOf(filled);
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns what a template fills in; what the author wrote stays. */
    public static TemplateFill of(NoteDraft draft, NoteTemplateDraft template, TemplateLimits limits) {
        var content = within(template, limits);
        var offered = RecordVersions.values(content);
        var now = RecordVersions.values(draft);
        var isEmpty = FIELDS.stream()
                .filter(field -> !RecordVersions.isEmpty(offered.get(field)))
                .collect(Collectors.partitioningBy(field -> RecordVersions.isEmpty(now.get(field))));
        var filled = Objects.requireNonNull(isEmpty.get(true));
        return new TemplateFill(
                TemplateMarks.marked(RecordVersions.with(draft, filled, content), filled, template.name()),
                filled,
                Objects.requireNonNull(isEmpty.get(false)),
                limits.leftOut(template).toList());
    }

    private static NoteDraft within(NoteTemplateDraft template, TemplateLimits limits) {
        var all = template.asNote();
        return all.withTreatment(
                        List.of(),
                        template.modalities().stream().filter(limits::takes).collect(Collectors.toSet()),
                        null,
                        null,
                        limits.isHeld() ? null : template.minutes())
                .withDetails(all.details()
                        .withExercises(template.exercises().stream()
                                .filter(limits::takes)
                                .toList()));
    }

    /** Returns a later draft without what was filled in, as far as it was not changed since. */
    public NoteDraft undoneIn(NoteDraft later) {
        var then = RecordVersions.values(draft);
        var now = RecordVersions.values(later);
        var unchanged = filled.stream()
                .filter(field -> Objects.equals(then.get(field), now.get(field)))
                .toList();
        return TemplateMarks.unmarked(RecordVersions.with(later, unchanged, NoteDraft.EMPTY), unchanged);
    }
}
