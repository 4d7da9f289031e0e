package io.plumbline.shared.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Marks the fields that a record still requires and focuses the first one; filling a field removes its mark. */
public final class RequiredFields {
    /** A group takes no focus itself: its chosen or first option does. */
    private static final String FOCUS = """
            (this.matches('vaadin-radio-group, vaadin-checkbox-group')
              ? this.querySelector('[checked] input, input') : this)?.focus();""";

    private final List<Supplier<Stream<Part>>> parts = new ArrayList<>();
    // also of rows that were removed since
    private List<Part> marked = List.of();
    private List<String> missing = List.of();

    private record Part(String name, HasValidationProperties field, BooleanSupplier isEmpty) {
        boolean isOf(String missing) {
            return missing.startsWith(name);
        }
    }

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
        var part = new Part(name, field, isEmpty);
        parts.add(() -> Stream.of(part));
    }

    /**
     * Registers a part for each row of a list, at this place, as the rows are when they are marked.
     *
     * @param isEmpty whether the part of a row is still missing; not for a row that was removed
     */
    public <R> void ofEach(
            Supplier<? extends Collection<R>> rows,
            Function<R, String> name,
            Function<R, HasValidationProperties> field,
            Predicate<R> isEmpty) {
        parts.add(() ->
                rows.get().stream().map(row -> new Part(name.apply(row), field.apply(row), () -> isEmpty.test(row))));
    }

    /** Marks the missing parts and focuses the first field. */
    public void mark(List<String> names) {
        clear();
        missing = List.copyOf(names);
        marked = all().filter(part -> missing.stream().anyMatch(part::isOf)).toList();
        for (var part : marked) {
            part.field().setErrorMessage("Needed before it can be signed");
            part.field().setInvalid(true);
        }
        marked.stream()
                .findFirst()
                .ifPresent(first -> first.field().getElement().executeJs(FOCUS));
    }

    /** Removes the marks of the fields filled since; returns the names of the parts that are still missing. */
    public List<String> still() {
        missing = missing.stream().filter(this::isStill).toList();
        return missing;
    }

    private boolean isStill(String name) {
        var part = marked.stream().filter(one -> one.isOf(name)).findFirst();
        if (part.isEmpty() || part.get().isEmpty().getAsBoolean()) {
            return true;
        }
        part.get().field().setInvalid(false);
        return false;
    }

    private Stream<Part> all() {
        return parts.stream().flatMap(Supplier::get);
    }

    private void clear() {
        all().forEach(part -> part.field().setInvalid(false));
        marked = List.of();
        missing = List.of();
    }
}
