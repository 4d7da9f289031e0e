package io.plumbline.support;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
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
            return new SecurityContextImpl(staff.authentication(who.value()));
        }
    }
}
