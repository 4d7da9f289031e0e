package io.plumbline.access.accounts;

import io.plumbline.access.RolesColumn;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Role;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Audit events of a staff account. */
public sealed interface AccountEvent extends Recorded {
    /** Returns the account: that of the actor, unless the event names it. */
    default StaffId account() {
        return Objects.requireNonNull(actor());
    }

    @Override
    default UUID subject() {
        return account().value();
    }

    /**
     * An account was changed.
     *
     * @param detail the changed fields, and the roles that the account has now
     */
    record Changed(StaffId account, String detail) implements AccountEvent {
        /** Returns what changed between two drafts of an account. */
        static Changed between(StaffId account, AccountDraft before, AccountDraft now) {
            var what = new ArrayList<String>();
            if (!before.displayName().equals(now.displayName())) {
                what.add("name");
            }
            if (!before.roles().equals(now.roles())) {
                what.add("roles now " + RolesColumn.names(now.roles()));
            }
            if (!before.clinics().equals(now.clinics())) {
                what.add("clinics");
            }
            if (!before.limits().equals(now.limits())) {
                what.add(
                        now.limits().areNone()
                                ? "each role at all clinics"
                                : "roles by clinic: " + byClinic(now.limits()));
            }
            return new Changed(account, String.join("; ", what));
        }

        private static String byClinic(Role.Limits limits) {
            return limits.byRole().entrySet().stream()
                    .map(limit -> at(limit.getKey(), limit.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    /** An account with a password was created. */
    record Created(StaffId account, Set<Role> roles) implements AccountEvent {
        @Override
        public String detail() {
            return roles.stream().map(Role::name).sorted().collect(Collectors.joining(", ", "roles ", ""));
        }
    }

    /** A person was invited to an account. */
    record Invited(StaffId account, Set<Role> roles) implements AccountEvent {
        @Override
        public String detail() {
            return "roles " + RolesColumn.names(roles);
        }
    }

    /** The owner of an account chose how dates and times are shown. */
    record DisplayChosen(StaffId account, DisplayChoice choice) implements AccountEvent {
        @Override
        public String detail() {
            return choice.equals(DisplayChoice.NONE) ? "as the clinic" : choice.names();
        }
    }

    /**
     * A one-time link was created for an account; an older link is void.
     *
     * @param isDeviceLost whether using it also removes two-step sign-in
     */
    @StoredKind("account.link-made")
    record LinkCreated(StaffId account, boolean isDeviceLost) implements AccountEvent {
        @Override
        public String detail() {
            return isDeviceLost ? "also removes two-step sign-in" : "";
        }
    }

    /** An account was deactivated; listeners release what is reserved for its owner. */
    @StoredKind("account.switched-off")
    record Deactivated(StaffId account) implements AccountEvent {}

    /** A deactivated account was reactivated. */
    @StoredKind("account.switched-on")
    record Reactivated(StaffId account) implements AccountEvent {}

    /**
     * The owner of an account chose a password through its one-time link.
     *
     * @param held the roles that wait for a manager since then
     */
    record PasswordChosen(StaffId actor, Set<Role> held) implements AccountEvent {
        @Override
        public String detail() {
            return toBeConfirmedAgain(held);
        }
    }

    /** An account was linked to a person at the provider of single sign-on; its roles may wait for a manager again. */
    record ProviderLinked(StaffId account, Set<Role> held) implements AccountEvent {
        @Override
        public String detail() {
            return toBeConfirmedAgain(held);
        }
    }

    /** An administrator wrote down by which e-mail address the provider knows a person, or removed the link. */
    @StoredKind("account.provider-address")
    record ProviderAddressChanged(StaffId account, String detail) implements AccountEvent {}

    /** The owner of an account changed its password, which ends their other sessions. */
    record PasswordChanged(StaffId actor) implements AccountEvent {}

    /**
     * A manager confirmed or declined a role that an administrator granted.
     *
     * @param clinics those to which the role was extended; empty for a role that the account did not have
     */
    record RoleDecided(StaffId account, Role role, Set<ClinicId> clinics, boolean isConfirmed) implements AccountEvent {
        @Override
        public String kind() {
            return isConfirmed ? "role.confirmed" : "role.declined";
        }

        @Override
        public String detail() {
            return clinics.isEmpty() ? role.name() : at(role, clinics);
        }
    }

    private static String at(Role role, Set<ClinicId> clinics) {
        return clinics.stream()
                .map(ClinicId::toString)
                .sorted()
                .collect(Collectors.joining(" and ", role.name() + " at ", ""));
    }

    private static String toBeConfirmedAgain(Set<Role> held) {
        return held.isEmpty() ? "" : "to be confirmed again: " + RolesColumn.names(held);
    }
}
