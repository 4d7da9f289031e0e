package io.plumbline.access.ui;

import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import java.util.Collection;
import java.util.stream.Collectors;

/** Labels for accounts on screen. */
final class AccountWords {
    private AccountWords() {}

    /** Joins the titles of several roles into one text. */
    static String roles(Collection<Role> roles) {
        return roles.stream().map(Role::title).sorted().collect(Collectors.joining(", "));
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
