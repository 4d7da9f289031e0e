package io.plumbline.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.access.FieldRefused.Field;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts of the staff. Every change carries the version that the caller saw, and throws {@link NoSuchElementException}
 * where there is no such account, {@link ObjectOptimisticLockingFailureException} where somebody changed it meanwhile,
 * {@link FieldRefused} where a value is out of its range, and {@link IllegalStateException} where it cannot be done now.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_READ)
public class AccountService {
    private final StaffAccounts accounts;
    private final AccountLinks links;
    private final Administrators administrators;
    private final Managers managers;
    private final StaffNames names;
    private final KnownPractitioners practitioners;
    private final PasswordEncoder passwords;
    private final TransactionTemplate each;
    private final Clock clock;

    AccountService(
            StaffAccounts accounts,
            AccountLinks links,
            Administrators administrators,
            Managers managers,
            StaffNames names,
            KnownPractitioners practitioners,
            PasswordEncoder passwords,
            TransactionTemplate each,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.administrators = administrators;
        this.managers = managers;
        this.names = names;
        this.practitioners = practitioners;
        this.passwords = passwords;
        this.each = each;
        this.clock = clock;
    }

    /**
     * A page of accounts by user name.
     *
     * @param after the last account of the page before, or null for the first page
     */
    public List<AccountRow> list(@Nullable AccountRow after, int limit) {
        return rows(accounts.after(after == null ? "" : after.username(), Limit.of(limit)));
    }

    /** The first of those who cannot work yet, by user name; {@link #countWaiting()} says of how many. */
    public List<AccountRow> waiting(int limit) {
        return rows(accounts.waiting(Limit.of(limit)));
    }

    private List<AccountRow> rows(List<StaffAccounts.Basics> page) {
        var clinics = accounts
                .workplaces(page.stream().map(StaffAccounts.Basics::id).toList())
                .stream()
                .collect(groupingBy(
                        StaffAccounts.Workplace::staff, mapping(StaffAccounts.Workplace::clinic, toUnmodifiableSet())));
        return page.stream()
                .map(a -> new AccountRow(
                        new StaffId(a.id()),
                        a.username(),
                        a.displayName(),
                        a.roles(),
                        a.pending(),
                        a.status(),
                        clinics.getOrDefault(a.id(), Set.of())))
                .toList();
    }

    /** How many people cannot work yet: invited and without a password, or with a role that waits for a manager. */
    public long countWaiting() {
        return accounts.countWaiting();
    }

    /** The roles that somebody holds whose account is not switched off. */
    public Set<Role> rolesInUse() {
        return accounts.rolesInUse().stream().flatMap(Collection::stream).collect(toUnmodifiableSet());
    }

    /** An account; empty where there is none. */
    public Optional<AccountDetails> open(StaffId id) {
        return accounts.findById(id.value()).map(account -> {
            var by = account.changedBy() == null ? Caller.SYSTEM.staff() : account.changedBy();
            return account.details(
                    links.openUntil(id.value()).orElse(null),
                    names.of(List.of(by)).getOrDefault(by, Caller.SYSTEM.displayName()),
                    managers.areThereOthers(id));
        });
    }

    /** Invites somebody: an account that its person opens by a one-time link, which works for thirty minutes. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation invite(AccountDraft draft) {
        return invite(StaffId.next(), draft);
    }

    /** Who is in the directory and cannot sign in, by name. */
    public List<KnownPractitioners.WithoutAccount> practitionersWithoutAccount() {
        return practitioners.withoutAccount();
    }

    /** Invites somebody of the directory: who signs in with the account is that practitioner, with all that is booked. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation invitePractitioner(StaffId practitioner, AccountDraft draft) {
        if (practitioners.withoutAccount().stream().noneMatch(one -> one.staff().equals(practitioner))) {
            throw new FieldRefused(Field.PERSON, "They have an account now, or have left: choose again");
        }
        if (draft.roles().stream().noneMatch(Role::isClinical)) {
            throw new FieldRefused(Field.ROLES, "Choose what they treat as: they are in the directory of who treats");
        }
        return invite(practitioner, draft);
    }

    /** The hash is made first: it is slow, and no connection to the store is held meanwhile. */
    private Invitation invite(StaffId id, AccountDraft draft) {
        var unusable = passwords.encode(Ids.next().toString());
        return requireNonNull(each.execute(invited -> {
            var by = Caller.current().staff();
            var account = accounts.save(
                    StaffAccount.invited(id, free(draft), unusable, by, clock.instant(), managers.areThereOthers(id)));
            return new Invitation(account.id(), links.renew(account.id().value(), by));
        }));
    }

    /** Changes name, roles and clinics of an account. Nobody changes what they themselves may do. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void change(StaffId id, long version, AccountDraft draft) {
        change(id, version, account -> {
            var before = account.draft();
            var isSameWork =
                    before.roles().equals(draft.roles()) && before.clinics().equals(draft.clinics());
            if (isMine(id) && !isSameWork) {
                throw new FieldRefused(Field.ROLES, "Another administrator changes your own roles and clinics");
            }
            account.change(draft, Caller.current().staff(), clock.instant(), managers.areThereOthers(id));
        });
    }

    /** Switches an account off: its person is signed out within seconds, and its one-time link is void. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void switchOff(StaffId id, long version) {
        change(id, version, account -> {
            if (isMine(id)) {
                throw new IllegalStateException("Another administrator switches your own account off");
            }
            account.switchOff(Caller.current().staff());
            links.cancel(id.value());
        });
    }

    /** Switches an account on again. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public void switchOn(StaffId id, long version) {
        change(id, version, account -> account.switchOn(Caller.current().staff()));
    }

    /** Makes a new one-time link, by which the person chooses a password; an older link is void. */
    @Transactional
    @Requires(Permission.ACCOUNT_WRITE)
    public Invitation newLink(StaffId id, long version) {
        change(id, version, account -> account.linkMade(Caller.current().staff()));
        return new Invitation(id, links.renew(id.value(), Caller.current().staff()));
    }

    /** Gives somebody an account with a password that is known already. */
    @Transactional
    @Requires(Permission.ACCOUNT_CREATE)
    public StaffId create(AccountDraft draft, String password) {
        PasswordRules.check(password, draft.username(), draft.displayName());
        var account = accounts.save(StaffAccount.of(
                free(draft), passwords.encode(password), Caller.current().staff(), clock.instant()));
        administrators.count(false, account.isActiveAdministrator());
        return account.id();
    }

    private AccountDraft free(AccountDraft draft) {
        if (accounts.existsByUsername(StaffAccount.asTyped(draft.username()))) {
            throw new FieldRefused(Field.USERNAME, "This user name is taken: choose another");
        }
        return draft;
    }

    private void change(StaffId id, long version, Consumer<StaffAccount> verb) {
        var account = accounts.findById(id.value()).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (account.version() != version) {
            throw new ObjectOptimisticLockingFailureException(StaffAccount.class, id);
        }
        var wasAdministrator = account.isActiveAdministrator();
        verb.accept(account);
        accounts.save(account);
        administrators.count(wasAdministrator, account.isActiveAdministrator());
    }

    private static boolean isMine(StaffId id) {
        return Caller.current().staff().equals(id);
    }
}
