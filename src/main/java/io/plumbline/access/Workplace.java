package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A clinic at which an account works, and which of its roles do not hold there.
 *
 * @param without the roles that do not hold at this clinic
 * @param waiting those of them that an administrator extended to this clinic and a manager of it has to confirm
 */
@Embeddable
public record Workplace(
        @Column(name = "clinic_id") ClinicId clinic,

        @Convert(converter = RolesColumn.class) @Column(name = "without_roles")
        Set<Role> without,

        @Convert(converter = RolesColumn.class) @Column(name = "waiting_roles")
        Set<Role> waiting) {
    public Workplace {
        without = Set.copyOf(without);
        waiting = Set.copyOf(waiting);
    }

    /** Returns the workplace as an administrator wants it: with the roles that wait for a manager. */
    public Workplace asWanted() {
        return new Workplace(clinic, minus(without, waiting), Set.of());
    }

    /** Returns the workplace after a manager decided on a role that was extended to it. */
    public Workplace decided(Role role, boolean isConfirmed) {
        return new Workplace(
                clinic, isConfirmed ? minus(without, Set.of(role)) : without, minus(waiting, Set.of(role)));
    }

    /** Returns the workplace where some roles are wanted as a whole, and no longer by clinic. */
    public Workplace asWhole(Set<Role> wanted) {
        var extended = waiting.stream().filter(wanted::contains).collect(Collectors.toUnmodifiableSet());
        return new Workplace(clinic, minus(without, extended), minus(waiting, extended));
    }

    private static Set<Role> minus(Set<Role> some, Set<Role> others) {
        return some.stream().filter(role -> !others.contains(role)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the condition that one of some roles of an account holds at a workplace.
     *
     * @param account the alias of the account in the statement
     * @param place the alias of the workplace in the statement
     */
    public static String holds(String account, String place, Role... some) {
        return Set.of(some).stream()
                .sorted()
                .map(role -> "%1$s.roles like '%%%3$s%%' and %2$s.without_roles not like '%%%3$s%%'"
                        .formatted(account, place, role.name()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Returns the limits of roles that the workplaces of an account say. */
    public static Role.Limits limits(Collection<Role> roles, Collection<Workplace> places) {
        var limits = new HashMap<Role, Set<ClinicId>>();
        for (var role : roles) {
            var at = new HashSet<ClinicId>();
            places.stream().filter(place -> !place.without.contains(role)).forEach(place -> at.add(place.clinic));
            if (at.size() < places.size()) {
                limits.put(role, at);
            }
        }
        return new Role.Limits(limits);
    }
}
