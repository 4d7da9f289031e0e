package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.plumbline.imports.CsvFormat;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportPreview;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.ImportSource;
import io.plumbline.imports.ReadRow;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a file is read: its format, which column is what, and the first rows so read. Each choice is saved at once. */
class ImportMapping extends Composite<Div> {
    /** A choice of a column; the first one imports none. */
    private record Column(int at, String heading) {}

    private static final Column NONE = new Column(-1, "Not imported");

    private final ImportService imports;
    private final ImportDetails shown;
    private final Runnable changed;
    private final Div messages = new Div();

    /** @param changed runs after a choice was saved */
    ImportMapping(ImportService imports, ImportDetails shown, Runnable changed) {
        this.imports = imports;
        this.shown = shown;
        this.changed = changed;
        getContent().addClassName("stack-5");
        getContent().add(messages);
        messages.getElement().setAttribute("aria-live", "polite");
        getContent().add(Ui.card("The format", format()));
        Attempt.read(() -> imports.preview(shown.id(), shown.settings()))
                .handle(
                        read -> getContent().add(columns(read), rows(read)),
                        refused -> messages.add(Ui.alert(refused)));
    }

    private Component format() {
        var settings = shown.settings();
        return Ui.div(
                "import-fields",
                select(
                        "Exported from",
                        List.of(ImportSource.values()),
                        ImportSource::label,
                        settings.source(),
                        value -> save(new ImportSettings(
                                value, settings.format(), settings.columns(), settings.dateOrder()))),
                select(
                        "Encoding",
                        charsets(),
                        ImportWords::encoding,
                        settings.format().charset(),
                        value -> save(withFormat(
                                new CsvFormat(value, settings.format().separator())))),
                select(
                        "Separator",
                        imports.separators(),
                        ImportWords::separator,
                        settings.format().separator(),
                        value -> save(withFormat(new CsvFormat(settings.format().charset(), value)))));
    }

    /** Also one that was found and is none of the usual ones. */
    private List<Charset> charsets() {
        return Stream.concat(
                        imports.charsets().stream(),
                        Stream.of(shown.settings().format().charset()))
                .distinct()
                .toList();
    }

    private ImportSettings withFormat(CsvFormat format) {
        var settings = shown.settings();
        return new ImportSettings(settings.source(), format, settings.columns(), settings.dateOrder());
    }

    private Component columns(ImportPreview preview) {
        var settings = shown.settings();
        var fields = Ui.div("import-fields");
        var all = Stream.concat(
                        Stream.of(NONE),
                        IntStream.range(0, preview.headings().size())
                                .mapToObj(at -> new Column(at, heading(preview, at))))
                .toList();
        for (var field : ImportField.values()) {
            var at = settings.columns().get(field);
            var select = select(
                    field.label(),
                    all,
                    Column::heading,
                    at == null || at + 1 >= all.size() ? NONE : all.get(at + 1),
                    column -> save(with(field, column)));
            // the indicator of a select is an attribute that its role may not have
            select.setHelperText(field.isRequired() ? "Required" : "");
            fields.add(select);
        }
        if (preview.asksDateOrder() || settings.dateOrder() != null) {
            fields.add(dateOrder(preview, settings.dateOrder()));
        }
        return Ui.card("Which column is what", fields);
    }

    private Component dateOrder(ImportPreview preview, @Nullable DateOrder chosen) {
        var orders = List.of(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST);
        var select = select("Birth dates", orders, ImportWords::order, chosen, order -> {
            var settings = shown.settings();
            save(new ImportSettings(settings.source(), settings.format(), settings.columns(), order));
        });
        if (preview.asksDateOrder()) {
            select.setHelperText("The dates of this file can be read in both ways: ask who made it");
        }
        if (chosen == null) {
            select.setPlaceholder("Choose");
        }
        return select;
    }

    private static String heading(ImportPreview preview, int at) {
        var heading = preview.headings().get(at);
        return heading.isBlank() ? "Column " + (at + 1) : heading;
    }

    private ImportSettings with(ImportField field, Column column) {
        var settings = shown.settings();
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        columns.putAll(settings.columns());
        if (column.at() < 0) {
            columns.remove(field);
        } else {
            columns.put(field, column.at());
        }
        return new ImportSettings(settings.source(), settings.format(), columns, settings.dateOrder());
    }

    private static <T> Select<T> select(
            String label, List<T> items, Function<T, String> words, @Nullable T chosen, Consumer<T> save) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        if (chosen != null && items.contains(chosen)) {
            select.setValue(chosen);
        }
        select.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                save.accept(e.getValue());
            }
        });
        return select;
    }

    private void save(ImportSettings settings) {
        messages.removeAll();
        Attempt.showing(messages)
                .ifChanged("A colleague changed this import in the meantime: reload the page")
                .run(() -> {
                    imports.describe(shown.id(), shown.version(), settings);
                    changed.run();
                });
    }

    private Component rows(ImportPreview preview) {
        var list = new UnorderedList();
        preview.rows()
                .forEach(row ->
                        list.add(item(row, preview.cells().get(preview.rows().indexOf(row)))));
        return Ui.card(
                "The first rows, as they would be imported",
                list.getComponentCount() == 0 ? Ui.text("muted", "There are no rows below the headings.") : list);
    }

    private static ListItem item(ReadRow row, List<String> cells) {
        var item = new ListItem();
        var draft = row.draft();
        if (draft == null) {
            item.add(Ui.text("strong", String.join(". ", row.problems())), Ui.text("muted", " · " + cut(cells)));
            return item;
        }
        item.add(
                Ui.text("strong", draft.givenName() + " " + draft.familyName()),
                Ui.text(
                        "",
                        Stream.of(
                                        draft.birthDate() == null ? "" : "born " + Dates.dayAndYear(draft.birthDate()),
                                        draft.phone() == null
                                                ? ""
                                                : draft.phone().shown(),
                                        draft.email() == null
                                                ? ""
                                                : draft.email().address())
                                .filter(part -> !part.isEmpty())
                                .map(part -> " · " + part)
                                .reduce("", String::concat)));
        return item;
    }

    private static String cut(List<String> cells) {
        var all = String.join(" | ", cells);
        return all.length() > 200 ? all.substring(0, 200) + "…" : all;
    }
}
