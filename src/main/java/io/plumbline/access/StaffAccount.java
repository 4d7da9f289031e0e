package io.plumbline.access;

import io.plumbline.access.FieldRefused.Field;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "staff_account")
class StaffAccount extends AbstractAggregateRoot<StaffAccount> {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@-]{2,60}");

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String username;
    private String displayName;
    private String passwordHash;
    private @Nullable Instant passwordSetAt;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Convert(converter = RolesColumn.class)
    private Set<Role> roles = Set.of();

    @Convert(converter = RolesColumn.class)
    private Set<Role> pendingRoles = Set.of();

    private @Nullable Instant pendingSince;
    private @Nullable StaffId pendingBy;
    private @Nullable StaffId changedBy;
    private @Nullable Instant createdAt;
    private @Nullable StaffId createdBy;

    @ElementCollection
    @CollectionTable(name = "staff_account_clinic", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "clinic_id")
    private Set<ClinicId> clinics = new HashSet<>();

    /** An account whose person can sign in at once. */
    static StaffAccount of(AccountDraft draft, String passwordHash, StaffId by, Instant at) {
        var account = described(StaffId.next(), draft, passwordHash, by, at, false);
        account.status = AccountStatus.ACTIVE;
        account.passwordSetAt = at;
        account.registerEvent(new AccountCreated(account.id(), draft.roles()));
        return account;
    }

    /**
     * An account whose person has still to choose a password.
     *
     * @param id a new one, or that of the practitioner who has been in the directory without an account
     * @param unusable the hash of what nobody knows, so that a try to sign in takes as long as any other
     * @param managerWaits whether another manager is there to be asked for the role of a manager
     */
    static StaffAccount invited(
            StaffId id, AccountDraft draft, String unusable, StaffId by, Instant at, boolean managerWaits) {
        var account = described(id, draft, unusable, by, at, managerWaits);
        account.status = AccountStatus.INVITED;
        account.registerEvent(new AccountInvited(account.id(), draft.roles()));
        return account;
    }

    private static StaffAccount described(
            StaffId id, AccountDraft draft, String hash, StaffId by, Instant at, boolean managerWaits) {
        var account = new StaffAccount();
        account.id = id.value();
        account.username = username(draft.username());
        account.passwordHash = hash;
        account.createdAt = at;
        account.createdBy = by;
        account.describe(draft, by, at, managerWaits);
        return account;
    }

    private static String username(String typed) {
        var name = asTyped(typed);
        if (!USERNAME.matcher(name).matches() || name.equals(Caller.SYSTEM.username())) {
            throw new FieldRefused(
                    Field.USERNAME, "A user name has 2 to 60 letters, digits, dots, hyphens or underscores");
        }
        return name;
    }

    private void describe(AccountDraft draft, StaffId by, Instant at, boolean managerWaits) {
        draft.requireOneJob();
        try {
            displayName = TextLimit.required("The name", draft.displayName(), 120);
        } catch (IllegalArgumentException wrong) {
            throw new FieldRefused(Field.DISPLAY_NAME, String.valueOf(wrong.getMessage()));
        }
        grant(draft.roles(), by, at, managerWaits);
        if (!clinics.equals(draft.clinics())) {
            clinics.clear();
            clinics.addAll(draft.clinics());
        }
        changedBy = by;
    }

    /** A role that treats patients waits for a manager, and so does a manager's where there is another; others work at once. */
    private void grant(Set<Role> wanted, StaffId by, Instant at, boolean managerWaits) {
        Predicate<Role> waits = role -> isAsked(role, managerWaits) && !roles.contains(role);
        var waiting = wanted.stream().filter(waits).collect(Collectors.toUnmodifiableSet());
        if (!pendingRoles.containsAll(waiting)) {
            pendingSince = at;
            pendingBy = by;
        }
        roles = wanted.stream().filter(waits.negate()).collect(Collectors.toUnmodifiableSet());
        await(waiting);
    }

    private static boolean isAsked(Role role, boolean managerWaits) {
        return role.isClinical() || role == Role.MANAGER && managerWaits;
    }

    private void await(Set<Role> waiting) {
        pendingRoles = waiting;
        if (waiting.isEmpty()) {
            pendingSince = null;
            pendingBy = null;
        }
    }

    /** Says what else the person is and where else they work; the user name stays. */
    void change(AccountDraft draft, StaffId by, Instant at, boolean managerWaits) {
        var before = draft();
        describe(draft, by, at, managerWaits);
        var what = new ArrayList<String>();
        if (!before.displayName().equals(displayName)) {
            what.add("name");
        }
        if (!before.roles().equals(draft().roles())) {
            what.add("roles now " + RolesColumn.names(draft().roles()));
        }
        if (!before.clinics().equals(clinics)) {
            what.add("clinics");
        }
        registerEvent(new AccountChanged(id(), String.join("; ", what)));
    }

    /** Notes that the person works at one clinic more, which they have just founded. */
    void worksAt(ClinicId clinic) {
        clinics.add(clinic);
        changedBy = id();
        registerEvent(new AccountChanged(id(), "clinics"));
    }

    /** Lets a role that was granted work, or takes it back. */
    void decide(Role role, boolean isConfirmed, StaffId by) {
        if (!pendingRoles.contains(role)) {
            throw new IllegalStateException("This role does not wait any more");
        }
        if (isConfirmed) {
            roles = with(roles, role);
        }
        await(pendingRoles.stream().filter(other -> other != role).collect(Collectors.toUnmodifiableSet()));
        changedBy = by;
        registerEvent(new RoleDecided(id(), role, isConfirmed));
    }

    private static Set<Role> with(Set<Role> some, Role one) {
        var all = new HashSet<>(some);
        all.add(one);
        return Set.copyOf(all);
    }

    /** Closes the door; the account itself stays, since records name it. */
    void switchOff(StaffId by) {
        move(AccountStatus.SWITCHED_OFF, by);
        registerEvent(new AccountSwitchedOff(id()));
    }

    /** Opens the door again: with the password of before, or for who has none yet by a new link. */
    void switchOn(StaffId by) {
        move(passwordSetAt == null ? AccountStatus.INVITED : AccountStatus.ACTIVE, by);
        registerEvent(new AccountSwitchedOn(id()));
    }

    private void move(AccountStatus next, StaffId by) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("This account is " + status.word().toLowerCase(Locale.ROOT) + " already");
        }
        status = next;
        changedBy = by;
    }

    /** Notes that a one-time link was made for it. */
    void linkMade(StaffId by) {
        if (status == AccountStatus.SWITCHED_OFF) {
            throw new IllegalStateException("Switch the account on before you make a link for it");
        }
        changedBy = by;
        registerEvent(new AccountLinkMade(id()));
    }

    /**
     * Takes the password that was chosen by the one-time link; from now on it signs in. Whoever made the link could have
     * used it, so what treats patients waits for a manager, who is told, also where one had confirmed it before; and so
     * does what a manager may do, where another manager is there to be asked.
     */
    void choosePassword(String hash, StaffId linkBy, Instant at, boolean managerWaits) {
        if (status == AccountStatus.SWITCHED_OFF) {
            throw new LinkOver();
        }
        hold(linkBy, at, managerWaits);
        status = AccountStatus.ACTIVE;
        passwordHash = hash;
        passwordSetAt = at;
        changedBy = id();
    }

    private void hold(StaffId linkBy, Instant at, boolean managerWaits) {
        var held = roles.stream().filter(role -> isAsked(role, managerWaits)).collect(Collectors.toUnmodifiableSet());
        if (!held.isEmpty()) {
            var waiting = new HashSet<>(pendingRoles);
            waiting.addAll(held);
            pendingRoles = Set.copyOf(waiting);
            pendingSince = at;
            pendingBy = linkBy;
            roles = roles.stream().filter(role -> !held.contains(role)).collect(Collectors.toUnmodifiableSet());
        }
        registerEvent(new PasswordChosen(id(), held));
    }

    /** The form in which user names are kept and compared. */
    static String asTyped(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    void rehash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    StaffId id() {
        return new StaffId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    boolean isActiveAdministrator() {
        return isActive() && roles.contains(Role.ADMIN);
    }

    Caller caller() {
        return new Caller(id(), username, displayName, roles, clinics);
    }

    StaffUser user() {
        return new StaffUser(caller(), passwordHash, new PasswordInUse(passwordSetAt), isActive());
    }

    AccountDraft draft() {
        var granted = new HashSet<>(roles);
        granted.addAll(pendingRoles);
        return new AccountDraft(username, displayName, Set.copyOf(granted), Set.copyOf(clinics));
    }

    AccountDetails details(@Nullable Instant linkUntil, String changedByName, boolean managerWaits) {
        var asked = draft().roles().stream()
                .filter(role -> isAsked(role, managerWaits))
                .collect(Collectors.toUnmodifiableSet());
        return new AccountDetails(id(), version(), draft(), status, pendingRoles, asked, linkUntil, changedByName);
    }

    @Nullable
    StaffId changedBy() {
        return changedBy;
    }

    boolean worksAtOneOf(Set<ClinicId> some) {
        return clinics.stream().anyMatch(some::contains);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected StaffAccount() {}
}
