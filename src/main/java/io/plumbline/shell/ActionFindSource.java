package io.plumbline.shell;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds what the current user may add or import, by the words of the action. */
@Component
@Order(7)
class ActionFindSource implements FindSource {
    private static final List<Action> ACTIONS = List.of(
            new Action(Permission.LEAD_WORK, Icon.PHONE, "New lead", Routes.NEW_LEAD),
            new Action(Permission.LEAD_IMPORT, Icon.UP, "Import leads", Routes.LEADS_IMPORT),
            new Action(Permission.PATIENT_WRITE, Icon.PERSON, "New patient", Routes.NEW_PATIENT),
            new Action(
                    Permission.PATIENT_IMPORT,
                    Icon.UP,
                    "Import patients, appointments, old notes from a file",
                    Routes.PATIENT_IMPORTS),
            new Action(Permission.PLAN_READ, Icon.CALENDAR, "Plans without a booked visit", Routes.plansNotBooked()),
            new Action(Permission.PRACTITIONER_WRITE, Icon.BADGE, "New practitioner", Routes.NEW_PRACTITIONER),
            new Action(Permission.PRACTITIONER_WRITE, Icon.BADGE, "Expiring credentials", Routes.CREDENTIALS_THAT_END),
            new Action(Permission.EXERCISE_WRITE, Icon.LIBRARY, "New exercise", Routes.NEW_EXERCISE),
            new Action(Permission.ANSWER_IMPORT, Icon.UP, "Import answers", Routes.ANSWERS_IMPORT),
            new Action(Permission.CLINIC_WRITE, Icon.SCREEN, "New clinic", Routes.NEW_CLINIC),
            new Action(Permission.ACCOUNT_WRITE, Icon.PERSON, "New account", Routes.NEW_ACCOUNT));

    private record Action(String permission, Icon icon, String title, String address) {}

    /** Returns the addresses of all actions, also of those that the current user may not take. */
    static Stream<String> addresses() {
        return ACTIONS.stream().map(Action::address);
    }

    @Override
    public String heading() {
        return "Actions";
    }

    @Override
    public boolean isForCurrentUser() {
        return true;
    }

    @Override
    public List<Found> find(String typed, int most) {
        return ACTIONS.stream()
                .filter(action -> CurrentUser.may(action.permission()))
                .filter(action -> SearchWords.matches(typed, action.title()))
                .limit(most)
                .map(action -> new Found(null, action.icon(), action.title(), "", action.address()))
                .toList();
    }
}
