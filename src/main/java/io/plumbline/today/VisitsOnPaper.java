package io.plumbline.today;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.clinics.ClinicService;
import io.plumbline.downtime.Outage;
import io.plumbline.downtime.OutageService;
import io.plumbline.downtime.PaperVisit;
import io.plumbline.notes.VisitKey;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says after an outage which visits are still on paper, and lets people enter them: who came, and the notes as late entries. */
@Component
class VisitsOnPaper {
    private final OutageService outages;
    private final VisitMarks marks;
    private final ClinicService clinics;

    VisitsOnPaper(OutageService outages, AppointmentService appointments, ClinicService clinics) {
        this.outages = outages;
        this.marks = new VisitMarks(appointments);
        this.clinics = clinics;
    }

    /** Returns the part of the start page; empty for users who do not work with visits, and if none is on paper. */
    Optional<com.vaadin.flow.component.Component> forCurrentUser() {
        if (!CurrentUser.may(Permission.SCHEDULE_READ)) {
            return Optional.empty();
        }
        var all = outages.onPaper();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var part = Ui.div("stack-2");
        all.forEach(one -> part.add(of(one)));
        return Optional.of(part);
    }

    private com.vaadin.flow.component.Component of(OutageService.OnPaper one) {
        var outage = one.outage();
        var messages = Ui.div("stack-0");
        var banner = Ui.div(
                "banner tone-warn",
                Icon.ALERT.create(),
                Ui.div("stack-0 grow", Ui.text("strong", sentence(one)), Ui.text("small", hint())));
        if (seesAll(outage)) {
            var dismiss = new Button("Dismiss", e -> Attempt.showing(messages)
                    .ifNotAvailable(StartCard::refresh)
                    .run(() -> {
                        outages.dismiss(outage.id());
                        StartCard.refresh();
                    }));
            dismiss.setAriaLabel("Dismiss the list for everybody: nothing more is to be entered");
            banner.add(dismiss);
        }
        return Ui.div("stack-2", banner, messages, Ui.div("card", list(one)));
    }

    private static String hint() {
        return CurrentUser.current().isClinician()
                ? "Mark who came and who did not, and write the notes. A note that is signed on a later day than the visit is"
                        + " marked as late."
                : "Mark who came and who did not. Practitioners see here which notes they have to write.";
    }

    private static boolean seesAll(Outage outage) {
        return CurrentUser.current().clinicsSeen().contains(outage.clinic());
    }

    private String sentence(OutageService.OnPaper one) {
        var outage = one.outage();
        var clinic = clinics.label(outage.clinic());
        var from = LocalDateTime.ofInstant(outage.awayFrom(), clinic.zone());
        var until = LocalDateTime.ofInstant(outage.backAt(), clinic.zone());
        var count = one.visits().size();
        return (clinics.myLabels().size() > 1 ? clinic.name() + ": " : "")
                + "The portal was away "
                + when(from, until, clinics.todayAt(outage.clinic()))
                + ". "
                + (seesAll(outage)
                        ? Count.of(count, "visit", "visits")
                        : Count.of(count, "visit", "visits") + " of yours")
                + " from then "
                + (count == 1 ? "is" : "are")
                + " on paper.";
    }

    private static String when(LocalDateTime from, LocalDateTime until, LocalDate today) {
        if (!from.toLocalDate().equals(until.toLocalDate())) {
            return "from " + Dates.dayAndTime(from.toLocalDate(), from.toLocalTime(), "") + " to "
                    + Dates.dayAndTime(until.toLocalDate(), until.toLocalTime(), "");
        }
        return (from.toLocalDate().equals(today) ? "" : "on " + Dates.day(from.toLocalDate()) + " ") + "from "
                + Dates.time(from.toLocalTime()) + " to " + Dates.time(until.toLocalTime());
    }

    /** The list stays open while its visits are entered one by one. */
    private Details list(OutageService.OnPaper one) {
        var list = new UnorderedList();
        list.addClassName("tasks");
        var code = clinics.label(one.outage().clinic()).code();
        var today = clinics.todayAt(one.outage().clinic());
        one.visits().forEach(visit -> list.add(row(visit, code, today).item()));
        var details = new Details("Show " + Count.of(one.visits().size(), "visit", "visits"), list);
        var ui = UI.getCurrentOrThrow();
        var key = "on-paper-" + one.outage().id();
        details.setOpened(ComponentUtil.getData(ui, key) != null);
        details.addOpenedChangeListener(e -> ComponentUtil.setData(ui, key, e.isOpened() ? Boolean.TRUE : null));
        return details;
    }

    private static String when(PaperVisit visit, LocalDate today) {
        return visit.on().equals(today) ? Dates.time(visit.at()) : Dates.dayAndTime(visit.on(), visit.at(), "");
    }

    private StartCard.Row row(PaperVisit visit, String clinicCode, LocalDate today) {
        var more = new ArrayList<com.vaadin.flow.component.Component>();
        if (visit.missing().contains(PaperVisit.Missing.NOTE)) {
            more.add(
                    visit.draft() == null
                            ? StartCard.link(
                                    "Write note", new VisitKey.Booked(visit.id()).address(), visit.personName())
                            : StartCard.link("Continue note", Routes.note(visit.draft()), visit.personName()));
        }
        more.add(StartCard.link(
                "Show in schedule",
                Routes.schedule(clinicCode, visit.on()) + "&appointment=" + visit.id(),
                visit.personName()));
        var links = more.toArray(com.vaadin.flow.component.Component[]::new);
        var marked = new VisitMarks.Visit(visit.id(), visit.version(), visit.on(), visit.status(), visit.personName());
        return new StartCard.Row(
                visit.personName(),
                when(visit, today) + " " + visit.type().label() + " with " + visit.practitionerName() + " · "
                        + visit.words(),
                !visit.missing().contains(PaperVisit.Missing.STATUS)
                        ? Ui.div("cluster", links)
                        : visit.on().isBefore(today)
                                ? marks.ofEarlierDay(marked, links)
                                : marks.ofToday(marked, links));
    }
}
