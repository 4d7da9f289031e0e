package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.NewColleague;
import io.plumbline.access.RoleConfirmationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whom administrators gave an account at the manager's clinics lately: a stranger among them is noticed here. */
final class NewColleagues {
    private NewColleagues() {}

    /** The part of the start page; empty for who is no manager, and where nobody is new. */
    static Optional<Component> forCaller(RoleConfirmationService roles, ClinicService clinics) {
        if (!Caller.current().has(Role.MANAGER)) {
            return Optional.empty();
        }
        var people = roles.newColleagues();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("tasks");
        var zone = clinics.ownZone();
        people.forEach(person -> list.add(item(person, zone)));
        return Optional.of(Ui.card(
                "New accounts at your clinics",
                Ui.text(
                        "muted small",
                        "If you do not know somebody here, ask the administrator to switch the account off."),
                list));
    }

    private static ListItem item(NewColleague person, ZoneId zone) {
        var roles = person.roles().stream()
                .map(Role::title)
                .map(title -> title.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        var item = new ListItem(
                Ui.span("task-icon tone-neutral", Icon.PERSON.create()),
                Ui.div(
                        "stack-0 grow",
                        Ui.text("strong", person.displayName() + (roles.isEmpty() ? "" : ", " + roles)),
                        Ui.text(
                                "muted small",
                                "Account made by " + person.madeBy() + " on "
                                        + Dates.dayAndYear(
                                                person.createdAt().atZone(zone).toLocalDate()))));
        item.addClassName("task");
        return item;
    }
}
