package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.plumbline.shared.ui.Ui;

/** Two versions of an intake note side by side: only what differs. */
final class ComparisonTable {
    private ComparisonTable() {}

    /** Shows what differs; a sentence if nothing does. */
    static Component of(IntakeComparison comparison, int earlier, int later) {
        return of(comparison, name(earlier), name(later));
    }

    /** Shows what differs between two that have other names than versions; a sentence if nothing does. */
    static Component of(IntakeComparison comparison, String left, String right) {
        if (comparison.rows().isEmpty()) {
            return Ui.text("muted", "Nothing differs.");
        }
        var table = new NativeTable();
        table.addClassName("compare");
        table.getHead().add(new NativeTableRow(head("col", "Field"), head("col", left), head("col", right)));
        for (var row : comparison.rows()) {
            var line = new NativeTableRow(head("row", row.field()));
            line.addDataCell().setText(row.before());
            line.addDataCell().setText(row.after());
            table.getBody().add(line);
        }
        return table;
    }

    /** Returns what a version is called. */
    static String name(int version) {
        return "Version " + version;
    }

    private static NativeTableHeaderCell head(String scope, String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
