package io.plumbline.access.accounts;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps by which e-mail address the provider of single sign-on knows the people of the accounts. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_READ)
public class ProviderLinkService {
    private final StaffAccounts accounts;
    private final ProviderIdentityStore identities;
    private final IdentityService identity;
    private final ApplicationEventPublisher events;

    ProviderLinkService(
            StaffAccounts accounts,
            ProviderIdentityStore identities,
            IdentityService identity,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.identities = identities;
        this.identity = identity;
        this.events = events;
    }

    /** Returns how an account is known to the provider. */
    public ProviderLink find(StaffId account) {
        return identities.find(account);
    }

    /**
     * Writes down by which e-mail address the provider knows a person. A link that there is ends; the person's next
     * sign-in makes a new one, and their clinical roles then wait for a manager.
     *
     * @param typed empty for nobody
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void expect(StaffId account, String typed) {
        if (account.equals(CurrentUser.current().staff())) {
            throw new Refused("Only another administrator can change your e-mail address for single sign-on");
        }
        identity.demandProof();
        if (accounts.findById(account.value()).isEmpty()) {
            throw new NotAvailable();
        }
        var email = typed.isBlank() ? null : EmailAddress.typed(typed).address().toLowerCase(Locale.ROOT);
        if (email != null
                && identities
                        .findExpected(email)
                        .filter(other -> !other.account().equals(account))
                        .isPresent()) {
            throw new Refused("Another account has this e-mail address. Remove it there first");
        }
        identities.expect(account, email, CurrentUser.current().staff());
        events.publishEvent(new AccountEvent.ProviderAddressChanged(
                account, email == null ? "address and link removed" : "address entered, link removed"));
    }
}
