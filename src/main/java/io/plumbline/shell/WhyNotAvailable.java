package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteConfiguration;
import io.plumbline.access.PermissionTable;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains why a page is not available: which role its address asks for, or whose records the current user sees, and who can
 * change that. It reads the address and the current user alone and never asks for a record, so that the answer is the same
 * whether there is one.
 */
final class WhyNotAvailable {
    /** The first part of the addresses of what belongs to a patient. */
    private static final Set<String> OF_PATIENTS = Set.of(
            Routes.PATIENTS,
            Routes.INTAKE,
            Routes.PLANS,
            Routes.NOTES,
            Routes.ORDERS,
            Routes.REFERRALS,
            Routes.RECALLS);

    private WhyNotAvailable() {}

    /** Returns the answer, folded under its question. */
    static Details at(String address) {
        var sentences = sentences(address).stream().map(Paragraph::new).toArray(Component[]::new);
        return new Details("Why can't I see this?", sentences);
    }

    private static List<String> sentences(String address) {
        var page = RouteConfiguration.forApplicationScope().getRoute(address);
        if (page.isEmpty()) {
            return List.of(
                    "There is no page at this address. It may be mistyped, or from an older version of the portal.");
        }
        var asks = page.get().getAnnotation(RolesAllowed.class);
        return asks == null || Arrays.stream(asks.value()).anyMatch(CurrentUser::may)
                ? record(address)
                : role(List.of(asks.value()));
    }

    private static List<String> role(List<String> permissions) {
        var mine = CurrentUser.current().roles();
        var words = Permission.inWords();
        return List.of(
                "This page is for people who may do this: "
                        + permissions.stream().map(words::get).collect(Collectors.joining(" ")),
                "It opens for: "
                        + titles(permissions.stream()
                                .flatMap(permission -> PermissionTable.holdersOf(permission).stream())
                                .collect(Collectors.toSet()))
                        + ". "
                        + (mine.isEmpty() ? "You have no role that is confirmed." : "You are: " + titles(mine) + "."),
                "An administrator grants roles. A manager of your clinics confirms a clinical role, and that of another"
                        + " manager, before it counts.");
    }

    private static List<String> record(String address) {
        var user = CurrentUser.current();
        var first = address.split("/", 2)[0];
        var sentences = new ArrayList<String>();
        sentences.add("Your role opens pages of this kind. This record does not exist, or it is not yours to see; the"
                + " portal does not say which.");
        if (OF_PATIENTS.contains(first)) {
            if (user.isClinician()) {
                sentences.add(
                        "A clinician sees the patients whom they treat: by an appointment from 180 days back to 90"
                                + " days ahead, by a treatment plan, or on the care team. The front desk can book a visit with"
                                + " you; a manager, or a chiropractor who treats the patient, can add you to the care team. If"
                                + " the patient cannot wait, open the patient's page by break-glass access.");
            }
            if (user.seesByClinic()) {
                sentences.add("Managers and the front desk see the patients of their clinics. An administrator can"
                        + " change your clinics.");
            }
            if (user.seesBothWays()) {
                sentences.add("Your roles hold at different clinics. Where you are not manager or front desk, you see"
                        + " only the patients whom you treat.");
            }
            sentences.add("A record that is marked as sensitive is found only by the people named for it. The privacy"
                    + " officer can name you.");
        } else if (first.equals(Routes.LEADS)) {
            sentences.add("A lead is in the queue of the clinic that it names. A lead that names none is for managers."
                    + " An administrator can change your clinics.");
        } else {
            sentences.add("Ask your clinic manager or an administrator if you need it for your work.");
        }
        return sentences;
    }

    private static String titles(Collection<Role> roles) {
        return Stream.of(Role.values())
                .filter(role -> role != Role.SYSTEM && roles.contains(role))
                .map(Role::title)
                .collect(Collectors.joining(", "));
    }
}
