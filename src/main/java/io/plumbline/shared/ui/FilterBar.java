package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasPrefix;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list on one line: a search field and a chip for each filter, filled and with a button to clear it
 * while it has a value. On a phone the chips are behind one button, which counts the active filters.
 */
public final class FilterBar extends Composite<Div> {
    private static final int LONGEST_SEARCH = 100;
    private static final String OPEN = "open";

    private final Runnable changed;
    private final Div chips = Ui.div("filter-chips");
    private final Button opener = new Button("Filter", Icon.FILTER.create(), e -> toggle());
    private final Button clearAll = new Button("Clear filters", e -> clear());
    private final List<HasValue<?, ?>> fields = new ArrayList<>();
    private final List<Chip> removable = new ArrayList<>();
    private @Nullable TextField search;

    /**
     * @param label name for screen readers, such as <em>Filter leads</em>
     * @param changed runs when the user changes or clears a filter, not when the view sets a value
     */
    public FilterBar(String label, Runnable changed) {
        this.changed = changed;
        opener.addClassName("filter-opener");
        opener.getElement().setAttribute("aria-expanded", "false");
        clearAll.addClassName("filter-clear");
        clearAll.setVisible(false);
        chips.add(clearAll);
        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "search").setAttribute("aria-label", label);
        getContent().add(opener, chips);
    }

    /**
     * Adds the search field, which the key <kbd>/</kbd> focuses.
     *
     * @param label what is searched, such as <em>Name, phone or e-mail</em>
     * @param action name of the key, such as <em>Search leads</em>
     */
    public TextField search(String label, String action) {
        search = new TextField();
        search.setPlaceholder(label);
        search.setLabel(label);
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        Keys.on(search, "/", action);
        watch(search);
        getContent().addComponentAsFirst(search);
        return search;
    }

    /** Adds a chip to choose one of a few values. */
    public <T> Select<T> oneOf(String name, Collection<T> choices, ItemLabelGenerator<T> words) {
        var select = new Select<T>();
        select.setItems(choices);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Any");
        select.setItemLabelGenerator(one -> one == null ? "" : words.apply(one));
        return add(name, select);
    }

    /** Adds a chip to choose a date. */
    public DatePicker day(String name) {
        var day = Days.field("");
        day.setPlaceholder("");
        return add(name, day);
    }

    /** Adds a chip to search for one of many values; the current user sets the items. */
    public <T> ComboBox<T> oneOfMany(String name) {
        return add(name, new ComboBox<>());
    }

    /** Adds a chip to turn a filter on. */
    public Checkbox onlyIf(String name) {
        var box = new Checkbox(name);
        box.addClassName("filter-chip");
        addChip(box);
        box.addValueChangeListener(e -> box.getElement().setAttribute("active", box.getValue()));
        watch(box);
        return box;
    }

    /** Adds a field as a chip that is filled, and can be cleared, while it has a value. */
    public <F extends Component & HasValue<?, ?>> F add(String name, F field) {
        var clear = new Button(Icon.CROSS.create());
        clear.setAriaLabel("Clear " + name.toLowerCase(Locale.ROOT));
        var chip = new Chip(field, chip(name, field), clear);
        chip.box().add(clear);
        clear.addClickListener(e -> {
            field.clear();
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
            changed.run();
        });
        removable.add(chip);
        watch(field);
        return field;
    }

    /** Adds a choice that always has a value, such as the grouping of a report. */
    public <F extends Component & HasValue<?, ?>> F choice(String name, F field) {
        chip(name, field);
        field.addValueChangeListener(e -> tell(e.isFromClient()));
        return field;
    }

    private Div chip(String name, Component field) {
        var label = new Span(name);
        label.addClassName("filter-name");
        label.getElement().setAttribute("aria-hidden", "true");
        var box = Ui.div("filter-chip");
        if (field instanceof HasLabel labelled) {
            labelled.setLabel(name);
        }
        if (field instanceof HasPrefix prefixed) {
            prefixed.setPrefixComponent(label);
        } else {
            box.add(label);
        }
        box.add(field);
        addChip(box);
        return box;
    }

    private void addChip(Component chip) {
        chips.addComponentAtIndex(chips.getComponentCount() - 1, chip);
    }

    private void watch(HasValue<?, ?> field) {
        fields.add(field);
        field.addValueChangeListener(e -> {
            showActive();
            tell(e.isFromClient());
        });
        showActive();
    }

    private void tell(boolean isByUser) {
        if (isByUser) {
            changed.run();
        }
    }

    private void showActive() {
        removable.forEach(Chip::show);
        var active = fields.stream().filter(field -> !field.isEmpty()).count();
        clearAll.setVisible(active > 0);
        var behindOpener = active - (search == null || search.isEmpty() ? 0 : 1);
        opener.setText(behindOpener == 0 ? "Filter" : "Filter (" + behindOpener + ")");
    }

    private void toggle() {
        var isOpen = !getContent().hasClassName(OPEN);
        getContent().setClassName(OPEN, isOpen);
        opener.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    }

    private void clear() {
        fields.forEach(HasValue::clear);
        if (fields.getFirst() instanceof Focusable<?> first) {
            first.focus();
        }
        changed.run();
    }

    private record Chip(HasValue<?, ?> field, Div box, Button clear) {
        void show() {
            clear.setVisible(!field.isEmpty());
            box.getElement().setAttribute("active", !field.isEmpty());
        }
    }
}
