package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDetails;
import io.plumbline.clinics.ClinicInUse;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedSpan;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

@Route(Routes.CLINICS)
@PageTitle("Clinics · Plumbline")
@Menu(order = 25, title = "Clinics", icon = "SCREEN")
@RolesAllowed(Permission.CLINIC_READ)
class ClinicListView extends Main {
    ClinicListView(ClinicService clinics) {
        Ui.main(this);
        var page = Ui.div(
                "page wide",
                Ui.head("Clinics", "Your clinics, with hours, time zone, closed days and response target.", actions()));
        var mine = clinics.findForCurrentUser();
        var booked = clinics.stillBookedThoughClosed(mine);
        page.add(Ui.div(
                "two-stacks", mine.stream().map(clinic -> card(clinic, booked)).toArray(Component[]::new)));
        if (mine.isEmpty()) {
            page.add(new EmptyState(
                    Icon.SCREEN,
                    "You have no clinic yet",
                    "Add the first one, or ask the administrator to assign your account to an existing clinic."));
        }
        add(page);
    }

    private static Component actions() {
        var enter = new Button("New clinic", e -> UI.getCurrentOrThrow().navigate(Routes.NEW_CLINIC));
        Keys.on(enter, "n", "New clinic");
        return Ui.div("cluster", new Anchor(Routes.CLINIC_EXPORTS, "Export everything…"), enter);
    }

    private static Component card(ClinicDetails clinic, List<ClinicInUse.Booked> booked) {
        var draft = clinic.draft();
        var phone = draft.phone();
        var facts = new ArrayList<>(List.of(
                "Code", draft.code(),
                "Country", Locale.of("", draft.country()).getDisplayCountry(Locale.ENGLISH),
                "Time zone", draft.zone().getId(),
                "Phone", phone == null ? "No number set" : phone.shown(),
                "Emergency number", draft.emergencyNumber(),
                "Response target", "First call within " + draft.responseTargetMinutes() + " business minutes"));
        for (var day : DayOfWeek.values()) {
            facts.add(Dates.weekday(day));
            facts.add(hours(draft.hours(), day));
        }
        facts.add("Closed");
        facts.add(
                draft.closedDays().isEmpty()
                        ? "None"
                        : ClosedSpan.of(draft.closedDays()).stream()
                                .map(ClinicListView::closed)
                                .collect(Collectors.joining("; ")));
        var card = Ui.card(draft.name(), Ui.facts(facts.toArray(String[]::new)));
        var change = new Anchor(Routes.clinic(clinic.id()), "Edit");
        change.setAriaLabel("Edit " + draft.name());
        card.getChildren().findFirst().ifPresent(head -> ((Div) head).add(change));
        booked.stream()
                .filter(day -> day.clinic().equals(clinic.id()))
                .forEach(day -> card.add(stillBooked(draft.code(), day.on(), day.visits())));
        return card;
    }

    private static Component stillBooked(String code, LocalDate day, long visits) {
        return Ui.div(
                "stack-1",
                Ui.alert("Closed on " + Dates.day(day) + ", but "
                        + (visits == 1 ? "1 visit is" : visits + " visits are") + " still booked."),
                new Anchor(Routes.schedule(code, day), "Open the schedule of " + Dates.day(day)));
    }

    private static String closed(ClosedSpan span) {
        var days = span.from().equals(span.until())
                ? Dates.day(span.from())
                : Dates.day(span.from()) + " to " + Dates.day(span.until());
        return days + ", " + span.reason();
    }

    private static String hours(List<BusinessHours> hours, DayOfWeek day) {
        var open = hours.stream()
                .filter(stretch -> stretch.weekday() == day)
                .map(stretch -> Dates.time(stretch.opensAt()) + " to " + Dates.time(stretch.closesAt()))
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "Closed" : open;
    }
}
