package io.plumbline.access.permissions;

import io.plumbline.access.PermissionTable;
import io.plumbline.access.factors.FactorDueQuery;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains for administrators and auditors why an account may do something or not. Says nothing about patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PERMISSION_READ)
public class AccountRightService {
    private static final int FEW = 50;
    private static final int LONGEST_TEXT = 100;

    private final JdbcClient jdbc;
    private final FactorDueQuery factors;

    AccountRightService(JdbcClient jdbc, FactorDueQuery factors) {
        this.jdbc = jdbc;
        this.factors = factors;
    }

    /**
     * Whether an account may do something now.
     *
     * @param sentence by which role; or what is missing, and who can give it
     */
    public record AccountRight(boolean isGranted, String sentence) {}

    private record Account(String name, String status, Set<Role> roles, Set<Role> pendingRoles) {}

    /** Returns the first accounts whose name or user name has a text, by name, 50 at most; all if it is empty. */
    public List<AccountName> find(String text) {
        var words = "%"
                + TextLimit.optional("The name", text, LONGEST_TEXT)
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        return jdbc.sql("""
                select id, display_name, username from staff_account
                where lower(display_name) like ? escape '!' or username like ? escape '!'
                order by display_name, id limit ?""").params(words, words, FEW).query(AccountName.class).list();
    }

    /** Finds an account by its id. */
    public Optional<AccountName> named(StaffId id) {
        return jdbc.sql("select id, display_name, username from staff_account where id = ?")
                .param(id)
                .query(AccountName.class)
                .optional();
    }

    /**
     * Returns whether an account may do something now, and why.
     *
     * @param permission one of the names in {@link Permission}
     * @throws NotAvailable if there is no such account or permission
     */
    public AccountRight check(StaffId id, String permission) {
        if (!Permission.inWords().containsKey(permission)) {
            throw new NotAvailable();
        }
        var account = jdbc.sql(
                        "select display_name as name, status, roles, pending_roles from staff_account where id = ?")
                .param(id)
                .query(Account.class)
                .optional()
                .orElseThrow(NotAvailable::new);
        if (PermissionTable.holdersOf(permission).equals(Set.of(Role.SYSTEM))) {
            return no("Only the portal itself does this. No person can.");
        }
        return switch (account.status()) {
            case "SWITCHED_OFF" ->
                no(account.name() + " cannot sign in: the account is deactivated. An administrator can reactivate it.");
            case "INVITED" ->
                no(account.name() + " cannot sign in yet: no password was chosen. An administrator can make a new"
                        + " one-time link.");
            default -> ofActive(id, account, permission);
        };
    }

    private AccountRight ofActive(StaffId id, Account account, String permission) {
        var holders = PermissionTable.holdersOf(permission);
        var granting = among(account.roles(), holders);
        var isForEverybody = PermissionTable.of(Set.of()).contains(permission);
        if (granting.isEmpty() && !isForEverybody) {
            var waiting = among(account.pendingRoles(), holders);
            return waiting.isEmpty()
                    ? no(account.name() + " has none of the roles that may do this: " + titles(holders)
                            + ". An administrator can grant a role; a clinical role is confirmed by a manager.")
                    : no(account.name() + " has been granted the role " + titles(waiting)
                            + ", which waits for confirmation. A manager of one of the account's clinics can confirm"
                            + " it.");
        }
        if (factors.isSetUpFirst(id, account.roles())) {
            return no(account.name() + " has not set up two-step sign-in in time. The next sign-in leads to the set-up;"
                    + " after that, this is allowed.");
        }
        return new AccountRight(
                true,
                isForEverybody
                        ? account.name() + " may do this, as everybody who can sign in."
                        : account.name() + " may do this by the role " + titles(granting) + where(id, granting));
    }

    /** A clinic of an account: what does not hold there, and what of that waits for its manager. */
    private record Place(String name, Set<Role> withoutRoles, Set<Role> waitingRoles) {}

    /** Ends the sentence: with the clinics, where the roles do not hold at all of them. */
    private String where(StaffId id, Set<Role> granting) {
        var places = jdbc.sql("""
                select c.name, w.without_roles, w.waiting_roles
                from staff_account_clinic w join clinic c on c.id = w.clinic_id
                where w.staff_id = ? order by c.name""").param(id).query(Place.class).list();
        var elsewhere = places.stream()
                .filter(place -> place.withoutRoles().containsAll(granting))
                .toList();
        if (elsewhere.isEmpty()) {
            return ".";
        }
        var here = places.stream()
                .filter(place -> !elsewhere.contains(place))
                .map(Place::name)
                .collect(Collectors.joining(", "));
        var not = elsewhere.stream()
                .map(place -> place.name()
                        + (among(place.waitingRoles(), granting).isEmpty()
                                ? ""
                                : " (the role waits there for a manager of the clinic)"))
                .collect(Collectors.joining(", "));
        return " at " + here + ". Not at " + not + ": an administrator can extend the role to a clinic.";
    }

    private static AccountRight no(String sentence) {
        return new AccountRight(false, sentence);
    }

    private static Set<Role> among(Set<Role> some, Set<Role> holders) {
        return some.stream().filter(holders::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static String titles(Collection<Role> some) {
        return some.stream()
                .filter(role -> role != Role.SYSTEM)
                .sorted()
                .map(Role::title)
                .collect(Collectors.joining(" or "));
    }
}
