package io.plumbline.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are read page by page. The grid asks by offset, the store is asked by key: the last row of each page is
 * remembered as the way to the next. A list ends at a thousand rows; who looks further narrows the search.
 */
public final class Lazily {
    private static final int MOST_ROWS = 1000;
    private static final String CHOSEN = "chosen-row";

    private Lazily() {}

    /** Reads the page that follows a row. */
    @FunctionalInterface
    public interface Pages<T> extends Serializable {
        /**
         * The rows that follow {@code after}, or the first ones where it is null: {@code limit} of them, or all there are
         * where a list is short by nature.
         */
        List<T> after(@Nullable T after, int limit);
    }

    /**
     * A list of records, one row each, drawn by a template in the browser.
     *
     * @param name what the list is called for those who hear it
     * @param id what makes a row the same row after a change
     */
    public static <T> Grid<T> list(String name, ValueProvider<T, Object> id, LitRenderer<T> row, Pages<T> pages) {
        var grid = new Grid<T>();
        grid.addClassName("list");
        grid.setAriaLabel(name);
        row.withProperty("current", item -> String.valueOf(id.apply(item).equals(ComponentUtil.getData(grid, CHOSEN))));
        grid.addColumn(row).setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
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
     * Marks the row of the record that is open beside the list; its template says so by
     * {@code aria-current="${item.current}"}.
     *
     * @param id what makes it that row; null where none is open
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
