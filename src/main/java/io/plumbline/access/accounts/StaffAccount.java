package io.plumbline.access.accounts;

import io.plumbline.access.signin.PasswordInUse;
import io.plumbline.access.signin.StaffUser;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "staff_account")
class StaffAccount extends AbstractAggregateRoot<StaffAccount> {
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

    @Embedded
    private GrantedRoles granted = new GrantedRoles();

    private @Nullable StaffId changedBy;
    private @Nullable Instant createdAt;
    private @Nullable StaffId createdBy;

    @Embedded
    private @Nullable DisplayChoice display;

    /** Creates an account that can sign in immediately. */
    static StaffAccount of(AccountDraft draft, String passwordHash, StaffId by, Instant at) {
        var account = described(StaffId.next(), draft, passwordHash, by, at, false);
        account.status = AccountStatus.ACTIVE;
        account.passwordSetAt = at;
        account.registerEvent(new AccountEvent.Created(account.id(), draft.roles()));
        return account;
    }

    /**
     * Creates an account whose owner has not chosen a password yet.
     *
     * @param id a new id, or the id of a practitioner in the directory who had no account
     * @param unusable a hash that matches no password, so that a failed sign-in takes as long as for other accounts
     * @param managerWaits whether another manager exists who can confirm the role of a manager
     */
    static StaffAccount invited(
            StaffId id, AccountDraft draft, String unusable, StaffId by, Instant at, boolean managerWaits) {
        var account = described(id, draft, unusable, by, at, managerWaits);
        account.status = AccountStatus.INVITED;
        account.registerEvent(new AccountEvent.Invited(account.id(), draft.roles()));
        return account;
    }

    private static StaffAccount described(
            StaffId id, AccountDraft draft, String hash, StaffId by, Instant at, boolean managerWaits) {
        var account = new StaffAccount();
        account.id = id.value();
        account.username = draft.requireUsername();
        account.passwordHash = hash;
        account.createdAt = at;
        account.createdBy = by;
        account.describe(draft, by, at, managerWaits);
        return account;
    }

    private void describe(AccountDraft draft, StaffId by, Instant at, boolean managerWaits) {
        draft.requireOneJob();
        displayName = draft.requireDisplayName();
        granted.grant(draft, by, at, managerWaits);
        changedBy = by;
    }

    /** Changes display name, roles and clinics. The user name cannot be changed. */
    void change(AccountDraft draft, StaffId by, Instant at, boolean managerWaits) {
        var before = draft();
        describe(draft, by, at, managerWaits);
        registerEvent(AccountEvent.Changed.between(id(), before, draft()));
    }

    /** Adds a clinic that the account's owner has just created; roles that are limited stay so. */
    void worksAt(ClinicId clinic) {
        granted.extendTo(clinic);
        changedBy = id();
        registerEvent(new AccountEvent.Changed(id(), "clinics"));
    }

    /** Confirms or declines a pending role, or its extension to those clinics that somebody decides on. */
    void decide(Role role, Predicate<ClinicId> theirs, boolean isConfirmed, StaffId by) {
        var extended = granted.decide(role, theirs, isConfirmed);
        changedBy = by;
        registerEvent(new AccountEvent.RoleDecided(id(), role, extended, isConfirmed));
    }

    Set<ClinicId> waitsAt(Role role) {
        return granted.waitsAt(role);
    }

    /** Deactivates the account. It is never deleted, because records refer to it. */
    void switchOff(StaffId by) {
        move(AccountStatus.SWITCHED_OFF, by);
        registerEvent(new AccountEvent.Deactivated(id()));
    }

    /** Reactivates the account with its previous password. An account that has none needs a new one-time link. */
    void switchOn(StaffId by) {
        move(passwordSetAt == null ? AccountStatus.INVITED : AccountStatus.ACTIVE, by);
        registerEvent(new AccountEvent.Reactivated(id()));
    }

    private void move(AccountStatus next, StaffId by) {
        if (!status.canBecome(next)) {
            throw new Refused("This account is " + status.label().toLowerCase(Locale.ROOT) + " already");
        }
        status = next;
        changedBy = by;
    }

    /**
     * Records that a one-time link was created for the account.
     *
     * @param isDeviceLost whether using it also removes two-step sign-in
     */
    void linkMade(StaffId by, boolean isDeviceLost) {
        if (status == AccountStatus.SWITCHED_OFF) {
            throw new Refused("Reactivate the account before you create a link for it");
        }
        changedBy = by;
        registerEvent(new AccountEvent.LinkCreated(id(), isDeviceLost));
    }

    /**
     * Sets the password chosen through the one-time link and activates the account. The creator of the link could have
     * used it, so clinical roles wait for a manager again, even if one confirmed them before, and a manager is
     * informed. The role of a manager also waits if another manager exists.
     */
    void choosePassword(String hash, StaffId linkBy, Instant at, boolean managerWaits) {
        if (status == AccountStatus.SWITCHED_OFF) {
            throw new LinkOver();
        }
        registerEvent(new AccountEvent.PasswordChosen(id(), granted.hold(linkBy, at, managerWaits)));
        status = AccountStatus.ACTIVE;
        passwordHash = hash;
        passwordSetAt = at;
        changedBy = id();
    }

    /** Sets another password that the owner of the account chose, who gave the present one. */
    void changePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordSetAt = at;
        changedBy = id();
        registerEvent(new AccountEvent.PasswordChanged(id()));
    }

    /**
     * Records that the account was linked to a person at the provider of single sign-on. Whoever wrote down the e-mail
     * address could have named themselves, so the roles wait for a manager again, as after a one-time link.
     *
     * @param by who wrote down by which address the person is known
     */
    void linkToProvider(StaffId by, Instant at, boolean managerWaits) {
        registerEvent(new AccountEvent.ProviderLinked(id(), granted.hold(by, at, managerWaits)));
    }

    /** Records that the owner of the account, who had signed in, linked it to the provider; their roles stay. */
    void connectToProvider() {
        registerEvent(new AccountEvent.ProviderLinked(id(), Set.of()));
    }

    /** Activates an invited account, whose owner signs in through the provider and needs no password. */
    void admitByProvider() {
        if (status == AccountStatus.INVITED) {
            status = AccountStatus.ACTIVE;
            changedBy = id();
        }
    }

    boolean isSwitchedOff() {
        return status == AccountStatus.SWITCHED_OFF;
    }

    StaffId createdBy() {
        return createdBy == null ? CurrentUser.SYSTEM.staff() : createdBy;
    }

    /** Normalizes a user name for storage and comparison. */
    static String asTyped(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    void rehash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    String username() {
        return username;
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
        return isActive() && granted.inEffect().contains(Role.ADMIN);
    }

    /** Sets how dates and times are shown to the owner of the account. */
    void chooseDisplay(DisplayChoice choice) {
        display = choice;
        changedBy = id();
        registerEvent(new AccountEvent.DisplayChosen(id(), choice));
    }

    DisplayChoice displayChoice() {
        return display == null ? DisplayChoice.NONE : display;
    }

    Set<ClinicId> clinics() {
        return granted.clinics();
    }

    /** @param country of the clinics, for the formats that the person did not choose */
    CurrentUser currentUser(String country) {
        return new CurrentUser(
                id(),
                username,
                displayName,
                granted.inEffect(),
                granted.clinics(),
                granted.limits(),
                DisplayFormats.of(country).with(displayChoice()));
    }

    StaffUser user(String country) {
        return new StaffUser(currentUser(country), passwordHash, new PasswordInUse(passwordSetAt), isActive());
    }

    AccountDraft draft() {
        return new AccountDraft(username, displayName, granted.all(), granted.clinics(), granted.wantedLimits());
    }

    AccountDetails details(AccountLinkStore.Access access, String changedByName, boolean managerWaits) {
        return new AccountDetails(
                id(),
                version(),
                draft(),
                status,
                granted.pending(),
                granted.extended(),
                granted.asked(managerWaits),
                access.until(),
                access.hasFactor(),
                changedByName);
    }

    @Nullable
    StaffId changedBy() {
        return changedBy;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected StaffAccount() {}
}
