package io.plumbline.access.accounts;

import io.plumbline.access.Workplace;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The workplaces that a draft asks for. A clinical role that holds already waits at each clinic to which the draft
 * extends it.
 */
record WorkplacePlan(AccountDraft draft, Set<Workplace> places) {

    /**
     * Plans the workplaces of a draft.
     *
     * @param held the roles that the account has now
     * @param now the workplaces that it has now
     */
    static WorkplacePlan of(AccountDraft draft, Set<Role> held, Collection<Workplace> now) {
        var next = new HashSet<Workplace>();
        for (var clinic : draft.clinics()) {
            var without = new HashSet<Role>();
            var waiting = new HashSet<Role>();
            for (var role : draft.roles()) {
                var isWanted = draft.clinicsOf(role).contains(clinic);
                var waits = isWanted
                        && role.isClinical()
                        && held.contains(role)
                        && now.stream()
                                .noneMatch(place -> place.clinic().equals(clinic)
                                        && !place.without().contains(role));
                if (!isWanted || waits) {
                    without.add(role);
                }
                if (waits) {
                    waiting.add(role);
                }
            }
            next.add(new Workplace(clinic, without, waiting));
        }
        return new WorkplacePlan(draft, next);
    }

    /** Returns whether a role waits at each clinic for which it is asked. */
    boolean isNowhere(Role role) {
        return !places.isEmpty()
                && places.stream().allMatch(place -> place.without().contains(role));
    }

    /** Returns the workplaces where some roles wait as a whole, and not by clinic. */
    Set<Workplace> without(Set<Role> pending) {
        return places.stream().map(place -> place.asWhole(pending)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a role waits at a clinic at which it did not wait before. */
    static boolean areMoreWaiting(Collection<Workplace> before, Collection<Workplace> next) {
        return next.stream()
                .anyMatch(place -> place.waiting().stream().anyMatch(role -> !isWaiting(before, place.clinic(), role)));
    }

    private static boolean isWaiting(Collection<Workplace> some, ClinicId clinic, Role role) {
        return some.stream()
                .anyMatch(place ->
                        place.clinic().equals(clinic) && place.waiting().contains(role));
    }
}
