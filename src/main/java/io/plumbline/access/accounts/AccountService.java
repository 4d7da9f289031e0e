package io.plumbline.access.accounts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.Workplace;
import io.plumbline.access.pins.PinRemoval;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages staff accounts. Every change carries the version that the current user saw. Changes throw
 * {@link NotAvailable} if the account does not exist, {@link StaleVersion} if it
 * was changed in the meantime, {@link Refused} if a value is out of range, and {@link Refused} if
 * the account's status does not allow the change.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_READ)
public class AccountService {
    private final StaffAccounts accounts;
    private final AccountLinkStore links;
    private final AdministratorCountStore administratorCountStore;
    private final ManagerQuery managerQuery;
    private final StaffNameQuery names;
    private final KnownPractitioners practitioners;
    private final IdentityService identity;
    private final PinRemoval pins;
    private final PasswordEncoder passwords;
    private final RetriedTransaction each;
    private final Clock clock;

    AccountService(
            StaffAccounts accounts,
            AccountLinkStore links,
            AdministratorCountStore administratorCountStore,
            ManagerQuery managerQuery,
            StaffNameQuery names,
            KnownPractitioners practitioners,
            IdentityService identity,
            PinRemoval pins,
            PasswordEncoder passwords,
            RetriedTransaction each,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.administratorCountStore = administratorCountStore;
        this.managerQuery = managerQuery;
        this.names = names;
        this.practitioners = practitioners;
        this.identity = identity;
        this.pins = pins;
        this.passwords = passwords;
        this.each = each;
        this.clock = clock;
    }

    /**
     * Returns a page of accounts, ordered by user name.
     *
     * @param after the last account of the previous page, or null for the first page
     */
    public List<AccountRow> list(@Nullable AccountRow after, int limit) {
        return rows(accounts.after(after == null ? "" : after.username(), Limit.of(limit)));
    }

    /**
     * Returns the first accounts that cannot be used yet, ordered by user name; {@link #countWaiting()} returns the
     * total.
     */
    public List<AccountRow> waiting(int limit) {
        return rows(accounts.waiting(Limit.of(limit)));
    }

    private List<AccountRow> rows(List<StaffAccounts.Basics> page) {
        var places = accounts
                .workplaces(page.stream().map(StaffAccounts.Basics::id).toList())
                .stream()
                .collect(groupingBy(StaffAccounts.Place::staff, mapping(StaffAccounts.Place::at, toUnmodifiableSet())));
        return page.stream()
                .map(one -> row(one, places.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    private static AccountRow row(StaffAccounts.Basics one, Set<Workplace> places) {
        var all = Stream.of(one.roles(), one.pending()).flatMap(Set::stream).collect(toUnmodifiableSet());
        return new AccountRow(
                new StaffId(one.id()),
                one.username(),
                one.displayName(),
                one.roles(),
                one.pending(),
                one.status(),
                places.stream().map(Workplace::clinic).collect(toUnmodifiableSet()),
                Workplace.limits(all, places));
    }

    /** Counts the accounts that cannot be used yet: invited and without a password, or with a role to be confirmed. */
    public long countWaiting() {
        return accounts.countWaiting();
    }

    /** Returns the roles of all accounts that are not deactivated. */
    public Set<Role> rolesInUse() {
        return accounts.rolesInUse().stream().flatMap(Collection::stream).collect(toUnmodifiableSet());
    }

    /** Finds an account. */
    public Optional<AccountDetails> open(StaffId id) {
        return accounts.findById(id.value()).map(account -> {
            var by = account.changedBy() == null ? CurrentUser.SYSTEM.staff() : account.changedBy();
            return account.details(
                    links.findAccess(id.value()),
                    names.findNames(List.of(by)).getOrDefault(by, CurrentUser.SYSTEM.displayName()),
                    managerQuery.areThereOthers(id));
        });
    }

    /** Creates an account and a one-time link to it, which is valid for thirty minutes. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation invite(AccountDraft draft) {
        return invite(StaffId.next(), draft);
    }

    /** Returns the practitioners in the directory who have no account, ordered by name. */
    public List<KnownPractitioners.WithoutAccount> practitionersWithoutAccount() {
        return practitioners.withoutAccount();
    }

    /** Creates an account for a practitioner in the directory, who keeps their id and all their appointments. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation invitePractitioner(StaffId practitioner, AccountDraft draft) {
        // in a transaction of its own: the hash that follows must not hold a database connection
        var withoutAccount = each.call(practitioners::withoutAccount);
        if (withoutAccount.stream().noneMatch(one -> one.staff().equals(practitioner))) {
            throw new Refused(AccountField.PERSON, "This practitioner now has an account or has left. Choose again");
        }
        if (draft.roles().stream().noneMatch(Role::isClinical)) {
            throw new Refused(
                    AccountField.ROLES, "Choose a clinical role. This person is in the practitioner directory");
        }
        return invite(practitioner, draft);
    }

    /** Hashes first because hashing is slow and must not hold a database connection. */
    private Invitation invite(StaffId id, AccountDraft draft) {
        var unusable = passwords.encode(Ids.next().toString());
        return each.call(() -> {
            var by = CurrentUser.current().staff();
            var account = accounts.save(StaffAccount.invited(
                    id, free(draft), unusable, by, clock.instant(), managerQuery.areThereOthers(id)));
            return new Invitation(account.id(), links.renew(account.id().value(), by), false);
        });
    }

    /**
     * Changes the display name, roles and clinics of an account. Users cannot change their own roles or clinics.
     *
     * @throws IdentityService.ProofNeeded if roles or clinics change and the current user has not confirmed their identity
     *     recently
     */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void change(StaffId id, long version, AccountDraft draft) {
        change(id, version, account -> {
            var before = account.draft();
            var isSameWork = before.roles().equals(draft.roles())
                    && before.clinics().equals(draft.clinics())
                    && before.limits().equals(draft.limits());
            if (isMine(id) && !isSameWork) {
                throw new Refused(AccountField.ROLES, "Only another administrator can change your roles and clinics");
            }
            if (!isSameWork) {
                identity.demandProof();
            }
            account.change(draft, CurrentUser.current().staff(), clock.instant(), managerQuery.areThereOthers(id));
        });
    }

    /** Deactivates an account. Its sessions end within seconds and its one-time link is void. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void switchOff(StaffId id, long version) {
        change(id, version, account -> {
            if (isMine(id)) {
                throw new Refused("Only another administrator can deactivate your account");
            }
            account.switchOff(CurrentUser.current().staff());
            links.cancel(id.value());
            pins.remove(id, "account deactivated");
        });
    }

    /** Reactivates an account. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void switchOn(StaffId id, long version) {
        change(id, version, account -> account.switchOn(CurrentUser.current().staff()));
    }

    /** Creates a one-time link for choosing a password and voids the previous link. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation newLink(StaffId id, long version) {
        return newLink(id, version, false);
    }

    /**
     * Creates a one-time link for a person who lost their device: once they choose a password with it, their two-step
     * sign-in is removed. Needs a fresh proof of identity.
     *
     * @throws IdentityService.ProofNeeded if there is none
     */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation newLinkForLostDevice(StaffId id, long version) {
        identity.demandProof();
        return newLink(id, version, true);
    }

    private Invitation newLink(StaffId id, long version, boolean isDeviceLost) {
        var by = CurrentUser.current().staff();
        change(id, version, account -> account.linkMade(by, isDeviceLost));
        return new Invitation(id, links.renew(id.value(), by, isDeviceLost), isDeviceLost);
    }

    /**
     * Creates an account with a given password, for the demo clinic. Its passwords are public, so the rules for
     * passwords do not apply.
     */
    @Transactional
    @Requires(Permission.ACCOUNT_CREATE)
    public StaffId create(AccountDraft draft, String password) {
        var account = accounts.save(StaffAccount.of(
                free(draft), passwords.encode(password), CurrentUser.current().staff(), clock.instant()));
        administratorCountStore.count(false, account.isActiveAdministrator());
        return account.id();
    }

    private AccountDraft free(AccountDraft draft) {
        if (accounts.existsByUsername(StaffAccount.asTyped(draft.username()))) {
            throw new Refused(AccountField.USERNAME, "This user name is taken: choose another");
        }
        return draft;
    }

    private void change(StaffId id, long version, Consumer<StaffAccount> verb) {
        var account = accounts.findById(id.value()).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(account.version() == version, StaffAccount.class, id);
        var wasAdministrator = account.isActiveAdministrator();
        verb.accept(account);
        accounts.save(account);
        administratorCountStore.count(wasAdministrator, account.isActiveAdministrator());
    }

    private static boolean isMine(StaffId id) {
        return CurrentUser.current().staff().equals(id);
    }
}
