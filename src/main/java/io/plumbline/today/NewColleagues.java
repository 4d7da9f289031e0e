package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.accounts.NewColleague;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Accounts that administrators recently created at the manager's clinics, or whose two-step sign-in was removed there, so
 * that the manager notices unknown people and devices that nobody lost.
 */
final class NewColleagues {
    private NewColleagues() {}

    /** Returns the part of the start page; empty for users who are not managers, and if there are no new accounts. */
    static Optional<Component> forCurrentUser(RoleConfirmationService roles, ClinicService clinics) {
        if (!CurrentUser.current().has(Role.MANAGER)) {
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
        var areLost = people.stream().anyMatch(person -> person.resetAt() != null);
        return Optional.of(Ui.card(
                areLost ? "New accounts and lost devices at your clinics" : "New accounts at your clinics",
                Ui.text(
                        "muted small",
                        "If you do not recognize someone here"
                                + (areLost ? ", or they lost no device," : ",")
                                + " ask the administrator to deactivate the account."),
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
                        Ui.text("muted small", what(person, zone))));
        item.addClassName("task");
        return item;
    }

    private static String what(NewColleague person, ZoneId zone) {
        return person.resetAt() == null
                ? "Account created by " + person.madeBy() + " on "
                        + Dates.dayAndYear(person.createdAt().atZone(zone).toLocalDate())
                : "Two-step sign-in removed on "
                        + Dates.dayAndYear(person.resetAt().atZone(zone).toLocalDate())
                        + " by a link for a lost device. Ask them in person whether they used it.";
    }
}
