package io.plumbline.support;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs a test signed in as one of the demo accounts. */
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = WithStaff.Factory.class)
public @interface WithStaff {
    /** The user name. */
    String value();

    class Factory implements WithSecurityContextFactory<WithStaff> {
        private final Staff staff;

        Factory(Staff staff) {
            this.staff = staff;
        }

        @Override
        public SecurityContext createSecurityContext(WithStaff who) {
            return contextOf(staff.authentication(who.value()));
        }

        static SecurityContext contextOf(Authentication person) {
            // the browserless tests' own request knows roles with Spring's default prefix only
            var authorities = person.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .flatMap(permission -> Stream.of(permission, "ROLE_" + permission))
                    .toArray(String[]::new);
            return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    person.getPrincipal(), null, AuthorityUtils.createAuthorityList(authorities)));
        }
    }
}
