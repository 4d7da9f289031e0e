package io.plumbline.access;

import io.plumbline.shared.Caller;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Lets a job, or what comes in by the public form, act as the portal itself, with the few permissions it holds. */
@Component
public class SystemActor {
    /** Does something as the portal and gives the thread back to who had it. */
    public <T> T call(Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        var authorities = AuthorityUtils.createAuthorityList(PermissionTable.of(Caller.SYSTEM.roles()));
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(Caller.SYSTEM, null, authorities)));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
