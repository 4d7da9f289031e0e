package io.plumbline.today;

import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The credentials that have expired or expire within thirty days, for the manager; no card if there are none. */
@Order(40)
@Component
class CredentialsToRenew implements StartPart {
    private static final int SOON_DAYS = 30;

    private final CredentialService credentials;

    CredentialsToRenew(CredentialService credentials) {
        this.credentials = credentials;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.MANAGER)) {
            return List.of();
        }
        var soon = credentials.expiring().stream()
                .filter(credential -> credential.daysLeft() <= SOON_DAYS)
                .toList();
        return soon.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Credentials to renew",
                        "credential",
                        soon.size(),
                        soon.stream().anyMatch(ExpiringCredential::isExpired) ? Tone.DANGER : Tone.WARN,
                        Icon.BADGE,
                        Routes.CREDENTIALS_THAT_END,
                        soon.stream().map(CredentialsToRenew::row).toList(),
                        ""));
    }

    private static StartCard.Row row(ExpiringCredential credential) {
        var day = Dates.dayAndYear(credential.validUntil());
        return new StartCard.Row(
                credential.name(),
                credential.title() + (credential.isExpired() ? ", ended " : ", ends ") + day,
                StartCard.link("Open", Routes.practitioner(credential.practitioner()), credential.name()));
    }
}
