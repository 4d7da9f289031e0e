package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.function.ValueProvider;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates lists that load page by page. The grid requests rows by offset, the database query uses keyset pagination:
 * the last row of each page is kept as the key for the next. A list ends at 1,000 rows; users filter to see others.
 */
public final class Lazily {
    private static final int MOST_ROWS = 1000;
    private static final String CHOSEN = "chosen-row";

    private Lazily() {}

    /** Reads the page after a row. */
    @FunctionalInterface
    public interface Pages<T> extends Serializable {
        /**
         * Returns the rows after {@code after}, or the first rows if it is null: {@code limit} rows, or all rows of a
         * list that is always short.
         */
        List<T> after(@Nullable T after, int limit);
    }

    /**
     * Serves the first page from rows that were read before, such as those that came with the counts.
     *
     * @param first the rows as last read
     * @param most how many were asked for; fewer are all there are
     * @param others reads what the first rows do not have
     */
    public static <T> Pages<T> from(SerializableSupplier<List<T>> first, int most, Pages<T> others) {
        return (after, limit) -> {
            var rows = first.get();
            return after == null && (limit <= rows.size() || rows.size() < most)
                    ? rows.stream().limit(limit).toList()
                    : others.after(after, limit);
        };
    }

    /**
     * Creates a list of records, one row each, rendered by a template in the browser.
     *
     * @param name the accessible name of the list
     * @param id the identity of a row, which survives changes
     */
    public static <T> Grid<T> list(String name, ValueProvider<T, Object> id, LitRenderer<T> row, Pages<T> pages) {
        var grid = new Grid<T>();
        grid.addClassName("list");
        grid.setAriaLabel(name);
        row.withProperty("current", item -> String.valueOf(id.apply(item).equals(ComponentUtil.getData(grid, CHOSEN))));
        grid.addColumn(row).setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        // a short list ends after its last row; a longer one scrolls, and loads only what is seen
        grid.setAllRowsVisible(true);
        var keys = new Keys<>(pages);
        grid.setItems(new CallbackDataProvider<T, Void>(
                keys::fetch,
                query -> {
                    throw new UnsupportedOperationException("A list scrolls without a count");
                },
                id));
        grid.getLazyDataView().setItemCountUnknown();
        return grid;
    }

    /**
     * Marks the row of the record that is open beside the list; the row template has to set {@code
     * aria-current="${item.current}"}.
     *
     * @param id the identity of the row; null if none is open
     */
    public static void choose(Grid<?> list, @Nullable Object id) {
        if (!Objects.equals(ComponentUtil.getData(list, CHOSEN), id)) {
            ComponentUtil.setData(list, CHOSEN, id);
            list.getDataProvider().refreshAll();
        }
    }

    private static final class Keys<T> implements Serializable {
        private final Pages<T> pages;
        private final TreeMap<Integer, T> rowBefore = new TreeMap<>();

        Keys(Pages<T> pages) {
            this.pages = pages;
        }

        Stream<T> fetch(Query<T, Void> query) {
            var offset = query.getOffset();
            var limit = Math.min(query.getLimit(), MOST_ROWS - offset);
            if (limit <= 0) {
                return Stream.empty();
            }
            if (offset == 0) {
                rowBefore.clear();
            }
            var known = rowBefore.floorEntry(offset);
            var from = known == null ? 0 : known.getKey();
            var asked = offset - from + limit;
            var rows = pages.after(known == null ? null : known.getValue(), asked);
            if (!rows.isEmpty() && rows.size() <= asked) {
                rowBefore.put(from + rows.size(), rows.getLast());
            }
            return rows.stream().skip(offset - from).limit(limit);
        }
    }
}
