package io.plumbline.shared.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a page from several index ranges, such as those of several clinics. Each range is a branch with its own order
 * and limit, so that the store reads it by its own index and no further than the page; the page is ordered and limited
 * again over all branches. Asked for all clinics in one range, H2 would read all their rows.
 */
public final class KeysetUnion {
    private final List<String> branches = new ArrayList<>();
    private final List<Object> params = new ArrayList<>();

    /** A part of a statement with the values of its question marks, in order. */
    public record Part(String sql, List<Object> params) {
        private Part with(String before, String after, Object last) {
            var all = new ArrayList<>(params);
            all.add(last);
            return new Part(before + sql + after, List.copyOf(all));
        }
    }

    /** Adds the first rows of a range, in the order of its index. */
    public void add(String select, List<?> values, String order, int limit) {
        add(select + " order by " + order, values, limit);
    }

    /** Adds rows of a range, in no order: to be counted, or looked up one by one. */
    public void add(String select, List<?> values, int limit) {
        branches.add("(" + select + " limit ?)");
        params.addAll(values);
        params.add(limit);
    }

    /** Returns whether there is no range, so that there is nothing to ask. */
    public boolean isEmpty() {
        return branches.isEmpty();
    }

    /** Returns the rows of all ranges as a table that needs a name, in no order. */
    public Part all() {
        return new Part("(" + String.join(" union all ", branches) + ")", List.copyOf(params));
    }

    /** Returns a page of all columns. */
    public Part page(String order, int limit) {
        return page("*", order, limit);
    }

    /** Returns a page of some columns; {@code distinct} before them drops a row that is in several ranges. */
    public Part page(String columns, String order, int limit) {
        return all().with("select " + columns + " from ", " every_range order by " + order + " limit ?", limit);
    }

    /** Returns how many rows there are, up to a limit. */
    public Part count(int most) {
        return all().with("select count(*) from (select 1 from ", " every_range limit ?) capped", most);
    }
}
