package io.plumbline.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.leads.LeadService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The setup steps for an empty database, in order, each checked off according to the data; hidden once all are done.
 */
@Component
class FirstSteps {
    private final AccountService accounts;
    private final ClinicService clinics;
    private final PractitionerService practitioners;
    private final ExerciseService exercises;
    private final LeadService leads;

    /** Users whose steps were all done once; not checked again, since a running clinic does not return to setup. */
    private final Set<CurrentUser> begun = ConcurrentHashMap.newKeySet();

    FirstSteps(
            AccountService accounts,
            ClinicService clinics,
            PractitionerService practitioners,
            ExerciseService exercises,
            LeadService leads) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.practitioners = practitioners;
        this.exercises = exercises;
        this.leads = leads;
    }

    /**
     * A setup step.
     *
     * @param place the route where it is done, or null if somebody else does it
     */
    private record Step(
            boolean isDone,
            String what,
            String how,
            @Nullable String place) {}

    /** Returns the part of the start page; empty for users without setup tasks, and once all steps are done. */
    Optional<com.vaadin.flow.component.Component> forCurrentUser() {
        var user = CurrentUser.current();
        var isForThem = user.has(Role.ADMIN) || user.has(Role.MANAGER);
        if (!isForThem || begun.contains(user)) {
            return Optional.empty();
        }
        var steps = user.has(Role.ADMIN) ? ofAdministrator() : ofManager();
        if (steps.stream().allMatch(Step::isDone)) {
            begun.add(user);
            return Optional.empty();
        }
        return Optional.of(card(steps));
    }

    private List<Step> ofAdministrator() {
        var roles = accounts.rolesInUse();
        return List.of(
                new Step(
                        roles.contains(Role.MANAGER),
                        "Invite a clinic manager",
                        "The manager adds the clinic and confirms its practitioners.",
                        Routes.NEW_ACCOUNT),
                new Step(
                        !clinics.labels().isEmpty(),
                        "The manager adds the clinic and its business hours",
                        "Then you can assign the other users to a clinic.",
                        null),
                new Step(
                        roles.stream().anyMatch(Role::isClinical),
                        "Invite practitioners and front desk staff",
                        "Each with their roles and clinics. A chiropractor or therapist can work once the manager has "
                                + "confirmed them.",
                        Routes.NEW_ACCOUNT),
                new Step(
                        practitioners.countActive() > 0,
                        "The manager adds the practitioners",
                        "With their disciplines and working hours, so that they can be booked. If a practitioner was added"
                                + " before you invite them, choose them from the directory in the invitation.",
                        null));
    }

    private List<Step> ofManager() {
        var mine = clinics.findForCurrentUser();
        return List.of(
                new Step(
                        !mine.isEmpty(),
                        "Add your clinic",
                        "Its name, country, time zone and the number for emergencies.",
                        Routes.CLINICS),
                new Step(
                        mine.stream().anyMatch(clinic -> !clinic.draft().hours().isEmpty()),
                        "Set its business hours",
                        "The response target counts business hours, and visits are booked in them.",
                        Routes.CLINICS),
                new Step(
                        practitioners.countActive() > 0,
                        "Add your practitioners",
                        "Disciplines and working hours; credentials are on each practitioner's page. They can sign in once the"
                                + " administrator has invited them, before or after this, and you have confirmed their"
                                + " role.",
                        Routes.PRACTITIONERS),
                new Step(
                        exercises.count() > 0,
                        "Add the exercise library",
                        "Exercises for home, each to be signed off by one of your chiropractors. You can also write your"
                                + " own.",
                        Routes.EXERCISES),
                new Step(
                        leads.countAll() > 0,
                        "Add the form's address to your website",
                        "It is the address of this portal with /book at the end, and opens in a new tab. A person who fills"
                                + " it out appears under Leads. Add people who come without it under Patients.",
                        Routes.BOOK));
    }

    private static com.vaadin.flow.component.Component card(List<Step> steps) {
        var list = new OrderedList();
        list.addClassName("tasks");
        var next = steps.stream().filter(step -> !step.isDone()).findFirst();
        for (int i = 0; i < steps.size(); i++) {
            list.add(item(steps.get(i), i + 1, next.filter(steps.get(i)::equals).isPresent()));
        }
        var done = steps.stream().filter(Step::isDone).count();
        var card = Ui.card("First steps", list);
        card.addComponentAtIndex(1, Ui.text("muted", done + " of " + steps.size() + " done, in this order."));
        return card;
    }

    private static ListItem item(Step step, int number, boolean isNext) {
        var mark = step.isDone()
                ? Ui.span("task-icon tone-ok", Icon.CHECK.create())
                : Ui.text("task-icon tone-neutral", String.valueOf(number));
        mark.getElement().setAttribute("aria-hidden", "true");
        var title = Ui.text("strong", step.what());
        var words = Ui.div("stack-0 grow", title, Ui.text("muted", step.isDone() ? "Done" : step.how()));
        var item = new ListItem(mark, words);
        item.addClassName("task");
        if (!step.isDone() && step.place() != null) {
            var link = new Anchor(step.place(), isNext ? "Do this next" : "Open");
            link.setAriaLabel((isNext ? "Do this next: " : "Open: ") + step.what());
            link.addClassName(isNext ? "next-step" : "act");
            if (step.place().equals(Routes.BOOK)) {
                link.setTarget(AnchorTarget.BLANK);
            }
            item.add(link);
        }
        return item;
    }
}
