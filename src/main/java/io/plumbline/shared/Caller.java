package io.plumbline.shared;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking: the signed-in member of staff, or the portal itself.
 *
 * @param username what the person signs in with
 * @param displayName the name that colleagues read
 * @param clinics where the person works; empty for the auditor, the administrator and the portal
 */
public record Caller(StaffId staff, String username, String displayName, Set<Role> roles, Set<ClinicId> clinics)
        implements AuthenticatedPrincipal, Serializable {

    /** The portal itself, the actor of jobs and of the public form. */
    public static final Caller SYSTEM = new Caller(
            new StaffId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
            "system",
            Role.SYSTEM.title(),
            Set.of(Role.SYSTEM),
            Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        clinics = Set.copyOf(clinics);
    }

    /**
     * Who is asking now.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
    }

    /** Whether who is asking now holds a permission; for a screen that shows only what its person can do. */
    public static boolean may(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> permission.equals(authority.getAuthority()));
    }

    /** Whether this person holds the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether this person treats patients, and so sees them by relation. */
    public boolean isClinician() {
        return roles.stream().anyMatch(Role::isClinical);
    }

    /** Whether this person sees the patients of their clinics, without clinical content. */
    public boolean seesByClinic() {
        return has(Role.MANAGER) || has(Role.FRONT_DESK);
    }

    @Override
    public String getName() {
        return username;
    }
}
