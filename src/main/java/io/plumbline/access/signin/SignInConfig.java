package io.plumbline.access.signin;

import java.util.Map;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Configures authentication and method security. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignInConfig {
    static final String ARGON2 = "argon2@SpringSecurity_v5_8";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Memory and passes as ASVS 5.0 asks for in its appendix C: three passes from 12 MB on. */
    private static final int MEMORY_KB = 16 * 1024;

    private static final int PASSES = 3;

    /** Hashes new passwords with Argon2id; accepts bcrypt and fewer passes, and rehashes them at the next sign-in. */
    @Bean
    static PasswordEncoder passwordEncoder() {
        return new FewHashesAtOnce(new DelegatingPasswordEncoder(
                ARGON2,
                Map.of(
                        ARGON2,
                        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KB, PASSES),
                        "bcrypt",
                        new BCryptPasswordEncoder())));
    }

    @Bean
    static AuthenticationManager authenticationManager(
            UserDetailsService users,
            UserDetailsPasswordService newHashes,
            PasswordEncoder passwords,
            SecondFactors factors,
            LocalSignIn local,
            ApplicationEventPublisher events) {
        var provider = new StaffAuthenticationProvider(users, factors, local);
        provider.setPasswordEncoder(passwords);
        provider.setUserDetailsPasswordService(newHashes);
        var manager = new ProviderManager(provider);
        var publisher = new DefaultAuthenticationEventPublisher(events);
        // the publisher maps failures by their exact class
        publisher.setAdditionalExceptionMappings(
                Map.of(PasswordNotLookedAt.class, AuthenticationFailureServiceExceptionEvent.class));
        manager.setAuthenticationEventPublisher(publisher);
        return manager;
    }

    /** Authorities are permissions, so they have no prefix; views and services use the same names. */
    @Bean
    static GrantedAuthorityDefaults authoritiesWithoutPrefix() {
        return new GrantedAuthorityDefaults("");
    }

    /** Resolves the permission in {@link io.plumbline.shared.Requires}. */
    @Bean
    static AnnotationTemplateExpressionDefaults annotationTemplates() {
        return new AnnotationTemplateExpressionDefaults();
    }

    /** Narrows the clinics of the current user within a service to those at which a role grants its permission. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor ownClinics() {
        return OwnClinics.advisor();
    }

    /**
     * Uses the current user as the principal, and keeps when the password was chosen, but not the account with its hash. Where
     * a second step is needed, nobody is authenticated.
     */
    private static final class StaffAuthenticationProvider extends DaoAuthenticationProvider {
        private final SecondFactors factors;
        private final LocalSignIn local;

        StaffAuthenticationProvider(UserDetailsService users, SecondFactors factors, LocalSignIn local) {
            super(users);
            this.factors = factors;
            this.local = local;
        }

        @Override
        protected Authentication createSuccessAuthentication(
                Object principal, Authentication authentication, UserDetails user) {
            var account = (StaffUser) user;
            if (!local.counts(account.getUsername())) {
                // after the hash: the answer takes as long as for a wrong password, and says the same
                throw new BadCredentialsException("Passwords of the portal are switched off");
            }
            var signedIn = (UsernamePasswordAuthenticationToken)
                    super.createSuccessAuthentication(account.currentUser(), authentication, user);
            signedIn.setDetails(new SignInDetails(account.password(), factors.require(account)));
            return signedIn;
        }
    }
}
