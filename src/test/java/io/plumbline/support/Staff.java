package io.plumbline.support;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import io.plumbline.access.SystemActor;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Lets a test do something as one of the staff, without the time that a password costs. A name means a person of the
 * test class, if it has one of that name.
 */
@Component
public class Staff {
    private final UserDetailsService users;
    private final SystemActor system;
    private final ObjectProvider<TestClassScope> testClass;

    /** @param testClass none in the portal of an instrument, whose people have one name each */
    Staff(UserDetailsService users, SystemActor system, ObjectProvider<TestClassScope> testClass) {
        this.users = users;
        this.system = system;
        this.testClass = testClass;
    }

    public <T> T as(String who, Supplier<T> action) {
        if (who.equals("system")) {
            return system.call(action);
        }
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication(who)));
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The same in the thread of a screen, where Vaadin answers with the person of the session before it asks the thread. */
    public <T> T onScreenOf(String who, Supplier<T> action) {
        var http = new MockHttpSession();
        http.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication(who)));
        var session = mock(VaadinSession.class);
        when(session.getSession()).thenReturn(new WrappedHttpSession(http));
        var before = VaadinSession.getCurrent();
        VaadinSession.setCurrent(session);
        try {
            return action.get();
        } finally {
            VaadinSession.setCurrent(before);
        }
    }

    public void doAs(String who, Runnable action) {
        as(who, () -> {
            action.run();
            return true;
        });
    }

    /** Signs somebody in for the rest of a browserless test, who was made by the test; see {@link WithStaff}. */
    public void signIn(String who) {
        SecurityContextHolder.setContext(WithStaff.Factory.contextOf(authentication(who)));
    }

    /** The user name with which somebody signs in: that of the test class's own person, if it has one of that name. */
    public String username(String who) {
        var own = testClass.getIfAvailable();
        return own == null ? who : own.nameOf(who);
    }

    /** How somebody is signed in, as the portal itself makes it. */
    public Authentication authentication(String who) {
        if (who.equals("nobody")) {
            return new AnonymousAuthenticationToken(
                    "key", "anonymous", AuthorityUtils.createAuthorityList("anonymous"));
        }
        var account = users.loadUserByUsername(username(who));
        return UsernamePasswordAuthenticationToken.authenticated(
                io.plumbline.access.Accounts.currentUserOf(account), null, account.getAuthorities());
    }
}
