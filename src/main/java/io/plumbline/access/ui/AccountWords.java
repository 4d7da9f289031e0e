package io.plumbline.access.ui;

import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Labels for accounts on screen. */
final class AccountWords {
    private AccountWords() {}

    /** Joins the titles of several roles into one text. */
    static String roles(Collection<Role> roles) {
        return roles.stream().map(Role::title).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Joins the titles of several roles into one text, of a limited role with its clinics.
     *
     * @param names returns the names of some clinics
     */
    static String roles(Collection<Role> roles, Role.Limits limits, Function<Set<ClinicId>, String> names) {
        return roles.stream()
                .sorted(Comparator.comparing(Role::title))
                .map(role -> limits.byRole().containsKey(role)
                        ? role.title() + " at " + names.apply(limits.byRole().get(role))
                        : role.title())
                .collect(Collectors.joining(limits.areNone() ? ", " : "; "));
    }

    static StatusBadge badge(AccountStatus status) {
        return switch (status) {
            case INVITED -> new StatusBadge(StatusBadge.Tone.INFO, Icon.MAIL, status.label());
            case ACTIVE -> StatusBadge.ok(status.label());
            case SWITCHED_OFF -> new StatusBadge(StatusBadge.Tone.NEUTRAL, Icon.LOCK, status.label());
        };
    }

    static String tone(AccountStatus status) {
        return switch (status) {
            case INVITED -> "info";
            case ACTIVE -> "ok";
            case SWITCHED_OFF -> "neutral";
        };
    }
}
