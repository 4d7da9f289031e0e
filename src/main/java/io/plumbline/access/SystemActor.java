package io.plumbline.access;

import com.vaadin.flow.server.VaadinSession;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Runs jobs, requests from the public form and what follows from an act of a person as the portal itself, with its few
 * permissions. It does so also in the thread of a screen, where Vaadin answers with the signed-in person of the session
 * before it looks at the context of the thread: the session is therefore not the current one while the portal acts.
 */
@Component
public class SystemActor {
    /** Runs an action as the portal and restores the previous security context afterwards. */
    public <T> T call(Supplier<T> action) {
        return call(CurrentUser.SYSTEM, action);
    }

    /** Does the same with an action that has no result. */
    public void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /**
     * Runs an action as the portal, which reads no more of patients than the front desk of a clinic does: not the names of
     * sensitive patients, and no alerts for clinicians. It has the portal's permissions, not those of the front desk.
     *
     * @param formats how dates and times are written
     */
    public <T> T callWithinDeskOf(ClinicId clinic, DisplayFormats formats, Supplier<T> action) {
        var desk = new CurrentUser(
                CurrentUser.SYSTEM.staff(),
                CurrentUser.SYSTEM.username(),
                CurrentUser.SYSTEM.displayName(),
                Set.of(Role.FRONT_DESK),
                Set.of(clinic),
                formats);
        return call(desk, action);
    }

    private static <T> T call(CurrentUser user, Supplier<T> action) {
        var screen = VaadinSession.getCurrent();
        VaadinSession.setCurrent(null);
        var before = SecurityContextHolder.getContext();
        var authorities = AuthorityUtils.createAuthorityList(PermissionTable.of(CurrentUser.SYSTEM.roles()));
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities)));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
            VaadinSession.setCurrent(screen);
        }
    }
}
