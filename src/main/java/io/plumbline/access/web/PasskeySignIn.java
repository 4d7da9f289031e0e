package io.plumbline.access.web;

import io.plumbline.access.SystemActor;
import io.plumbline.access.factors.PasskeyCheckService;
import io.plumbline.access.factors.PasskeyOwner;
import io.plumbline.access.factors.PasskeyResult;
import io.plumbline.access.signin.PasskeyRefused;
import io.plumbline.access.signin.SignInCompletion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * A sign-in by passkey alone, which counts as both steps: the device asked for a fingerprint, a face or a PIN. It ends
 * exactly as the second step of a sign-in by password does.
 */
@Component
class PasskeySignIn {
    static final String ADDRESS = "/login/passkey";
    static final String ANSWER = "passkey";

    private static final String NOT_HERE = "This passkey cannot be used here. Sign in with your password";

    private final PasskeyCheckService checks;
    private final SignInCompletion completion;
    private final CodeSignIn codes;
    private final SystemActor system;
    private final ApplicationEventPublisher events;

    PasskeySignIn(
            PasskeyCheckService checks,
            SignInCompletion completion,
            CodeSignIn codes,
            SystemActor system,
            ApplicationEventPublisher events) {
        this.checks = checks;
        this.completion = completion;
        this.codes = codes;
        this.system = system;
        this.events = events;
    }

    /** Returns a secret of the browser, which the form token is made of: a challenge is for one browser. */
    static Optional<String> browser(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, SecurityConfig.TOKEN_COOKIE))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    /** Adds the filter to a chain, with the chain's own rules for new sessions. */
    AbstractHttpConfigurer<?, HttpSecurity> configurer(AuthenticationSuccessHandler signedIn) {
        return new Configurer(signedIn);
    }

    private final class Configurer extends AbstractHttpConfigurer<Configurer, HttpSecurity> {
        private final AuthenticationSuccessHandler signedIn;

        Configurer(AuthenticationSuccessHandler signedIn) {
            this.signedIn = signedIn;
        }

        @Override
        public void configure(HttpSecurity http) {
            var filter = new PasskeyFilter(http.getSharedObject(AuthenticationManager.class));
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
            filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
            filter.setAuthenticationSuccessHandler(signedIn);
            var toPage = new ForwardAuthenticationFailureHandler(SignInPage.ADDRESS);
            filter.setAuthenticationFailureHandler((request, response, refusal) -> {
                if (refusal instanceof CodeRefused later && later.nanosToWait() > 0) {
                    SignInArrivals.tell(later.nanosToWait(), request, response);
                }
                toPage.onAuthenticationFailure(request, response, refusal);
            });
            http.addFilterAfter(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
        }
    }

    /** Checks what the sign-in page sent. What is refused names no account, and says the same whichever it is. */
    private final class PasskeyFilter extends AbstractAuthenticationProcessingFilter {
        PasskeyFilter(AuthenticationManager manager) {
            super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ADDRESS), manager);
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            var answer = String.valueOf(request.getParameter(ANSWER));
            var owner = system.call(() -> checks.findOwner(answer));
            // taken before the passkey is checked, so that parallel guesses cannot bypass the limits
            owner.ifPresent(named -> take(named, request));
            var result = system.call(() -> checks.check(answer, browser(request).orElse("")));
            var username = owner.map(PasskeyOwner::username).orElse("");
            if (result != PasskeyResult.RIGHT || owner.isEmpty()) {
                throw refused(
                        request, username, result.tellsNoAccount() ? result.sentence() : NOT_HERE, result.cause());
            }
            try {
                var signedIn = completion.complete(username);
                codes.limits().codeSucceeded(request, response, username);
                return signedIn;
            } catch (AccountStatusException off) {
                throw refused(request, username, NOT_HERE, "account switched off");
            }
        }

        private void take(PasskeyOwner owner, HttpServletRequest request) {
            var nanos = codes.limits().takeCode(request, owner.username());
            if (nanos > 0) {
                throw CodeRefused.later(nanos);
            }
        }

        private PasskeyRefused refused(HttpServletRequest request, String username, String sentence, String why) {
            var tried = UsernamePasswordAuthenticationToken.unauthenticated(username, null);
            tried.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
            var refusal = new PasskeyRefused(sentence, why);
            events.publishEvent(new AuthenticationFailureBadCredentialsEvent(tried, refusal));
            return refusal;
        }
    }
}
