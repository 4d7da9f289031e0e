package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;

/** The head of the schedule: the shown days and clinic, and the navigation to others. */
final class ScheduleHead extends Composite<Div> {
    private static final int DAYS_OF_WEEK = 7;

    private final ScheduleAddress address;
    private final Div what = Ui.div("cluster");

    /**
     * Creates the head for a chosen day at a clinic.
     *
     * @param mine all clinics that the user may choose from
     */
    ScheduleHead(ScheduleAddress address, List<ClinicLabel> mine, ClinicLabel here, LocalDate meant, Runnable booking) {
        this.address = address;
        var step = address.week() ? DAYS_OF_WEEK : 1;
        var first = address.first(meant);
        var title = address.week() ? Dates.day(first) + " to " + Dates.day(address.last(meant)) : Dates.longDay(meant);
        var when = Ui.div(
                "cluster",
                arrow("Earlier", meant.minusDays(step)),
                Ui.title(title),
                arrow("Later", meant.plusDays(step)),
                today());
        if (mine.size() > 1) {
            var places = Ui.div("chips");
            mine.forEach(one -> places.add(chip(one.name(), address.at(one.code()), one.equals(here))));
            what.add(named(places, "Clinic"));
        }
        what.add(named(
                Ui.div(
                        "chips",
                        chip("Day", address.byWeek(false), !address.week()),
                        chip("Week", address.byWeek(true), address.week())),
                "View"));
        if (AtClinic.may(Permission.APPOINTMENT_BOOK, here.id())) {
            var book = Ui.primary(new Button("Book", e -> booking.run()));
            Keys.on(book, "b", "Book an appointment");
            what.add(book);
        }
        getContent().addClassName("page-head");
        getContent().add(when, what);
    }

    /** Puts a document or file of the shown days beside the view. */
    void offer(Component document) {
        what.addComponentAtIndex(Math.max(0, what.getComponentCount() - 1), document);
    }

    private Component today() {
        var today = new Anchor(address.on(null).link(), "Today");
        today.addClassName("act");
        Keys.on(today, "t", "Today");
        return today;
    }

    private static Component named(Div group, String name) {
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        return group;
    }

    private Component arrow(String name, LocalDate to) {
        var arrow = new Anchor(address.on(to).link(), Icon.NEXT.create());
        arrow.addClassNames("arrow", name.equals("Earlier") ? "is-back" : "is-on");
        arrow.setAriaLabel(name);
        arrow.setTitle(name);
        return arrow;
    }

    private static Component chip(String words, ScheduleAddress to, boolean isShown) {
        var chip = new Anchor(to.link(), words);
        chip.addClassName("chip");
        if (isShown) {
            chip.getElement().setAttribute("aria-current", "page");
        }
        return chip;
    }
}
