package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.SavedLeadFilters;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WrongFields;

/** The filters that somebody comes back to, each a link; the one that is shown is kept or removed here. */
class SavedFilterBar extends Composite<Div> {
    private final SavedLeadFilters saved;
    private String query = "";

    SavedFilterBar(SavedLeadFilters saved) {
        this.saved = saved;
        getContent().addClassName("chips");
    }

    /** @param shown the query of the address */
    void show(String shown) {
        query = shown;
        getContent().removeAll();
        var all = saved.mine();
        all.forEach((name, its) -> {
            var link = new Anchor(Places.LEADS_LIST + "?" + its, name);
            link.addClassName("chip");
            if (its.equals(query)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            getContent().add(link);
        });
        all.entrySet().stream()
                .filter(entry -> entry.getValue().equals(query))
                .findFirst()
                .ifPresentOrElse(
                        entry -> getContent().add(button("Remove " + entry.getKey(), () -> {
                            saved.remove(entry.getKey());
                            show(query);
                        })),
                        () -> {
                            if (!query.isEmpty()) {
                                getContent().add(button("Save these filters…", this::ask));
                            }
                        });
    }

    private static Button button(String text, Runnable deed) {
        var button = new Button(text, e -> deed.run());
        button.getElement().getThemeList().add("tertiary");
        return button;
    }

    private void ask() {
        var name = new TextField("Name of these filters");
        name.setMaxLength(60);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        var dialog = new Dialog("Save these filters");
        var messages = new Div();
        var save = new Button("Save", e -> {
            messages.removeAll();
            var wrong = new WrongFields();
            wrong.refuseEmpty(name, "Give them a name");
            if (wrong.areNone()) {
                try {
                    saved.save(name.getValue(), query);
                    dialog.close();
                    show(query);
                } catch (IllegalArgumentException refused) {
                    messages.add(Ui.alert(String.valueOf(refused.getMessage())));
                }
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(Ui.div("stack-3", messages, name));
        dialog.getFooter().add(new Button("Cancel", e -> Leaving.close(dialog, () -> !name.isEmpty())), save);
        Leaving.guard(dialog, () -> !name.isEmpty());
        dialog.open();
    }
}
