package io.plumbline.shared.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Marks the fields that a record still requires and focuses the first one; filling a field removes its mark. */
public final class RequiredFields {
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private List<String> missing = List.of();

    private record Part(HasValidationProperties field, BooleanSupplier isEmpty) {}

    /**
     * Registers the field of a required part.
     *
     * @param name the name of the part; a missing part may have a longer name that starts with it
     */
    public <F extends HasValidationProperties & HasValue<?, ?>> void of(String name, F field) {
        of(name, field, field::isEmpty);
    }

    /** Registers a part that more than the value of its field can make incomplete. */
    public void of(String name, HasValidationProperties field, BooleanSupplier isEmpty) {
        parts.put(name, new Part(field, isEmpty));
    }

    /** Marks the missing parts and focuses the first field. */
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

    /** Removes the marks of the fields filled since; returns the names of the parts that are still missing. */
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
