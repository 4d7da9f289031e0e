package io.plumbline.shared;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The caller: the signed-in staff member, or the system.
 *
 * @param username the name used to sign in
 * @param displayName the name shown to colleagues
 * @param clinics where the person works; empty for auditors, administrators, and the system
 * @param formats how dates and times are shown to the person and read from them
 */
public record Caller(
        StaffId staff,
        String username,
        String displayName,
        Set<Role> roles,
        Set<ClinicId> clinics,
        DisplayFormats formats)
        implements AuthenticatedPrincipal, Serializable {

    /** The system, as the actor of jobs and of the public form. */
    public static final Caller SYSTEM = new Caller(
            new StaffId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
            "system",
            Role.SYSTEM.title(),
            Set.of(Role.SYSTEM),
            Set.of(),
            DisplayFormats.INTERNATIONAL);

    public Caller {
        roles = Set.copyOf(roles);
        clinics = Set.copyOf(clinics);
    }

    /**
     * Returns the current caller.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    public static Caller current() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /** Returns the current caller; empty if nobody is signed in. */
    public static Optional<Caller> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Returns whether the current caller has a permission; for screens that show only the permitted actions. */
    public static boolean may(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> permission.equals(authority.getAuthority()));
    }

    /** Returns the caller with other formats. */
    public Caller with(DisplayFormats others) {
        return new Caller(staff, username, displayName, roles, clinics, others);
    }

    /** Returns whether the caller has the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Returns whether the caller treats patients and therefore sees patients by relation. */
    public boolean isClinician() {
        return roles.stream().anyMatch(Role::isClinical);
    }

    /** Returns whether the caller sees the patients of their clinics, without clinical content. */
    public boolean seesByClinic() {
        return has(Role.MANAGER) || has(Role.FRONT_DESK);
    }

    @Override
    public String getName() {
        return username;
    }
}
