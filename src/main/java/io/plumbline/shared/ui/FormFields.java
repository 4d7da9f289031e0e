package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a form, wherever they stand in its parts, and whether a person changed one. */
final class FormFields {
    private final List<Component> parts;
    private final Map<HasValue<?, ?>, @Nullable Object> proposed = new HashMap<>();

    FormFields(List<Component> parts) {
        this.parts = parts;
    }

    /** Takes what the fields have now for what is proposed. */
    void propose() {
        all().forEach(field -> proposed.put(field, field.getValue()));
    }

    boolean areChanged() {
        return all().anyMatch(field ->
                !Objects.equals(field.getValue(), proposed.getOrDefault(field, field.getEmptyValue())));
    }

    /** Lets Enter press a button; not in fields where it opens a list or a calendar. */
    void pressByEnter(Button button) {
        var texts = all().filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .toArray(Component[]::new);
        if (texts.length > 0) {
            button.addClickShortcut(Key.ENTER).listenOn(texts).resetFocusOnActiveElement();
        }
    }

    private Stream<HasValue<?, ?>> all() {
        return parts.stream().flatMap(FormFields::in);
    }

    private static Stream<HasValue<?, ?>> in(Component part) {
        return part instanceof HasValue<?, ?> field
                ? Stream.of(field)
                : part.getChildren().flatMap(FormFields::in);
    }
}
