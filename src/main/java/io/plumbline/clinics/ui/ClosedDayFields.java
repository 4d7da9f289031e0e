package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.ClosedSpan;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days on which a clinic stays closed, from and until, each with its reason. */
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

    /** The days in order, or empty with the message at the first wrong field. */
    Optional<List<ClosedDay>> read() {
        var days = new ArrayList<ClosedDay>();
        var closed = new HashSet<LocalDate>();
        for (var row : rows) {
            var span = row.read();
            if (span.isEmpty()) {
                return Optional.empty();
            }
            for (var day : span.get().days()) {
                if (!closed.add(day.on())) {
                    row.refuse(row.from, "These days are closed above already");
                    return Optional.empty();
                }
                days.add(day);
            }
        }
        return Optional.of(days);
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
            list.add(Ui.text("quiet", "No day set. Public holidays and breaks belong here."));
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

        Optional<ClosedSpan> read() {
            from.setInvalid(false);
            until.setInvalid(false);
            reason.setInvalid(false);
            if (from.isEmpty()) {
                return refuse(from, "Choose the first closed day");
            }
            if (reason.getValue().isBlank()) {
                return refuse(reason, "Say why, so that people can be told");
            }
            var last = until.isEmpty() ? from.getValue() : until.getValue();
            try {
                return Optional.of(new ClosedSpan(from.getValue(), last, reason.getValue()));
            } catch (IllegalArgumentException wrong) {
                return refuse(until, String.valueOf(wrong.getMessage()));
            }
        }

        <F extends HasValidation & Focusable<?>> Optional<ClosedSpan> refuse(F field, String message) {
            field.setErrorMessage(message);
            field.setInvalid(true);
            field.focus();
            return Optional.empty();
        }
    }
}
