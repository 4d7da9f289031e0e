package io.plumbline.shared.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.List;

/** Creates fields as wide as their form. Texts send each keystroke, so that Escape knows about the last one. */
public final class UiFields {
    private UiFields() {}

    /**
     * Creates a field for a text of several lines.
     *
     * @param most the number of characters that fit
     */
    public static TextArea area(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        return eager(area);
    }

    /**
     * Creates a field for a text of one line.
     *
     * @param most the number of characters that fit
     */
    public static TextField line(String label, int most) {
        var line = new TextField(label);
        line.setMaxLength(most);
        return eager(line);
    }

    /** Creates a list from which one item is chosen. */
    public static <T> Select<T> choice(String label, Collection<T> items, ItemLabelGenerator<T> words) {
        var choice = new Select<T>();
        choice.setLabel(label);
        choice.setItems(items);
        choice.setItemLabelGenerator(words);
        choice.setWidthFull();
        return choice;
    }

    /** Creates a list from which one item is chosen, such as the values of an enum. */
    public static <T> Select<T> choice(String label, T[] items, ItemLabelGenerator<T> words) {
        return choice(label, List.of(items), words);
    }

    /**
     * Creates a list from which one item may be chosen.
     *
     * @param none what it says where none is chosen
     */
    public static <T> Select<T> optional(String label, String none, Collection<T> items, ItemLabelGenerator<T> words) {
        var choice = choice(label, items, item -> item == null ? none : words.apply(item));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(none);
        choice.setPlaceholder(none);
        return choice;
    }

    /** Creates radio buttons of which one is chosen. */
    public static <T> RadioButtonGroup<T> radio(String label, Collection<T> items, ItemLabelGenerator<T> words) {
        var radio = new RadioButtonGroup<T>(label);
        radio.setItems(items);
        radio.setItemLabelGenerator(words);
        return radio;
    }

    private static <F extends HasSize & HasValueChangeMode> F eager(F field) {
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setWidthFull();
        return field;
    }
}
