package io.plumbline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import io.plumbline.access.accounts.DisplayDetails;
import io.plumbline.access.accounts.DisplayService;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.UiFields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a person how dates and times are shown to them; each choice is shown by an example. */
final class DisplaySettingsDialog {
    private static final LocalTime EXAMPLE = LocalTime.of(17, 30);

    private final DisplayService display;
    private final FormDialog form = Dialogs.form("Display settings").width(Dialogs.Width.SMALL);
    private final Select<HourCycle> hours;
    private final Select<DateOrder> order;
    private final Select<DayOfWeek> weekStart;
    private DisplayDetails details;

    DisplaySettingsDialog(DisplayService display, LocalDate today) {
        this.display = display;
        details = display.findMine();
        var of = details.ofClinics();
        hours = field("Time", List.of(HourCycle.values()), chosen -> {
            var time = of.with(new DisplayChoice(chosen, null, null)).time(EXAMPLE);
            return chosen == null ? time : (chosen == HourCycle.TWELVE ? "12 hours, " : "24 hours, ") + time;
        });
        order = field("Date", DisplayChoice.ORDERS, chosen -> {
            var date = of.with(new DisplayChoice(null, chosen, null)).date(today);
            return chosen == null ? date : name(chosen) + ", " + date;
        });
        weekStart = field(
                "First day of the week",
                DisplayChoice.WEEK_STARTS,
                chosen -> DisplayFormats.weekday(chosen == null ? of.weekStart() : chosen));
        show(details.choice());
        form.say("How the portal shows dates and times to you and reads what you enter. Messages keep the format of the"
                        + " clinic's country.")
                .add(hours, order, weekStart)
                .ifChanged(() -> {
                    details = display.findMine();
                    form.warn("Your account was changed in the meantime. Your change was not saved: save again.");
                });
    }

    private static <T> Select<T> field(String label, List<T> choices, Function<@Nullable T, String> example) {
        return UiFields.optional(label, "Same as the clinic: " + example.apply(null), choices, example::apply);
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
        form.open(
                "Save",
                () -> display.choose(
                        details.version(), new DisplayChoice(hours.getValue(), order.getValue(), weekStart.getValue())),
                // asks first where something on the screen is not saved
                () -> UI.getCurrentOrThrow().refreshCurrentRoute(false));
    }

    private void show(DisplayChoice choice) {
        hours.setValue(choice.hours());
        order.setValue(choice.order());
        weekStart.setValue(choice.weekStart());
    }
}
