package io.plumbline.shared;

import io.plumbline.shared.ids.ClinicId;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The role of a staff member. Only the {@code access} module knows what each role may do. */
public enum Role {
    MANAGER("Clinic manager"),
    FRONT_DESK("Front desk"),
    CHIROPRACTOR("Chiropractor"),
    THERAPIST("Therapist"),
    AUDITOR("Auditor"),
    ADMIN("Administrator"),
    /** The system: jobs and requests from the public form. Nobody signs in with it. */
    SYSTEM("Plumbline");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** Returns the title shown on screen. */
    public String title() {
        return title;
    }

    /** Returns whether this role treats patients and therefore sees them by relation, not by clinic. */
    public boolean isClinical() {
        return this == CHIROPRACTOR || this == THERAPIST;
    }

    /**
     * At which clinics of an account each of its roles holds.
     *
     * @param byRole the clinics of the roles that are limited; every other role holds at all clinics of the account
     */
    public record Limits(Map<Role, Set<ClinicId>> byRole) implements Serializable {
        /** Every role holds at all clinics. */
        public static final Limits NONE = new Limits(Map.of());

        public Limits {
            byRole = byRole.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, limit -> Set.copyOf(limit.getValue())));
        }

        /** Returns the limits of these roles at these clinics alone; a role that holds at all of them has none. */
        public Limits within(Collection<Role> roles, Set<ClinicId> clinics) {
            var kept = new HashMap<Role, Set<ClinicId>>();
            byRole.forEach((role, limit) -> {
                if (roles.contains(role) && !limit.containsAll(clinics)) {
                    kept.put(role, limit.stream().filter(clinics::contains).collect(Collectors.toUnmodifiableSet()));
                }
            });
            return new Limits(kept);
        }

        /** Returns at which clinics a role holds. */
        public Set<ClinicId> clinicsOf(Role role, Set<ClinicId> clinics) {
            return byRole.getOrDefault(role, clinics);
        }

        /** Returns whether every role holds at all clinics. */
        public boolean areNone() {
            return byRole.isEmpty();
        }
    }
}
