package io.plumbline.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.imports.ImportPreview;
import io.plumbline.imports.ImportPreview.NameInFile;
import io.plumbline.imports.RowsOfKind.Meaning;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks once for each name in the file what it is here, such as which practitioner. Each choice is saved at once. */
class NameMeanings extends Composite<Div> {
    NameMeanings(List<NameInFile> names, BiConsumer<NameInFile, Meaning> save) {
        var fields = Ui.div("import-fields");
        for (var name : names) {
            var select = ImportMapping.select(
                    name.field().label() + " “" + name.name() + "”",
                    name.meanings(),
                    Meaning::label,
                    name.chosen(),
                    meaning -> save.accept(name, meaning));
            if (name.chosen() == null) {
                select.setPlaceholder("Choose");
                select.setHelperText("Rows with this name are not imported until you choose");
            }
            fields.add(select);
        }
        var card = Ui.card("What the names mean", fields);
        if (names.size() >= ImportPreview.MOST_NAMES) {
            card.add(Ui.text(
                    "muted",
                    "The file has very many different names. Check under “Which column is what” that the columns are"
                            + " right."));
        }
        getContent().add(card);
    }
}
