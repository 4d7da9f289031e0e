package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.imports.ImportPreview;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first rows of a file, as they would be imported. */
final class FirstRows {
    private FirstRows() {}

    static Component of(ImportPreview preview) {
        var list = new UnorderedList();
        preview.rows().forEach(row -> list.add(item(row)));
        return Ui.card(
                "The first rows, as they would be imported",
                preview.rows().isEmpty() ? Ui.text("muted", "There are no rows below the headings.") : list);
    }

    private static ListItem item(ImportPreview.FirstRow row) {
        if (row.problems().isEmpty()) {
            var details = row.details().isEmpty() ? "" : " · " + row.details();
            return new ListItem(Ui.text("strong", row.name()), Ui.text("", details));
        }
        var about = Stream.of(row.name(), row.details())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new ListItem(Ui.text("strong", String.join(". ", row.problems())), Ui.text("muted", " · " + about));
    }
}
