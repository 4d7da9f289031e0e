package io.plumbline.access.accounts;

import io.plumbline.access.RolesColumn;
import io.plumbline.access.Workplace;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The roles that an account was granted, and the clinics at which they hold. Clinical roles need confirmation by a
 * manager, and again at each clinic to which they are extended; so does the role of a manager if another manager
 * exists. Until then they wait and give no permissions. Other roles take effect immediately.
 */
@Embeddable
class GrantedRoles {
    @Convert(converter = RolesColumn.class)
    private Set<Role> roles = Set.of();

    @Convert(converter = RolesColumn.class)
    private Set<Role> pendingRoles = Set.of();

    private @Nullable Instant pendingSince;
    private @Nullable StaffId pendingBy;

    @ElementCollection
    @CollectionTable(name = "staff_account_clinic", joinColumns = @JoinColumn(name = "staff_id"))
    private Set<Workplace> workplaces = new HashSet<>();

    /** Creates the roles of an account that was granted none yet. */
    GrantedRoles() {}

    /**
     * Grants the roles and clinics of a draft, and withdraws all others.
     *
     * @param managerWaits whether another manager exists who can confirm the role of a manager
     */
    void grant(AccountDraft draft, StaffId by, Instant at, boolean managerWaits) {
        var places = WorkplacePlan.of(draft, roles, workplaces);
        Predicate<Role> waits =
                role -> isAsked(role, managerWaits) && (!roles.contains(role) || places.isNowhere(role));
        var waiting = draft.roles().stream().filter(waits).collect(Collectors.toUnmodifiableSet());
        var next = places.without(waiting);
        if (!pendingRoles.containsAll(waiting) || WorkplacePlan.areMoreWaiting(workplaces, next)) {
            pendingSince = at;
            pendingBy = by;
        }
        roles = draft.roles().stream().filter(waits.negate()).collect(Collectors.toUnmodifiableSet());
        work(next);
        await(waiting);
    }

    private static boolean isAsked(Role role, boolean managerWaits) {
        return role.isClinical() || role == Role.MANAGER && managerWaits;
    }

    /** Keeps the rows where nothing changes, so that none is written. */
    private void work(Set<Workplace> next) {
        if (!workplaces.equals(next)) {
            workplaces.clear();
            workplaces.addAll(next);
        }
    }

    private void await(Set<Role> waiting) {
        pendingRoles = waiting;
        if (waiting.isEmpty()
                && workplaces.stream().allMatch(place -> place.waiting().isEmpty())) {
            pendingSince = null;
            pendingBy = null;
        }
    }

    /** Adds a clinic; roles that are limited stay so. */
    void extendTo(ClinicId clinic) {
        workplaces.add(new Workplace(clinic, wantedLimits().byRole().keySet(), Set.of()));
    }

    /**
     * Confirms or declines a pending role; or of a role that was extended to more clinics, those of them that somebody
     * decides on.
     *
     * @return the clinics to which the role was extended; empty for a role that the account did not have
     * @throws Refused if the role does not wait there
     */
    Set<ClinicId> decide(Role role, Predicate<ClinicId> theirs, boolean isConfirmed) {
        var isPending = pendingRoles.contains(role);
        var extended = isPending ? Set.<ClinicId>of() : decideAtClinics(role, theirs, isConfirmed);
        if (isPending && isConfirmed) {
            roles = with(roles, Set.of(role));
        }
        await(without(pendingRoles, Set.of(role)));
        return extended;
    }

    private Set<ClinicId> decideAtClinics(Role role, Predicate<ClinicId> theirs, boolean isConfirmed) {
        var extended =
                extendedBy(role).filter(place -> theirs.test(place.clinic())).collect(Collectors.toUnmodifiableSet());
        if (extended.isEmpty()) {
            throw new Refused("This role no longer awaits confirmation");
        }
        extended.forEach(place -> {
            workplaces.remove(place);
            workplaces.add(place.decided(role, isConfirmed));
        });
        return clinics(extended);
    }

    /**
     * Makes the roles that a manager confirms wait again, even if one confirmed them before, because somebody other than
     * the owner could have taken over the account.
     *
     * @param by who could have
     * @param managerWaits whether another manager exists who can confirm the role of a manager
     * @return the roles that wait since then
     */
    Set<Role> hold(StaffId by, Instant at, boolean managerWaits) {
        var held = asked(roles, managerWaits);
        if (!held.isEmpty()) {
            work(workplaces.stream().map(place -> place.asWhole(held)).collect(Collectors.toUnmodifiableSet()));
            pendingRoles = with(pendingRoles, held);
            pendingSince = at;
            pendingBy = by;
            roles = without(roles, held);
        }
        return held;
    }

    /** Returns the roles in effect. */
    Set<Role> inEffect() {
        return roles;
    }

    /** Returns the roles that wait for a manager as a whole, and not by clinic. */
    Set<Role> pending() {
        return pendingRoles;
    }

    /** Returns all roles, with those that wait for a manager. */
    Set<Role> all() {
        return with(roles, pendingRoles);
    }

    /** Returns those of all roles that wait, or would wait again, for a manager. */
    Set<Role> asked(boolean managerWaits) {
        return asked(all(), managerWaits);
    }

    private static Set<Role> asked(Set<Role> some, boolean managerWaits) {
        return some.stream().filter(role -> isAsked(role, managerWaits)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the clinics at which the account works. */
    Set<ClinicId> clinics() {
        return clinics(workplaces);
    }

    private static Set<ClinicId> clinics(Set<Workplace> places) {
        return places.stream().map(Workplace::clinic).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the limits of the roles in effect. */
    Role.Limits limits() {
        return Workplace.limits(roles, workplaces);
    }

    /** Returns the limits of all roles as an administrator wants them: as if none waited for a manager. */
    Role.Limits wantedLimits() {
        return Workplace.limits(
                all(), workplaces.stream().map(Workplace::asWanted).toList());
    }

    /** Returns where a role waits for confirmation: at the clinics to which it was extended, or where it is wanted. */
    Set<ClinicId> waitsAt(Role role) {
        return pendingRoles.contains(role)
                ? wantedLimits().clinicsOf(role, clinics())
                : extendedBy(role).map(Workplace::clinic).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Workplace> extendedBy(Role role) {
        return workplaces.stream().filter(place -> place.waiting().contains(role));
    }

    /** Returns the roles that wait at clinics to which they were extended, and at which. */
    Map<Role, Set<ClinicId>> extended() {
        return workplaces.stream()
                .flatMap(place -> place.waiting().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::waitsAt));
    }

    private static Set<Role> with(Set<Role> some, Set<Role> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<Role> without(Set<Role> some, Set<Role> others) {
        return some.stream().filter(role -> !others.contains(role)).collect(Collectors.toUnmodifiableSet());
    }
}
