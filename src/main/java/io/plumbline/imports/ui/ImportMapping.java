package io.plumbline.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.imports.CsvFormat;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportField;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportPreview;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.ImportSettings;
import io.plumbline.imports.ImportSource;
import io.plumbline.shared.Count;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.ui.Ui;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Consumer<ImportSettings> save;
    private final Div messages = new Div();
    private final Div read = Ui.div("stack-5");

    /** @param save saves a choice beside the screen, since the file is read for it */
    ImportMapping(ImportService imports, ImportDetails shown, Consumer<ImportSettings> save) {
        this.imports = imports;
        this.shown = shown;
        this.save = save;
        getContent().addClassName("stack-5");
        getContent().add(messages);
        messages.getElement().setAttribute("aria-live", "polite");
        getContent().add(Ui.card("The format", format()));
        getContent().add(read);
    }

    /** The file is read beside the screen, so that a large one does not keep the screen from answering. */
    @Override
    protected void onAttach(AttachEvent event) {
        read.removeAll();
        read.add(ImportProgress.reading());
        var preview = new AtomicReference<ImportPreview>();
        BesideScreen.run(
                "patient-import-preview",
                () -> preview.set(imports.preview(shown.id(), shown.settings())),
                problem -> BesideScreen.tell(this, () -> show(preview.get(), problem)));
    }

    private void show(@Nullable ImportPreview preview, String problem) {
        read.removeAll();
        if (preview == null) {
            messages.add(Ui.alert(problem));
        } else {
            read.add(columns(preview));
            if (!preview.names().isEmpty()) {
                read.add(new NameMeanings(
                        preview.names(),
                        (name, meaning) -> save.accept(shown.settings()
                                .named(shown.settings().names().with(name.field(), name.name(), meaning.value())))));
            }
            read.add(FirstRows.of(preview));
        }
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
                        value -> save.accept(settings.from(value))),
                select(
                        "Encoding",
                        charsets(),
                        ImportWords::encoding,
                        settings.format().charset(),
                        value -> save.accept(withFormat(
                                new CsvFormat(value, settings.format().separator())))),
                select(
                        "Separator",
                        imports.separators(),
                        ImportWords::separator,
                        settings.format().separator(),
                        value -> save.accept(
                                withFormat(new CsvFormat(settings.format().charset(), value)))));
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
        return new ImportSettings(
                settings.source(), format, settings.columns(), settings.dateOrder(), settings.names());
    }

    private Component columns(ImportPreview preview) {
        var settings = shown.settings();
        var fields = Ui.div("import-fields");
        var all = Stream.concat(
                        Stream.of(NONE),
                        IntStream.range(0, preview.headings().size())
                                .mapToObj(at -> new Column(at, heading(preview, at))))
                .toList();
        for (var field : ImportField.of(shown.kind())) {
            var at = settings.columns().get(field);
            var select = select(
                    field.label(),
                    all,
                    Column::heading,
                    at == null || at + 1 >= all.size() ? NONE : all.get(at + 1),
                    column -> save.accept(with(field, column)));
            // the indicator of a select is an attribute that its role may not have
            select.setHelperText(field.isRequired(shown.kind()) ? "Required" : "");
            fields.add(select);
        }
        if (preview.asksDateOrder() || settings.dateOrder() != null) {
            fields.add(dateOrder(preview, settings.dateOrder()));
        }
        return Ui.card("Which column is what", fields, notImported(preview));
    }

    private Component notImported(ImportPreview preview) {
        var left = IntStream.range(0, preview.headings().size())
                .filter(at -> !shown.settings().columns().containsValue(at))
                .mapToObj(at -> heading(preview, at))
                .toList();
        var words = Ui.text(
                "muted",
                Count.of(left.size(), "column is not imported: ", "columns are not imported: ")
                        + String.join(", ", left));
        words.setVisible(!left.isEmpty());
        return words;
    }

    private Component dateOrder(ImportPreview preview, @Nullable DateOrder chosen) {
        var orders = List.of(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST);
        var select = select(
                shown.kind() == ImportKind.PATIENTS ? "Birth dates" : "Dates",
                orders,
                ImportWords::order,
                chosen,
                order -> save.accept(shown.settings().ordered(order)));
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
        return settings.in(columns);
    }

    static <T> Select<T> select(
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
}
