package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list can show, as links: each has an address of its own, and the one that is shown is marked. */
public final class Chips extends Composite<Nav> {
    private final List<Anchor> links = new ArrayList<>();

    /** @param name name for screen readers, such as <em>Orders shown</em> */
    public Chips(String name) {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", name);
    }

    /**
     * One link.
     *
     * @param count how many it shows; empty if that is not said
     * @param hint what following it does; empty if the words say it
     */
    public record Chip(String words, String count, String address, boolean isShown, String hint) {
        /** Creates a link without a count. */
        public Chip(String words, String address, boolean isShown) {
            this(words, "", address, isShown, "");
        }

        /** Creates a link with a count. */
        public Chip(String words, String count, String address, boolean isShown) {
            this(words, count, address, isShown, "");
        }
    }

    /** Returns a count that ends at a limit: <em>1000+</em> where there are that many or more. */
    public static String upTo(long most, @Nullable Long count) {
        return count == null ? "0" : count < most ? String.valueOf(count) : count + "+";
    }

    /** Returns the chips of all filters with their counts. */
    public static <E extends Enum<E>> Stream<Chip> of(
            Class<E> filters,
            E shown,
            Function<E, String> words,
            Function<E, String> address,
            Map<E, Long> counts,
            long most) {
        return Arrays.stream(filters.getEnumConstants())
                .map(filter -> new Chip(
                        words.apply(filter), upTo(most, counts.get(filter)), address.apply(filter), filter == shown));
    }

    /** Shows these chips. Links stay as long as their number does, so that the focused one keeps the focus. */
    public void show(Stream<Chip> chips) {
        var shown = chips.toList();
        while (links.size() > shown.size()) {
            links.removeLast().removeFromParent();
        }
        while (links.size() < shown.size()) {
            var link = new Anchor();
            link.addClassName("chip");
            links.add(link);
            getContent().add(link);
        }
        for (int i = 0; i < shown.size(); i++) {
            draw(links.get(i), shown.get(i));
        }
    }

    private static void draw(Anchor link, Chip chip) {
        link.setHref(chip.address());
        link.removeAll();
        link.add(Ui.text("", chip.words()));
        if (!chip.count().isEmpty()) {
            link.add(Ui.text("count", chip.count()));
        }
        if (!chip.hint().isEmpty()) {
            link.setTitle(chip.hint());
        }
        if (chip.isShown()) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
