package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.accounts.NewColleague;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Accounts that administrators recently created at the manager's clinics, so that the manager notices unknown people.
 */
final class NewColleagues {
    private NewColleagues() {}

    /** Returns the part of the start page; empty for callers who are not managers, and if there are no new accounts. */
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
                        "If you do not recognize someone here, ask the administrator to deactivate the account."),
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
                                "Account created by " + person.madeBy() + " on "
                                        + Dates.dayAndYear(
                                                person.createdAt().atZone(zone).toLocalDate()))));
        item.addClassName("task");
        return item;
    }
}
