package io.plumbline.access.ui;

import io.plumbline.access.AccountStatus;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import java.util.Collection;
import java.util.stream.Collectors;

/** How screens say what an account is. */
final class AccountWords {
    private AccountWords() {}

    /** Several roles as one text. */
    static String roles(Collection<Role> roles) {
        return roles.stream().map(Role::title).sorted().collect(Collectors.joining(", "));
    }

    static StatusBadge badge(AccountStatus status) {
        return switch (status) {
            case INVITED -> new StatusBadge(StatusBadge.Tone.INFO, Icon.MAIL, status.word());
            case ACTIVE -> StatusBadge.ok(status.word());
            case SWITCHED_OFF -> new StatusBadge(StatusBadge.Tone.NEUTRAL, Icon.LOCK, status.word());
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
