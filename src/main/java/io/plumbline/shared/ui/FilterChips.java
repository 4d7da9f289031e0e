package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.shared.ui.Chips.Chip;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list as {@link Chips}, one of which is shown at a time. The address names it, unless it is the usual
 * one.
 *
 * @param <E> the filters, in the order of their links
 */
public final class FilterChips<E extends Enum<E>> extends Composite<Chips> {
    private static final String ONLY = "only";
    private static final String YES = "yes";

    private final Chips chips;
    private final String path;
    private final E usual;
    private final Function<E, String> words;
    private @Nullable Mark mark;
    private E shown;
    private boolean isMarked;

    /**
     * A link beside the filters that narrows each of them.
     *
     * @param name its name in the address
     * @param narrow what following it does
     * @param widen what following it again does
     */
    public record Mark(String name, String words, String narrow, String widen) {}

    /**
     * @param name name for screen readers, such as <em>Orders shown</em>
     * @param path the address of the list
     * @param usual what is shown if the address names none
     */
    public FilterChips(String name, String path, E usual, Function<E, String> words) {
        chips = new Chips(name);
        this.path = path;
        this.usual = usual;
        this.words = words;
        shown = usual;
    }

    /** Adds a link that narrows each filter. */
    public FilterChips<E> with(Mark link) {
        mark = link;
        return this;
    }

    @Override
    protected Chips initContent() {
        return chips;
    }

    /** Reads what the address names. */
    public void read(Location address) {
        shown = Filters.of(address, ONLY, usual.getDeclaringClass()).orElse(usual);
        isMarked = mark != null && Filters.text(address, mark.name()).equals(YES);
    }

    /** Returns the filter that is shown. */
    public E shown() {
        return shown;
    }

    /** Returns whether it is narrowed by the link beside the filters. */
    public boolean isMarked() {
        return isMarked;
    }

    /** Returns an address within the list, such as that of a record, that keeps what is shown. */
    public String address(String place) {
        return Filters.address(place, query(shown, isMarked));
    }

    /** Goes to the list, and keeps what is shown. */
    public void toList() {
        Ui.navigate(path, query(shown, isMarked));
    }

    private QueryParameters query(E filter, boolean marked) {
        var chosen = new HashMap<String, @Nullable Object>();
        chosen.put(ONLY, filter == usual ? null : filter);
        if (mark != null) {
            chosen.put(mark.name(), marked ? YES : null);
        }
        return Filters.query(chosen);
    }

    /**
     * Shows the links.
     *
     * @param counts how many each filter shows
     * @param most a larger count is shown as this one with a plus
     */
    public void show(Map<E, Long> counts, long most) {
        var filters = Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .map(filter -> new Chip(
                        words.apply(filter),
                        Chips.upTo(most, counts.get(filter)),
                        Filters.address(path, query(filter, isMarked)),
                        filter == shown));
        chips.show(Stream.concat(
                filters,
                Stream.ofNullable(mark)
                        .map(link -> new Chip(
                                link.words(),
                                "",
                                Filters.address(path, query(shown, !isMarked)),
                                isMarked,
                                isMarked ? link.widen() : link.narrow()))));
    }
}
