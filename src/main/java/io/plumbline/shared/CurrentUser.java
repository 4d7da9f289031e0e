package io.plumbline.shared;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The signed-in staff member, or the system. Of a user whose roles do not hold at all their
 * clinics, a service sees only the roles that grant what it requires, and their clinics ({@link #within}).
 *
 * @param username the name used to sign in
 * @param displayName the name shown to colleagues
 * @param clinics where a role of the person holds; empty for auditors, administrators, and the system
 * @param limits the roles that do not hold at all of these clinics
 * @param formats how dates and times are shown to the person and read from them
 */
public record CurrentUser(
        StaffId staff,
        String username,
        String displayName,
        Set<Role> roles,
        Set<ClinicId> clinics,
        Role.Limits limits,
        DisplayFormats formats)
        implements AuthenticatedPrincipal, Serializable {

    /** The system, as the actor of jobs and of the public form. */
    public static final CurrentUser SYSTEM = new CurrentUser(
            new StaffId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
            "system",
            Role.SYSTEM.title(),
            Set.of(Role.SYSTEM),
            Set.of(),
            DisplayFormats.INTERNATIONAL);

    private static final ScopedValue<Set<Role>> WITHIN = ScopedValue.newInstance();

    public CurrentUser {
        roles = Set.copyOf(roles);
        var own = Set.copyOf(clinics);
        // a clinic of which every role waits for confirmation is not theirs yet, whatever the other roles grant
        // elsewhere
        clinics = limits.areNone() ? own : held(roles, own, limits);
        limits = limits.within(roles, clinics);
    }

    private static Set<ClinicId> held(Set<Role> roles, Set<ClinicId> clinics, Role.Limits limits) {
        return roles.stream()
                .flatMap(role -> limits.clinicsOf(role, clinics).stream())
                .filter(clinics::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Creates a user whose roles hold at all their clinics. */
    public CurrentUser(
            StaffId staff,
            String username,
            String displayName,
            Set<Role> roles,
            Set<ClinicId> clinics,
            DisplayFormats formats) {
        this(staff, username, displayName, roles, clinics, Role.Limits.NONE, formats);
    }

    /**
     * Returns the current user.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    public static CurrentUser current() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /** Returns the current user; empty if nobody is signed in. */
    public static Optional<CurrentUser> find() {
        return signedIn().map(user -> WITHIN.isBound() ? user.only(WITHIN.get()) : user);
    }

    /** Returns the current user with all their clinics, whatever service is running; empty if nobody is signed in. */
    public static Optional<CurrentUser> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** Returns whether the current user has a permission; for screens that show only the permitted actions. */
    public static boolean may(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> permission.equals(authority.getAuthority()));
    }

    /**
     * Runs an action for which the current user has only some of their roles, and the clinics of these. Within another such action only
     * the roles that both name count; where that is none, those of the inner one.
     *
     * @param granting the roles that grant what the action does
     */
    public static <T, X extends Throwable> T within(
            Collection<Role> granting, ScopedValue.CallableOp<? extends T, X> action) throws X {
        var user = signedIn();
        if (user.isEmpty() || user.get().limits.areNone()) {
            return action.call();
        }
        var inner = user.get().among(granting);
        var both = WITHIN.isBound()
                ? inner.stream().filter(WITHIN.get()::contains).collect(Collectors.toUnmodifiableSet())
                : inner;
        return ScopedValue.where(WITHIN, both.isEmpty() ? inner : both).call(action);
    }

    private Set<Role> among(Collection<Role> some) {
        return roles.stream().filter(some::contains).collect(Collectors.toUnmodifiableSet());
    }

    private CurrentUser only(Set<Role> some) {
        if (limits.areNone() || some.containsAll(roles)) {
            return this;
        }
        var granted = among(some);
        var byRole = granted.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), role -> limits.clinicsOf(role, clinics)));
        return new CurrentUser(
                staff, username, displayName, granted, clinicsAs(granted), new Role.Limits(byRole), formats);
    }

    /** Returns the current user with other formats. */
    public CurrentUser with(DisplayFormats others) {
        return new CurrentUser(staff, username, displayName, roles, clinics, limits, others);
    }

    /** Returns the current user with other roles, clinics and limits. */
    public CurrentUser with(Set<Role> otherRoles, Set<ClinicId> otherClinics, Role.Limits otherLimits) {
        return new CurrentUser(staff, username, displayName, otherRoles, otherClinics, otherLimits, formats);
    }

    /** Returns the clinics at which the current user has one of these roles. */
    public Set<ClinicId> clinicsAs(Role... some) {
        return clinicsAs(Arrays.asList(some));
    }

    /** Returns the clinics at which the current user has one of these roles. */
    public Set<ClinicId> clinicsAs(Collection<Role> some) {
        return among(some).stream()
                .flatMap(role -> limits.clinicsOf(role, clinics).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the order in which one of several clinics is chosen: the person's own first, and always the same. */
    public Comparator<ClinicId> ownClinicsFirst() {
        return Comparator.comparing((ClinicId clinic) -> !clinics.contains(clinic))
                .thenComparing(ClinicId::value);
    }

    /** Returns the clinics whose patients the current user sees without clinical content, as manager or front desk. */
    public Set<ClinicId> clinicsSeen() {
        return clinicsAs(Role.MANAGER, Role.FRONT_DESK);
    }

    /** Returns the clinics at which the person treats, but not with the roles that count here; empty without limits. */
    public Set<ClinicId> clinicsTreatedOtherwise() {
        if (limits.areNone() && !WITHIN.isBound()) {
            return Set.of();
        }
        var here = clinicsAs(Role.CHIROPRACTOR, Role.THERAPIST);
        return signedIn().filter(whole -> whole.staff.equals(staff)).stream()
                .flatMap(whole -> whole.clinicsAs(Role.CHIROPRACTOR, Role.THERAPIST).stream())
                .filter(clinic -> !here.contains(clinic))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether the current user sees patients by clinic at some clinics, and at others only those whom they treat. */
    public boolean seesBothWays() {
        return isClinician() && seesByClinic() && !clinicsSeen().containsAll(clinics);
    }

    /** Returns whether the current user has the role, at whichever clinic; {@link #clinicsAs} says where. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Returns whether the current user has the role and it is not limited to other clinics. */
    public boolean has(Role role, ClinicId clinic) {
        return has(role) && limits.clinicsOf(role, Set.of(clinic)).contains(clinic);
    }

    /** Returns whether the current user treats patients and therefore sees patients by relation. */
    public boolean isClinician() {
        return roles.stream().anyMatch(Role::isClinical);
    }

    /**
     * Returns whether the current user sees patients by clinic, at whichever; {@link #clinicsSeen} says where. Without clinical
     * content.
     */
    public boolean seesByClinic() {
        return has(Role.MANAGER) || has(Role.FRONT_DESK);
    }

    @Override
    public String getName() {
        return username;
    }
}
