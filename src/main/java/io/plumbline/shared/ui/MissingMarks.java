package io.plumbline.shared.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Marks the fields of what a record lacks, and leads the keyboard to the first; who fills a field takes its mark. */
public final class MissingMarks {
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private List<String> missing = List.of();

    private record Part(HasValidationProperties field, BooleanSupplier isEmpty) {}

    /**
     * Says which field a part is.
     *
     * @param name of the part, as it is named where it is missing; an end of it may tell more
     */
    public <F extends HasValidationProperties & HasValue<?, ?>> void of(String name, F field) {
        of(name, field, field::isEmpty);
    }

    /** The same where the part is missing by more than the value of its field. */
    public void of(String name, HasValidationProperties field, BooleanSupplier isEmpty) {
        parts.put(name, new Part(field, isEmpty));
    }

    /** Marks what is missing and leads to the first of the fields. */
    public void mark(List<String> names) {
        clear();
        missing = List.copyOf(names);
        var isFirst = true;
        for (var part : parts.entrySet()) {
            if (missing.stream().anyMatch(name -> name.startsWith(part.getKey()))) {
                part.getValue().field().setErrorMessage("Needed before it can be signed");
                part.getValue().field().setInvalid(true);
                if (isFirst) {
                    part.getValue().field().getElement().callJsFunction("focus");
                    isFirst = false;
                }
            }
        }
    }

    /** Takes the marks from what was filled since; the names of what is missing still. */
    public List<String> still() {
        missing = missing.stream().filter(this::isStill).toList();
        return missing;
    }

    private boolean isStill(String name) {
        var part = parts.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .findFirst();
        if (part.isEmpty() || part.get().getValue().isEmpty().getAsBoolean()) {
            return true;
        }
        part.get().getValue().field().setInvalid(false);
        return false;
    }

    private void clear() {
        parts.values().forEach(part -> part.field().setInvalid(false));
        missing = List.of();
    }
}
