package io.plumbline.access.accounts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.access.signin.ProviderRefused;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of a person whom the provider of single sign-on named, and gives it the roles of their claims. An
 * account is linked once, by an e-mail address that the provider has verified; from then on only what the provider
 * calls the person counts.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_LINK)
public class ProviderAccountService {
    private static final String ASK = ". Ask your administrator";

    private final StaffAccounts accounts;
    private final ProviderIdentityStore identities;
    private final AdministratorCountStore administratorCountStore;
    private final ManagerQuery managerQuery;
    private final ClinicService clinics;
    private final PasswordEncoder passwords;
    private final RetriedTransaction each;
    private final Clock clock;

    ProviderAccountService(
            StaffAccounts accounts,
            ProviderIdentityStore identities,
            AdministratorCountStore administratorCountStore,
            ManagerQuery managerQuery,
            ClinicService clinics,
            PasswordEncoder passwords,
            RetriedTransaction each,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.administratorCountStore = administratorCountStore;
        this.managerQuery = managerQuery;
        this.clinics = clinics;
        this.passwords = passwords;
        this.each = each;
        this.clock = clock;
    }

    /** An account and who says that it is this person's; nobody if it is linked. */
    private record Candidate(StaffAccount account, Optional<StaffId> toLinkBy) {}

    /**
     * Returns the user name of the person's account after linking it, if it was not linked, and after giving it the roles
     * of the claims.
     *
     * @throws ProviderRefused if there is none that the person may use, with a message for the person
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String admit(ProviderPerson person, ProviderRules rules) {
        var roles = person.roles();
        var found = each.call(() -> find(person, rules).map(one -> one.account().username()));
        if (roles != null && roles.isEmpty()) {
            throw new ProviderRefused(
                    "Your account at " + rules.provider() + " has no role in the portal" + ASK,
                    "no role in the claims",
                    found.orElse(""));
        }
        // hashed outside the transaction: it is slow
        var unusable = found.isPresent() || !rules.createsAccounts()
                ? null
                : passwords.encode(Ids.next().toString());
        return each.call(() -> {
            var one = find(person, rules)
                    .orElseGet(() ->
                            new Candidate(create(person, rules, unusable), Optional.of(CurrentUser.SYSTEM.staff())));
            return admit(one, person, rules);
        });
    }

    private String admit(Candidate one, ProviderPerson person, ProviderRules rules) {
        var account = one.account();
        if (account.username().equals(StaffAccount.asTyped(rules.localAdministrator()))) {
            throw new ProviderRefused(
                    "This account signs in with its own password only", "account of local sign-in", account.username());
        }
        if (account.isSwitchedOff()) {
            throw new ProviderRefused(
                    "Your account in the portal is deactivated" + ASK, "account switched off", account.username());
        }
        var at = clock.instant();
        var wasAdministrator = account.isActiveAdministrator();
        var managerWaits = managerQuery.areThereOthers(account.id());
        if (one.toLinkBy().isPresent()) {
            account.linkToProvider(one.toLinkBy().get(), at, managerWaits);
        }
        account.admitByProvider();
        try {
            takeClaims(account, person, at, managerWaits);
            accounts.save(account);
            // a new account, before its link
            accounts.flush();
            administratorCountStore.count(wasAdministrator, account.isActiveAdministrator());
        } catch (Refused impossible) {
            throw new ProviderRefused(
                    "Your roles at " + rules.provider() + " do not fit the portal: " + impossible.sentence() + ASK,
                    "claims do not fit: " + impossible.sentence(),
                    account.username());
        }
        if (one.toLinkBy().isPresent()) {
            identities.link(account.id(), person.issuer(), person.subject(), at);
        }
        return account.username();
    }

    /**
     * Links the account of a person who is signed in and has proved who they are. Their roles stay as they are.
     *
     * @throws ProviderRefused if the account or the person at the provider is linked already
     */
    @Transactional
    public void connect(StaffId signedIn, ProviderPerson person, ProviderRules rules) {
        var account = accounts.findById(signedIn.value()).orElseThrow();
        if (account.username().equals(StaffAccount.asTyped(rules.localAdministrator()))) {
            throw new ProviderRefused(
                    "This account signs in with its own password only", "account of local sign-in", account.username());
        }
        var linked = identities.findLinked(person.issuer(), person.subject());
        if (linked.isPresent() || identities.isLinked(signedIn, person.issuer())) {
            if (linked.filter(signedIn::equals).isPresent()) {
                return;
            }
            throw linkedToAnother(rules, account);
        }
        account.connectToProvider();
        accounts.save(account);
        identities.link(signedIn, person.issuer(), person.subject(), clock.instant());
    }

    /** Returns whether a person at the provider is the owner of an account. */
    public boolean isOwner(StaffId account, String issuer, String subject) {
        return identities.findLinked(issuer, subject).filter(account::equals).isPresent();
    }

    private Optional<Candidate> find(ProviderPerson person, ProviderRules rules) {
        var linked = identities.findLinked(person.issuer(), person.subject());
        if (linked.isPresent()) {
            return accounts.findById(linked.get().value()).map(account -> new Candidate(account, Optional.empty()));
        }
        var email = person.email();
        if (email == null) {
            throw new ProviderRefused(
                    rules.provider() + " does not confirm your e-mail address, so the portal cannot find your account"
                            + ASK,
                    "e-mail address not verified");
        }
        var expected = identities
                .findExpected(email)
                .flatMap(one -> accounts.findById(one.account().value())
                        .map(account -> new Candidate(account, Optional.of(one.by()))))
                .or(() -> accounts.findByUsername(email)
                        // not only equal by the collation
                        .filter(account -> account.username().equals(email))
                        .map(account -> new Candidate(account, Optional.of(account.createdBy()))));
        if (expected.isPresent() && identities.isLinked(expected.get().account().id(), person.issuer())) {
            // the address may have been given to another person
            throw linkedToAnother(rules, expected.get().account());
        }
        return expected;
    }

    private static ProviderRefused linkedToAnother(ProviderRules rules, StaffAccount account) {
        return new ProviderRefused(
                "This account in the portal belongs to another person at " + rules.provider() + ASK,
                "account linked to another person",
                account.username());
    }

    private StaffAccount create(ProviderPerson person, ProviderRules rules, @Nullable String unusable) {
        var email = person.email();
        var roles = person.roles();
        if (unusable == null || email == null || roles == null) {
            throw new ProviderRefused("You have no account in the portal" + ASK, "no such account");
        }
        var name = person.name() == null || person.name().isBlank() ? email : person.name();
        var draft = new AccountDraft(email, name, roles, clinics(person, Set.of()));
        var id = StaffId.next();
        try {
            return StaffAccount.invited(
                    id, draft, unusable, CurrentUser.SYSTEM.staff(), clock.instant(), managerQuery.areThereOthers(id));
        } catch (Refused impossible) {
            throw new ProviderRefused(
                    "The portal cannot make an account from what " + rules.provider() + " says of you: "
                            + impossible.sentence() + ASK,
                    "no account can be made: " + impossible.sentence());
        }
    }

    /** A clinical role that is new waits for a manager, as one that an administrator granted. */
    private void takeClaims(StaffAccount account, ProviderPerson person, Instant at, boolean managerWaits) {
        var before = account.draft();
        Set<Role> roles = person.roles() == null ? before.roles() : person.roles();
        var draft = new AccountDraft(before.username(), before.displayName(), roles, clinics(person, before.clinics()));
        if (!draft.equals(before)) {
            account.change(draft, CurrentUser.SYSTEM.staff(), at, managerWaits);
        }
    }

    private Set<ClinicId> clinics(ProviderPerson person, Set<ClinicId> kept) {
        var codes = person.clinicCodes();
        return codes == null
                ? kept
                : clinics.labels().values().stream()
                        .filter(clinic -> codes.contains(clinic.code()))
                        .map(clinic -> clinic.id())
                        .collect(toUnmodifiableSet());
    }
}
