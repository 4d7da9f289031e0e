package io.plumbline.access.accounts;

import io.plumbline.access.factors.FactorReset;
import io.plumbline.access.pins.PinRemoval;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles one-time links, with which a person chooses a password or becomes the first administrator. Viewing the page
 * does not use up the link. An invalid link throws {@link LinkOver}. Invalid input throws {@link Refused}, and the
 * link stays valid. Hashing is slow, so it runs between two transactions and holds no database connection.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_LINK)
public class OneTimeLinkService {
    private static final UUID FIRST_ADMINISTRATOR = CurrentUser.SYSTEM.staff().value();

    private final AccountLinkStore links;
    private final StaffAccounts accounts;
    private final AdministratorCountStore administratorCountStore;
    private final ManagerQuery managerQuery;
    private final ClinicService clinics;
    private final PasswordEncoder passwords;
    private final FactorReset factors;
    private final PinRemoval pins;
    private final RetriedTransaction each;
    private final Clock clock;

    OneTimeLinkService(
            AccountLinkStore links,
            StaffAccounts accounts,
            AdministratorCountStore administratorCountStore,
            ManagerQuery managerQuery,
            ClinicService clinics,
            PasswordEncoder passwords,
            FactorReset factors,
            PinRemoval pins,
            RetriedTransaction each,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.administratorCountStore = administratorCountStore;
        this.managerQuery = managerQuery;
        this.clinics = clinics;
        this.passwords = passwords;
        this.factors = factors;
        this.pins = pins;
        this.each = each;
        this.clock = clock;
    }

    /** Returns the person whom a link is for. */
    public LinkHolder holder(String token) {
        var link = links.working(token).orElseThrow(LinkOver::new);
        if (link.subject().equals(FIRST_ADMINISTRATOR)) {
            return LinkHolder.FIRST_ADMINISTRATOR;
        }
        var draft = accounts.findById(link.subject()).orElseThrow(LinkOver::new).draft();
        return new LinkHolder(draft.username(), draft.displayName(), link.resetsFactor());
    }

    /** Creates a link for the first administrator and voids the previous one; empty if an administrator can sign in. */
    @Transactional
    public Optional<String> forFirstAdministrator() {
        return administratorCountStore.areNone()
                ? Optional.of(
                        links.renew(FIRST_ADMINISTRATOR, CurrentUser.current().staff()))
                : Optional.empty();
    }

    /**
     * Sets the password of the link's account and activates the account. The link for a lost device also removes
     * two-step sign-in and the signing PIN.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void choosePassword(String token, String password, String repeated) {
        var holder = each.call(() -> holder(token));
        // no second factor is given with a link
        PasswordRules.check(password, repeated, false, clinics, holder.username(), holder.displayName());
        var hash = passwords.encode(password);
        each.run(() -> {
            var link = links.use(token);
            var account = accounts.findById(link.subject()).orElseThrow(LinkOver::new);
            var wasAdministrator = account.isActiveAdministrator();
            var at = clock.instant();
            account.choosePassword(hash, link.madeBy(), at, managerQuery.areThereOthers(account.id()));
            accounts.save(account);
            administratorCountStore.count(wasAdministrator, account.isActiveAdministrator());
            if (link.resetsFactor()) {
                factors.reset(account.id(), at);
                pins.remove(account.id(), "link for a lost device");
            }
        });
    }

    /** Creates the first administrator with the chosen names and password. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void becomeFirstAdministrator(
            String token, String username, String displayName, String password, String repeated) {
        if (!each.call(() -> holder(token)).isFirstAdministrator()) {
            throw new LinkOver();
        }
        PasswordRules.check(password, repeated, false, clinics, username, displayName);
        var draft = new AccountDraft(username, displayName, Set.of(Role.ADMIN), Set.of());
        var hash = passwords.encode(password);
        each.run(() -> {
            if (accounts.existsByUsername(StaffAccount.asTyped(username))) {
                throw new Refused(AccountField.USERNAME, "This user name is taken: choose another");
            }
            var account = StaffAccount.of(draft, hash, CurrentUser.current().staff(), clock.instant());
            links.use(token);
            administratorCountStore.countFirst();
            accounts.save(account);
        });
    }
}
