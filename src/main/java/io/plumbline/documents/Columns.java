package io.plumbline.documents;

import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a document's tables: those with the same names are equally wide, below one another. */
final class Columns {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 40;
    private static final int GAP = 3;
    private static final int ALL = 100;

    private Columns() {}

    /** Returns the parts without the columns in which nothing stands, in any table that has them. */
    static List<Part> withoutEmpty(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Table table ? withoutEmpty(table, alike(table, parts)) : part)
                .toList();
    }

    private static Part withoutEmpty(Table table, List<Table> alike) {
        var rows = alike.stream().flatMap(one -> one.rows().stream()).toList();
        var shown = IntStream.range(0, table.columns().size())
                .filter(at -> rows.isEmpty()
                        || rows.stream().anyMatch(row -> !row.get(at).isEmpty()))
                .boxed()
                .toList();
        return new Table(
                table.heading(),
                shown.stream().map(table.columns()::get).toList(),
                table.rows().stream()
                        .map(row -> shown.stream().map(row::get).toList())
                        .toList());
    }

    /** Returns the width of each column in percent, by its longest line. */
    static List<Integer> widths(Table table, List<Part> parts) {
        var alike = alike(table, parts);
        var lengths = IntStream.range(0, table.columns().size())
                .map(at -> alike.stream()
                        .flatMap(one -> Stream.concat(Stream.of(one.columns()), one.rows().stream()))
                        .mapToInt(row -> Math.clamp(longestLine(row.get(at)), SHORTEST, LONGEST) + GAP)
                        .max()
                        .orElse(SHORTEST))
                .toArray();
        var sum = Math.max(1, IntStream.of(lengths).sum());
        return IntStream.of(lengths).mapToObj(length -> length * ALL / sum).toList();
    }

    private static int longestLine(String cell) {
        return cell.lines().mapToInt(String::length).max().orElse(0);
    }

    private static List<Table> alike(Table table, List<Part> parts) {
        return parts.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(other -> other.columns().equals(table.columns()))
                .toList();
    }
}
