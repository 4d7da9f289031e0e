package io.plumbline.notes.templates;

import io.plumbline.notes.CarryForward;
import io.plumbline.notes.NoteDraft;
import io.plumbline.sessions.FromTemplate;
import io.plumbline.shared.signing.ContentHash;
import io.plumbline.shared.signing.RecordVersions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The marks that a note has of what templates filled in, as long as it is not changed. */
public final class TemplateMarks {
    /** Each of their lines has a stop: they are never signed as the template has them. */
    private static final Set<String> ALWAYS_FILLED_IN = Set.of("subjective", "observations");

    private TemplateMarks() {}

    /** Returns the template by the name of each field that is still as it was filled in. */
    public static Map<String, String> unchangedIn(NoteDraft draft) {
        var forms = draft.filledValues();
        return draft.details().templated().entrySet().stream()
                .filter(mark -> forms.stream().anyMatch(values -> isOf(values.get(mark.getKey()), mark.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, mark -> mark.getValue().template(), (one, other) -> one, TreeMap::new));
    }

    /**
     * Returns the draft; once nothing is as it was filled in or carried forward, it no longer says that something was.
     */
    public static NoteDraft settled(NoteDraft draft) {
        var settled = CarryForward.settled(draft);
        return unchangedIn(settled).isEmpty() ? with(settled, new TreeMap<>()) : settled;
    }

    static NoteDraft marked(NoteDraft draft, Collection<String> fields, String template) {
        var values = RecordVersions.values(draft);
        var marks = new TreeMap<>(draft.details().templated());
        fields.stream()
                .filter(field -> !ALWAYS_FILLED_IN.contains(field))
                .forEach(field -> marks.put(
                        field, new FromTemplate(template, ContentHash.of(Objects.requireNonNull(values.get(field))))));
        return with(draft, marks);
    }

    static NoteDraft unmarked(NoteDraft draft, List<String> fields) {
        var marks = new TreeMap<>(draft.details().templated());
        fields.forEach(marks::remove);
        return with(draft, marks);
    }

    private static NoteDraft with(NoteDraft draft, SortedMap<String, FromTemplate> marks) {
        var details = draft.details();
        return details.templated().equals(marks) ? draft : draft.withDetails(details.withTemplated(marks));
    }

    private static boolean isOf(@Nullable Object value, FromTemplate mark) {
        return value != null && ContentHash.of(value).equals(mark.hash());
    }
}
