package io.plumbline.shared.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;

/** A select field that filters a list; without a selection it does not filter. */
public final class FilterChoice {
    private FilterChoice() {}

    /** Creates the field; {@code changed} runs with each selection. */
    @SafeVarargs
    public static <T> Select<T> of(String name, ItemLabelGenerator<T> word, Runnable changed, T... choices) {
        var choice = new Select<T>();
        choice.setAriaLabel(name);
        choice.setPlaceholder(name);
        choice.setItems(choices);
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(name + ": any");
        choice.setItemLabelGenerator(one -> one == null ? name + ": any" : word.apply(one));
        choice.addValueChangeListener(e -> changed.run());
        return choice;
    }
}
