package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.shared.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cards below the choice which of them are shown, such as pairs of records that may be of one person. The choice stands in
 * the address, and <em>Show more</em> adds the next page. A view holds it.
 *
 * @param <F> which are shown, usually the first
 * @param <T> what a card shows
 */
public final class CardList<F extends Enum<F>, T> {
    private static final String ONLY = "only";
    private static final int PAGE = 25;

    private final String place;
    private final Class<F> filters;
    private final Pages<F, T> pages;
    private final Function<T, Component> card;
    private final Function<F, EmptyState> ifEmpty;
    private final FilterBar bar;
    private final Select<F> only = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button("Show more", e -> showMore());
    private final List<T> shown = new ArrayList<>();
    private F filter;

    /** Reads a page. */
    @FunctionalInterface
    public interface Pages<F, T> {
        /** @param after the last of the page before; null for the first page */
        List<T> read(F filter, @Nullable T after, int limit);
    }

    /**
     * @param place the address of the view, one of {@link Routes}
     * @param name what the choice does, for screen readers
     * @param ifEmpty says why there are none
     */
    public CardList(
            String place,
            String name,
            Class<F> filters,
            ItemLabelGenerator<F> words,
            Pages<F, T> pages,
            Function<T, Component> card,
            Function<F, EmptyState> ifEmpty) {
        this.place = place;
        this.filters = filters;
        this.pages = pages;
        this.card = card;
        this.ifEmpty = ifEmpty;
        filter = usual();
        bar = new FilterBar(name, this::filter);
        bar.choice("Show", only);
        only.setItems(filters.getEnumConstants());
        only.setItemLabelGenerator(words);
        Keys.on(only, "/", "Choose which are shown");
        list.addClassName("review-list");
    }

    /** Returns what stands on the page. */
    public Component[] parts() {
        return new Component[] {bar, empty, list, Ui.div("cluster", more)};
    }

    /** Shows the first page of those that the address names. */
    public void enter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, filters).orElseGet(this::usual);
        only.setValue(filter);
        show(pages.read(filter, null, PAGE + 1), PAGE);
    }

    /** Reads as many again as are shown. */
    public void refresh() {
        var asked = Math.max(PAGE, shown.size());
        var now = pages.read(filter, null, asked + 1);
        // rebuilding the list would lose the focus
        if (!now.stream().limit(asked).toList().equals(shown)) {
            show(now, asked);
        }
    }

    private F usual() {
        return filters.getEnumConstants()[0];
    }

    private void filter() {
        Ui.navigate(
                place,
                only.getValue() == usual()
                        ? QueryParameters.empty()
                        : QueryParameters.of(ONLY, Filters.inAddress(only.getValue())));
    }

    private void show(List<T> now, int asked) {
        shown.clear();
        list.removeAll();
        add(now, asked);
        empty.removeAll();
        if (now.isEmpty()) {
            empty.add(ifEmpty.apply(filter));
        }
    }

    private void showMore() {
        add(pages.read(filter, shown.getLast(), PAGE + 1), PAGE);
    }

    /** Adds a page; one more is read than is shown, to find out whether there are more. */
    private void add(List<T> page, int most) {
        page.stream().limit(most).forEach(one -> {
            shown.add(one);
            list.add(new ListItem(card.apply(one)));
        });
        list.setVisible(!shown.isEmpty());
        more.setVisible(page.size() > most);
    }
}
