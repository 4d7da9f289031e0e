package io.plumbline.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose records have a hash in the audit trail. A form names the columns that the hash covers. It never changes:
 * a new column is a new form with the next number, and what was written in an earlier form is verified in that form.
 *
 * @param table the table with one row for each record
 * @param key its column with the id of the record
 * @param version its column that grows with each change; null if it has none
 * @param forms the forms, the first of which has the number 1
 */
record CoveredTable(String table, String key, @Nullable String version, List<Form> forms) {
    private static final String PREFIX = "content.";

    CoveredTable {
        forms = List.copyOf(forms);
    }

    /**
     * What a hash covers.
     *
     * @param columns of the table, in the order in which they are written
     * @param part a table with further rows of the record; null if there is none
     */
    record Form(List<String> columns, @Nullable Part part) {
        Form {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Rows that are part of a record.
     *
     * @param key the column with the id of the record
     * @param columns what is written of each row; the rows are ordered by it
     */
    record Part(String table, String key, List<String> columns) {
        Part {
            columns = List.copyOf(columns);
        }
    }

    /** Creates a table in its first form. */
    static CoveredTable of(String table, String key, @Nullable String version, String columns, @Nullable Part part) {
        return new CoveredTable(table, key, version, List.of(new Form(words(columns), part)));
    }

    /** Creates the rows that are part of a record. */
    static Part part(String table, String key, String columns) {
        return new Part(table, key, words(columns));
    }

    private static List<String> words(String columns) {
        return List.of(columns.strip().split("\\s+"));
    }

    /** Returns the kind of the audit rows with its hashes, such as {@code content.red-flag}. */
    String kind() {
        return PREFIX + table.replace('_', '-');
    }

    /** Returns what one of its records is called in a verdict, such as <em>red flag</em>. */
    String name() {
        return "record of the table " + table;
    }

    /** Returns the number of the form in which hashes are written. */
    int form() {
        return forms.size();
    }

    /** Returns a form; null if there is none with this number. */
    @Nullable
    Form form(int number) {
        return number < 1 || number > forms.size() ? null : forms.get(number - 1);
    }
}
