package io.plumbline.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like, read in one way.
 *
 * @param headings the first row
 * @param rows the first ten rows, as they would be imported
 * @param asksDateOrder whether dates can be read in two ways, so that it must be chosen whether the month or the
 *     day comes first
 * @param names names in the file that a person must say the meaning of
 */
public record ImportPreview(List<String> headings, List<FirstRow> rows, boolean asksDateOrder, List<NameInFile> names) {
    /** The most different names in one column that are asked for. */
    public static final int MOST_NAMES = 200;

    /**
     * A row of the file.
     *
     * @param name whom it is about; empty if it does not say
     * @param details what else it says, as far as who imports it may see it
     * @param problems what is wrong, each in a sentence; empty if the row can be imported
     */
    public record FirstRow(String name, String details, List<String> problems) {}

    /**
     * A name in the file.
     *
     * @param meanings what it can mean
     * @param chosen what it means; null if that is not known
     */
    public record NameInFile(
            ImportField field, String name, List<RowsOfKind.Meaning> meanings, RowsOfKind.@Nullable Meaning chosen) {}

    /** Collects the names of a file. */
    static final class Names {
        private static final int LONGEST = 80;

        private final ImportSettings settings;
        private final Map<ImportField, List<RowsOfKind.Meaning>> meanings;
        private final Map<ImportField, Set<String>> found = new EnumMap<>(ImportField.class);

        Names(ImportSettings settings, Map<ImportField, List<RowsOfKind.Meaning>> meanings) {
            this.settings = settings;
            this.meanings = meanings;
            meanings.keySet().forEach(field -> found.put(field, new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        }

        void add(CsvRow row) {
            found.forEach((field, names) -> {
                var name = settings.cell(row, field);
                if (!name.isEmpty() && name.length() <= LONGEST && names.size() < MOST_NAMES) {
                    names.add(name);
                }
            });
        }

        List<NameInFile> all() {
            return found.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(name -> name(entry.getKey(), name)))
                    .toList();
        }

        private NameInFile name(ImportField field, String name) {
            var possible = meanings.getOrDefault(field, List.of());
            return new NameInFile(
                    field,
                    name,
                    possible,
                    settings.names().meaning(field, name, possible).orElse(null));
        }
    }
}
