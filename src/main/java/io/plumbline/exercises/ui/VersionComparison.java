package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.plumbline.exercises.ExerciseVersion;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/** Shows two versions of an exercise side by side, with the differences marked. */
final class VersionComparison {
    private VersionComparison() {}

    static Component of(ExerciseVersion old, ExerciseVersion now, ExerciseWords words) {
        var table = new NativeTable();
        table.addClassName("versions");
        table.getHead()
                .add(new NativeTableRow(
                        head("Field"), head("Version " + old.number()), head("Version " + now.number())));
        var before = words.of(old.draft());
        words.of(now.draft()).forEach((field, text) -> {
            var was = before.getOrDefault(field, "");
            table.getBody().add(row(field, was, text));
        });
        return table;
    }

    private static NativeTableRow row(String field, String was, String now) {
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(new Div(field));
        var row = new NativeTableRow(name);
        row.addDataCell().setText(was);
        row.addDataCell().setText(now);
        if (!was.equals(now)) {
            row.addClassName("changed");
            name.add(new StatusBadge(StatusBadge.Tone.INFO, Icon.ARROW, "Changed"));
        }
        return row;
    }

    private static NativeTableHeaderCell head(String text) {
        var cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        cell.add(Ui.text("", text));
        return cell;
    }
}
