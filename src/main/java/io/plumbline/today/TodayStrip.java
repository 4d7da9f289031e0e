package io.plumbline.today;

import static java.util.stream.Collectors.groupingBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.DayStrip;
import io.plumbline.shared.ui.chart.DayStrip.Block;
import io.plumbline.shared.ui.chart.DayStrip.Lane;
import io.plumbline.shared.ui.chart.DayStrip.Status;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The appointments of today as a strip: the current user's own, or for each clinic a lane for each practitioner. */
final class TodayStrip extends Composite<Section> {
    /** The schedule has room for more. */
    private static final int MOST_LANES = 6;

    private static final int MOST_CLINICS = 3;

    private final List<AppointmentRow> today;
    private final ClinicService clinics;
    private final Clock clock;
    private final Div strips = Ui.div("stack-3");

    /**
     * @param today the appointments, by time; at least one
     */
    TodayStrip(List<AppointmentRow> today, ClinicService clinics, Clock clock) {
        this.today = List.copyOf(today);
        this.clinics = clinics;
        this.clock = clock;
        tellTime();
    }

    @Override
    protected Section initContent() {
        return Ui.cardWith(new Anchor(Routes.SCHEDULE, "Schedule"), "Today", strips);
    }

    /** Redraws the present time and who is late, without asking the store. */
    void tellTime() {
        strips.removeAll();
        // a clinic has a time of its own
        var byClinic =
                today.stream().collect(groupingBy(AppointmentRow::clinic, LinkedHashMap::new, Collectors.toList()));
        if (byClinic.size() > MOST_CLINICS) {
            strips.add(Ui.text("muted small", MOST_CLINICS + " of " + byClinic.size() + " clinics"));
        }
        byClinic.entrySet().stream().limit(MOST_CLINICS).forEach(one -> {
            if (byClinic.size() > 1) {
                strips.add(Ui.text("strong", clinics.label(one.getKey()).name()));
            }
            strips.add(strip(one.getKey(), one.getValue()));
            var left = practitioners(one.getValue()) - MOST_LANES;
            if (CurrentUser.current().seesByClinic() && left > 0) {
                strips.add(Ui.text("muted small", left + " more in the schedule"));
            }
        });
    }

    private static long practitioners(List<AppointmentRow> rows) {
        return rows.stream().map(AppointmentRow::practitionerName).distinct().count();
    }

    private Component strip(ClinicId clinic, List<AppointmentRow> rows) {
        var now = LocalDateTime.ofInstant(clock.instant(), clinics.zoneOf(clinic));
        var lanes = CurrentUser.current().seesByClinic()
                ? rows.stream()
                        .collect(groupingBy(AppointmentRow::practitionerName, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .limit(MOST_LANES)
                        .map(one -> new Lane(one.getKey(), blocks(one.getValue(), now)))
                        .toList()
                : List.of(new Lane("", blocks(rows, now)));
        return new DayStrip("Appointments today", lanes, now.toLocalTime()).draw();
    }

    private static List<Block> blocks(List<AppointmentRow> rows, LocalDateTime now) {
        return rows.stream()
                .map(row -> new Block(row.at(), row.minutes(), row.personName(), status(row, now)))
                .toList();
    }

    private static Status status(AppointmentRow row, LocalDateTime now) {
        return switch (row.status()) {
            case COMPLETED -> Status.DONE;
            case ARRIVED, IN_TREATMENT -> Status.HERE;
            case NO_SHOW, CANCELLED -> Status.MISSED;
            case BOOKED, CONFIRMED -> row.isLate(now) ? Status.LATE : Status.AHEAD;
        };
    }
}
