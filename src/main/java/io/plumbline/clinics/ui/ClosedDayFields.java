package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.ClosedSpan;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The closed days of a clinic as date ranges, each with a reason. */
class ClosedDayFields extends Composite<Div> {
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-2");
    private final Button add = new Button("Add closed days", Icon.PLUS.create(), e -> addAsLast());
    private final Runnable changed;

    ClosedDayFields(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", add));
    }

    void show(List<ClosedDay> days) {
        rows.clear();
        ClosedSpan.of(days).forEach(span -> rows.add(new Row(span.from(), span.until(), span.reason())));
        draw();
    }

    /** Returns the closed days of all valid rows. */
    List<ClosedDay> read(FormErrors wrong) {
        var closed = new LinkedHashMap<LocalDate, ClosedDay>();
        for (var row : rows) {
            row.read(wrong).map(ClosedSpan::days).ifPresent(days -> {
                var isTwice = days.stream().map(ClosedDay::on).anyMatch(closed::containsKey);
                wrong.refuse(row.from, isTwice, "These days are already listed above");
                days.forEach(day -> closed.put(day.on(), day));
            });
        }
        return List.copyOf(closed.values());
    }

    private void addAsLast() {
        var row = new Row(null, null, "");
        rows.add(row);
        draw();
        row.from.focus();
        changed.run();
    }

    private void remove(Row row) {
        rows.remove(row);
        draw();
        add.focus();
        changed.run();
    }

    private void draw() {
        list.removeAll();
        if (rows.isEmpty()) {
            list.add(Ui.text("quiet", "No closed days. Add holidays and breaks here."));
        }
        rows.forEach(list::add);
    }

    private final class Row extends Composite<Div> {
        private final DatePicker from = Days.field("First closed day");
        private final DatePicker until = Days.field("Last closed day");
        private final TextField reason = new TextField("Reason");

        Row(@Nullable LocalDate first, @Nullable LocalDate last, String why) {
            from.setValue(first);
            until.setValue(last);
            reason.setValue(why);
            reason.setMaxLength(80);
            from.addValueChangeListener(e -> {
                until.setInitialPosition(e.getValue());
                changed.run();
            });
            until.addValueChangeListener(e -> changed.run());
            reason.addValueChangeListener(e -> changed.run());
            var remove = Ui.iconButton("Remove these closed days", Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            getContent().addClassName("closed-row");
            getContent().add(from, until, reason, remove);
        }

        Optional<ClosedSpan> read(FormErrors wrong) {
            var isWrong = wrong.refuseEmpty(from, "Choose the first closed day");
            isWrong |= wrong.refuse(until, false, "");
            isWrong |= wrong.refuseEmpty(reason, "Enter a reason to give to callers");
            if (isWrong) {
                return Optional.empty();
            }
            var last = until.isEmpty() ? from.getValue() : until.getValue();
            try {
                return Optional.of(new ClosedSpan(from.getValue(), last, reason.getValue()));
            } catch (Refused refused) {
                wrong.refuse(until, true, refused.sentence());
                return Optional.empty();
            }
        }
    }
}
