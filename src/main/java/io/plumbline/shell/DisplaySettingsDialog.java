package io.plumbline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.access.accounts.DisplayDetails;
import io.plumbline.access.accounts.DisplayService;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a person how dates and times are shown to them; each choice is shown by an example. */
class DisplaySettingsDialog extends Composite<Dialog> {
    private static final LocalTime EXAMPLE = LocalTime.of(17, 30);

    private final DisplayService display;
    private final Select<HourCycle> hours = new Select<>();
    private final Select<DateOrder> order = new Select<>();
    private final Select<DayOfWeek> weekStart = new Select<>();
    private final Div messages = new Div();
    private DisplayDetails details;

    DisplaySettingsDialog(DisplayService display, LocalDate today) {
        this.display = display;
        details = display.findMine();
        var of = details.ofClinics();
        fill(hours, "Time", List.of(HourCycle.values()), chosen -> {
            var time = of.with(new DisplayChoice(chosen, null, null)).time(EXAMPLE);
            return chosen == null ? time : (chosen == HourCycle.TWELVE ? "12 hours, " : "24 hours, ") + time;
        });
        fill(order, "Date", DisplayChoice.ORDERS, chosen -> {
            var date = of.with(new DisplayChoice(null, chosen, null)).date(today);
            return chosen == null ? date : name(chosen) + ", " + date;
        });
        fill(
                weekStart,
                "First day of the week",
                DisplayChoice.WEEK_STARTS,
                chosen -> DisplayFormats.weekday(chosen == null ? of.weekStart() : chosen));
        show(details.choice());
        var save = Ui.once("Save", this::save);
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.SMALL,
                "Display settings",
                this::isTyped,
                save,
                Ui.text(
                        "muted",
                        "How the portal shows dates and times to you and reads what you enter. Messages keep the format of the"
                                + " clinic's country."),
                messages,
                hours,
                order,
                weekStart);
    }

    private static <T> void fill(
            Select<T> field, String label, List<T> choices, Function<@Nullable T, String> example) {
        field.setLabel(label);
        field.setItems(choices);
        var asAtTheClinic = "Same as the clinic: " + example.apply(null);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(asAtTheClinic);
        field.setItemLabelGenerator(chosen -> chosen == null ? asAtTheClinic : example.apply(chosen));
        field.setWidthFull();
    }

    private static String name(DateOrder order) {
        return switch (order) {
            case MONTH_FIRST -> "Month first";
            case DAY_FIRST -> "Day first";
            case YEAR_FIRST -> "Year first";
            case UNKNOWN -> "";
        };
    }

    void open() {
        getContent().open();
        hours.focus();
    }

    private void show(DisplayChoice choice) {
        hours.setValue(choice.hours());
        order.setValue(choice.order());
        weekStart.setValue(choice.weekStart());
    }

    private DisplayChoice chosen() {
        return new DisplayChoice(hours.getValue(), order.getValue(), weekStart.getValue());
    }

    private boolean isTyped() {
        return !chosen().equals(details.choice());
    }

    private void save() {
        Attempt.showing(messages).ifChanged(this::showChanged).run(() -> {
            display.choose(details.version(), chosen());
            getContent().close();
            // asks first where something on the screen is not saved
            UI.getCurrentOrThrow().refreshCurrentRoute(false);
        });
    }

    private void showChanged() {
        details = display.findMine();
        messages.add(Ui.alert("Your account was changed in the meantime. Your change was not saved: save again."));
    }
}
