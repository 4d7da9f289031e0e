package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, and beside it the record that the address names. A view holds it, and says what is in both.
 *
 * @param <I> the id of a record
 * @param <P> the panel of a record
 */
public final class ListScreen<I, P extends Composite<RecordPanel>> {
    private final Main view;
    private final Grid<?> list;
    private final Function<UUID, I> type;
    private final Function<I, Optional<P>> open;
    private final Aside beside = new Aside();
    private @Nullable I chosen;
    private @Nullable P panel;

    /**
     * @param list made by {@link Lazily}; its rows link to their records, each with the id in its address
     * @param name what stands beside the list, for screen readers, such as <em>Selected order</em>
     * @param type the type of the id in an address
     * @param open returns the panel of a record, or empty if it does not exist or the user may not see it
     */
    public ListScreen(Main view, Grid<?> list, String name, Function<UUID, I> type, Function<I, Optional<P>> open) {
        this.view = view;
        this.list = list;
        this.type = type;
        this.open = open;
        beside.addClassName("beside");
        beside.getElement().setAttribute("aria-label", name);
    }

    /** Returns the list with the record beside it, for the page. */
    public Div withPanel() {
        return Ui.div("with-panel", list, beside);
    }

    /** Returns the list under what narrows it, with the record beside both. */
    public Div withPanel(Component above) {
        return Ui.div("with-panel", Ui.div("call-queue", above, list), beside);
    }

    /**
     * Shows the record in the route, or none.
     *
     * @throws NotFoundException if there is no such record for the user
     */
    public void enter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .get(Routes.ID)
                .map(text -> Ids.inAddress(text, type).orElseThrow(NotFoundException::new))
                .orElse(null));
    }

    /**
     * Shows a record, and moves the focus to it; with none, the focus returns to the row of the record before.
     *
     * @param id null for none
     * @throws NotFoundException if there is no such record for the user
     */
    public void show(@Nullable I id) {
        var before = chosen;
        clear();
        if (id != null) {
            var opened = open.apply(id).orElseThrow(NotFoundException::new);
            chosen = id;
            panel = opened;
            beside.add(opened);
            opened.getContent().focus();
        } else if (before != null) {
            list.getElement().executeJs("this.querySelector(`a[href*='${$0}']`)?.focus()", before.toString());
        }
        Lazily.choose(list, id);
        makeRoom();
    }

    /** Marks the row of another record than the address names, such as the one into which that was merged. */
    public void mark(I id) {
        chosen = id;
        Lazily.choose(list, id);
    }

    /** Shows a form in place of a record. */
    public void showForm(Component form) {
        clear();
        beside.add(form);
        Lazily.choose(list, null);
        makeRoom();
    }

    private void clear() {
        chosen = null;
        panel = null;
        beside.removeAll();
    }

    private void makeRoom() {
        beside.setVisible(beside.getComponentCount() > 0);
        view.getElement().getClassList().set("has-panel", beside.isVisible());
    }

    /** Says what to do about an empty list. */
    public void ifEmpty(String sentence) {
        list.setEmptyStateText(sentence);
    }

    /** Shows what to do about an empty list. */
    public void ifEmpty(Component state) {
        list.setEmptyStateComponent(state);
    }

    /** Reads the rows again. */
    public void refresh() {
        list.getDataProvider().refreshAll();
    }

    /** Returns the id of the record that is shown. */
    public Optional<I> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** Returns the panel of the record that is shown. */
    public Optional<P> panel() {
        return Optional.ofNullable(panel);
    }
}
