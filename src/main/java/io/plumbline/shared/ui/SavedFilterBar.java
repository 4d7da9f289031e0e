package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.shared.SavedFilters;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The saved filters of a user for a list, as links; the current filter can be saved, renamed, or deleted here. */
public final class SavedFilterBar extends Composite<Div> {
    private final String route;
    private final String words;
    private final SavedFilters saved;
    private String query = "";

    /**
     * @param route the address of the list
     * @param words the parameter of the search words, which appear in no address; empty if the list has no search
     */
    public SavedFilterBar(String route, String words, SavedFilters saved) {
        this.route = route;
        this.words = words;
        this.saved = saved;
        getContent().addClassName("chips");
    }

    private String address(String kept) {
        var parameters = new LinkedHashMap<String, String>();
        QueryParameters.fromString(kept)
                .getParameters()
                .forEach((parameter, values) -> parameters.put(parameter, values.getFirst()));
        return KeptSearch.hide(words, parameters).getQueryString();
    }

    /** @param shown the current filter in the form in which filters are saved */
    public void show(String shown) {
        query = shown;
        getContent().removeAll();
        var all = saved.findForCurrentUser();
        all.forEach((name, its) -> {
            var link = new Anchor(route + "?" + address(its), name);
            link.addClassName("chip");
            if (its.equals(query)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            getContent().add(link);
        });
        all.entrySet().stream()
                .filter(entry -> entry.getValue().equals(query))
                .findFirst()
                .ifPresentOrElse(entry -> getContent().add(renaming(entry.getKey()), removing(entry.getKey())), () -> {
                    if (!query.isEmpty()) {
                        getContent().add(button("Save these filters…", this::keep));
                    }
                });
    }

    private Button renaming(String name) {
        return button(
                "Rename " + name + "…",
                () -> ask(
                        "Rename these filters",
                        name,
                        typed -> !typed.equals(name)
                                && saved.findForCurrentUser().containsKey(typed),
                        typed -> saved.rename(name, typed)));
    }

    private Button removing(String name) {
        return button("Remove " + name, () -> {
            saved.remove(name);
            show(query);
        });
    }

    private void keep() {
        ask("Save these filters", "", typed -> false, typed -> saved.save(typed, query));
    }

    private static Button button(String text, Runnable deed) {
        var button = new Button(text, e -> deed.run());
        button.getElement().getThemeList().add("tertiary");
        return button;
    }

    private void ask(String title, String before, Predicate<String> isTaken, Consumer<String> keep) {
        var name = new TextField("Name of these filters");
        name.setMaxLength(SavedFilters.LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setValue(before);
        name.setAutoselect(true);
        var dialog = new Dialog();
        var messages = new Div();
        var save = new Button("Save", e -> {
            messages.removeAll();
            var wrong = new FormErrors();
            if (!wrong.refuseEmpty(name, "Give them a name")) {
                wrong.refuse(name, isTaken.test(name.getValue().strip()), SavedFilters.NAME_TAKEN);
            }
            if (wrong.areNone()) {
                Attempt.showing(messages).run(() -> {
                    keep.accept(name.getValue());
                    dialog.close();
                    show(query);
                });
            }
        });
        save.addClickShortcut(Key.ENTER).listenOn(name);
        Dialogs.ask(dialog, Dialogs.Width.SMALL, title, () -> !name.getValue().equals(before), save, messages, name);
        dialog.open();
    }
}
