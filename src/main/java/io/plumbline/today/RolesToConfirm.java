package io.plumbline.today;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.access.accounts.RoleToConfirm;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Roles that a manager has to confirm, each with buttons to confirm or decline. */
final class RolesToConfirm extends Composite<Section> {
    private static final String CHANGED =
            "A colleague changed this account in the meantime. Your change was not saved. This is the current version";

    private final RoleConfirmationService roles;
    private final ClinicService clinics;
    private final Div messages = new Div();
    private final UnorderedList list = new UnorderedList();
    private final int count;

    private RolesToConfirm(RoleConfirmationService roles, ClinicService clinics, List<RoleToConfirm> waiting) {
        this.roles = roles;
        this.clinics = clinics;
        count = waiting.size();
        list.addClassName("tasks");
        draw(waiting);
    }

    /**
     * Returns the part of the start page; empty for users who are not managers, and if there are no roles to confirm.
     */
    static Optional<RolesToConfirm> forCurrentUser(RoleConfirmationService roles, ClinicService clinics) {
        if (!CurrentUser.current().has(Role.MANAGER)) {
            return Optional.empty();
        }
        var waiting = roles.waiting();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(new RolesToConfirm(roles, clinics, waiting));
    }

    /** Returns how many there were when the page was drawn, as a sentence. */
    String sentence() {
        return count + (count == 1 ? " role to confirm." : " roles to confirm.");
    }

    @Override
    protected Section initContent() {
        return Ui.card("Roles to confirm", messages, list);
    }

    private void draw(List<RoleToConfirm> waiting) {
        list.removeAll();
        waiting.stream().map(this::item).forEach(list::add);
        if (waiting.isEmpty()) {
            var done = new ListItem(Ui.text("muted", "No roles to confirm. The next one appears here."));
            done.addClassName("task");
            list.add(done);
        }
    }

    private ListItem item(RoleToConfirm asked) {
        var what = asked.displayName() + " as " + asked.role().title().toLowerCase(Locale.ROOT);
        var confirm = new Button(
                "Confirm",
                e -> attempt(
                        () -> roles.confirm(asked.account(), asked.version(), asked.role()), what + " is confirmed."));
        confirm.setAriaLabel("Confirm " + what);
        var decline = new Button(
                "Decline",
                e -> attempt(
                        () -> roles.decline(asked.account(), asked.version(), asked.role()), what + " is declined."));
        decline.setAriaLabel("Decline " + what);
        decline.addThemeVariants(ButtonVariant.TERTIARY);
        var item = new ListItem(
                Ui.span("task-icon tone-clinical", Icon.CLINICAL.create()),
                Ui.div("stack-0 grow", Ui.text("strong", what), Ui.text("muted", where(asked) + why(asked))),
                Ui.div("cluster", confirm, decline));
        item.addClassName("task");
        return item;
    }

    private String where(RoleToConfirm asked) {
        return asked.clinics().isEmpty() ? "At no clinic yet. " : clinics.names(asked.clinics()) + ". ";
    }

    private static String why(RoleToConfirm asked) {
        var opens = asked.role() == Role.MANAGER
                ? "they can see the clinic's patients and confirm roles"
                : "they can see patients' records";
        return asked.isAgain()
                ? (asked.isFactorReset() ? "Lost device: two-step sign-in was removed. " : "")
                        + "A new password was chosen with a link that " + asked.askedBy()
                        + " made. Ask them in person whether they chose it; once confirmed, " + opens + " again."
                : "Granted by " + asked.askedBy() + "; " + opens + " once you confirm it.";
    }

    /** Runs a decision, shows the roles that are left, and reports the result; keeps the focus in this part. */
    private void attempt(Runnable decision, String done) {
        Attempt.telling(refused -> showAgain(refused + "."))
                .ifChanged(CHANGED)
                .ifNotAvailable(CHANGED)
                .run(() -> {
                    decision.run();
                    showAgain(done);
                });
    }

    private void showAgain(String said) {
        draw(roles.waiting());
        var message = Ui.text("muted", said);
        message.getElement().setAttribute("role", "status");
        message.getElement().setAttribute("tabindex", "-1");
        messages.removeAll();
        messages.add(message);
        message.getElement().callJsFunction("focus");
    }
}
