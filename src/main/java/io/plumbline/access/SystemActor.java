package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Runs jobs and requests from the public form as the portal itself, with its few permissions. */
@Component
public class SystemActor {
    /** Runs an action as the portal and restores the previous security context afterwards. */
    public <T> T call(Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        var authorities = AuthorityUtils.createAuthorityList(PermissionTable.of(CurrentUser.SYSTEM.roles()));
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(CurrentUser.SYSTEM, null, authorities)));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
