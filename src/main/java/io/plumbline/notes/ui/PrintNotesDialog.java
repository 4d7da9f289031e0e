package io.plumbline.notes.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NotePrintService;
import io.plumbline.notes.NotePrintService.Counted;
import io.plumbline.notes.NotePrintService.Range;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/**
 * Asks for the first and the last day, says how many notes there are, and offers them as one document. Notes entered in
 * error are left out unless asked for: one may have been written in the wrong record.
 */
final class PrintNotesDialog extends Dialog {
    private static final int MONTHS = 3;

    private final DatePicker from = Days.field("First day");
    private final DatePicker until = Days.field("Last day");
    private final Checkbox withErrors = new Checkbox("Include notes entered in error");
    private final Div said = Ui.div("muted");
    private final Div offer = Ui.div("cluster");
    private final Count count;
    private final Function<Range, Anchor> link;

    /** Counts the signed notes in a range of days, and those of them that are restricted to others. */
    @FunctionalInterface
    interface Count extends Serializable {
        Counted of(Range range);
    }

    /**
     * Creates the dialog for the last three months.
     *
     * @param today the day at the patient's clinic
     * @param link creates the link that downloads the notes in a range of days
     */
    PrintNotesDialog(LocalDate today, Count count, Function<Range, Anchor> link) {
        this.count = count;
        this.link = link;
        from.setValue(today.minusMonths(MONTHS));
        until.setValue(today);
        from.addValueChangeListener(e -> offer());
        until.addValueChangeListener(e -> offer());
        withErrors.addValueChangeListener(e -> offer());
        said.getElement().setAttribute("role", "status");
        Dialogs.show(
                this,
                Dialogs.Width.MEDIUM,
                "Print notes",
                Ui.text(
                        "muted",
                        "Signed notes in one document, oldest first, each with its addenda; at most "
                                + NotePrintService.MOST + "."),
                Ui.div("cluster gap-l", from, until),
                withErrors,
                said,
                offer);
        offer();
    }

    private void offer() {
        offer.removeAll();
        said.setText("");
        if (areWrong()) {
            return;
        }
        var range = new Range(
                Objects.requireNonNull(from.getValue()),
                Objects.requireNonNull(until.getValue()),
                withErrors.getValue());
        var counted = count.of(range);
        var found = counted.notes();
        if (found == 0) {
            said.setText("There is no such note for these days" + leftOut(counted) + ". Choose other days.");
        } else if (found > NotePrintService.MOST) {
            said.setText("These are " + found + " notes, more than one document has. Choose fewer days.");
        } else {
            said.setText((found == 1 ? "1 note" : found + " notes") + leftOut(counted));
            offer.add(link.apply(range));
        }
    }

    private static String leftOut(Counted counted) {
        var restricted = counted.withheld();
        if (restricted == 0) {
            return "";
        }
        return restricted == 1
                ? "; 1 more is restricted to others and left out"
                : "; " + restricted + " more are restricted to others and left out";
    }

    /** Marks the wrong field, and leaves the focus where the person is. */
    private boolean areWrong() {
        var wrong = new FormErrors();
        var isMissing = wrong.refuseEmpty(from, "Choose a first day");
        isMissing |= wrong.refuseEmpty(until, "Choose a last day");
        return isMissing
                || wrong.refuse(until, until.getValue().isBefore(from.getValue()), "The last day is before the first");
    }
}
