package io.plumbline.access.sso;

import io.plumbline.access.SystemActor;
import io.plumbline.access.accounts.ProviderAccountService;
import io.plumbline.access.signin.ProviderRefused;
import io.plumbline.access.signin.ProviderSession;
import io.plumbline.access.signin.SignInCompletion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.store.StoreAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The way to the provider of single sign-on and back. A sign-in ends exactly as one by passkey does. A person who is
 * signed in goes the same way to prove who they are, or to link their account.
 */
@Component
public class SsoSignIn {
    private static final Map<String, SsoRound.Purpose> PURPOSES = Map.of(
            SingleSignOn.START, SsoRound.Purpose.SIGN_IN,
            SingleSignOn.PROVE, SsoRound.Purpose.PROVE,
            SingleSignOn.CONNECT, SsoRound.Purpose.CONNECT);

    private final SingleSignOn sso;
    private final SsoRounds rounds;
    private final SsoExchange exchange;
    private final SsoClaims claims;
    private final SsoProofs proofs;
    private final ProviderAccountService accounts;
    private final SignInCompletion completion;
    private final SystemActor system;
    private final ApplicationEventPublisher events;

    SsoSignIn(
            SingleSignOn sso,
            SsoRounds rounds,
            SsoExchange exchange,
            SsoClaims claims,
            SsoProofs proofs,
            ProviderAccountService accounts,
            SignInCompletion completion,
            SystemActor system,
            ApplicationEventPublisher events) {
        this.sso = sso;
        this.rounds = rounds;
        this.exchange = exchange;
        this.claims = claims;
        this.proofs = proofs;
        this.accounts = accounts;
        this.completion = completion;
        this.system = system;
        this.events = events;
    }

    /**
     * Adds the filters to a chain, with the chain's own rules for new sessions.
     *
     * @param refused shows the sign-in page with what was refused
     */
    public AbstractHttpConfigurer<?, HttpSecurity> configurer(
            AuthenticationSuccessHandler signedIn, AuthenticationFailureHandler refused) {
        return new Configurer(signedIn, refused);
    }

    /** Returns where to sign out of the provider; empty if the person signed in without it, or it has no such address. */
    public Optional<String> addressToSignOut(@Nullable Authentication signedIn, HttpServletRequest request) {
        return ProviderSession.of(signedIn).flatMap(provider -> exchange.addressToSignOut(request));
    }

    private final class Configurer extends AbstractHttpConfigurer<Configurer, HttpSecurity> {
        private final AuthenticationSuccessHandler signedIn;
        private final AuthenticationFailureHandler refused;

        Configurer(AuthenticationSuccessHandler signedIn, AuthenticationFailureHandler refused) {
            this.signedIn = signedIn;
            this.refused = refused;
        }

        @Override
        public void configure(HttpSecurity http) {
            if (!sso.isOn()) {
                return;
            }
            var back = new BackFilter(http.getSharedObject(AuthenticationManager.class));
            back.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            back.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
            back.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
            back.setAuthenticationSuccessHandler(signedIn);
            back.setAuthenticationFailureHandler(refused);
            http.addFilterAfter(postProcess(back), UsernamePasswordAuthenticationFilter.class);
            http.addFilterAfter(new StartFilter(refused), UsernamePasswordAuthenticationFilter.class);
        }
    }

    /** Leads to the provider. A link and no form: the content policy would not let a form lead to another site. */
    private final class StartFilter extends OncePerRequestFilter {
        private final AuthenticationFailureHandler refused;

        StartFilter(AuthenticationFailureHandler refused) {
            this.refused = refused;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !HttpMethod.GET.matches(request.getMethod()) || !PURPOSES.containsKey(request.getServletPath());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var purpose = PURPOSES.getOrDefault(request.getServletPath(), SsoRound.Purpose.SIGN_IN);
            var site = request.getHeader("Sec-Fetch-Site");
            if (purpose != SsoRound.Purpose.SIGN_IN && ("cross-site".equals(site) || "same-site".equals(site))) {
                // no other site sends somebody to prove who they are, or to link their account
                response.sendError(HttpStatus.FORBIDDEN.value());
                return;
            }
            var currentUser = currentUserOf(SecurityContextHolder.getContext().getAuthentication());
            if (purpose != SsoRound.Purpose.SIGN_IN && currentUser.isEmpty()) {
                // the chain sends whoever is not signed in to the sign-in page
                chain.doFilter(request, response);
                return;
            }
            try {
                if (purpose == SsoRound.Purpose.CONNECT) {
                    proofs.requireProof();
                }
                var staff = currentUser
                        .filter(signedIn -> purpose != SsoRound.Purpose.SIGN_IN)
                        .map(signedIn -> signedIn.staff().value())
                        .orElse(null);
                response.sendRedirect(
                        exchange.addressAtProvider(rounds.begin(request, response, purpose, staff), request));
            } catch (ProviderRefused refusal) {
                if (purpose == SsoRound.Purpose.SIGN_IN) {
                    publish(request, refusal);
                    refused.onAuthenticationFailure(request, response, refusal);
                } else {
                    SsoPage.show(refusal, request, response);
                }
            }
        }
    }

    /** Takes the answer of the provider, which the browser brings. */
    private final class BackFilter extends AbstractAuthenticationProcessingFilter {
        BackFilter(AuthenticationManager manager) {
            super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, SingleSignOn.BACK), manager);
        }

        @Override
        public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            var round = rounds.end(request, response)
                    .orElseThrow(() -> publish(
                            request,
                            new ProviderRefused(
                                    "The sign-in took too long, or was begun in another window. Try again",
                                    "no sign-in begun in this browser")));
            if (round.purpose() != SsoRound.Purpose.SIGN_IN) {
                proveOrConnect(round, request, response);
                return null;
            }
            try {
                var user = exchange.person(round, request);
                var person = claims.read(user);
                var username = system.call(() -> accounts.admit(person, sso.rules()));
                return completion.completeByProvider(username, new ProviderSession(user.getAuthenticatedAt()));
            } catch (ProviderRefused refusal) {
                throw publish(request, refusal);
            } catch (AccountStatusException off) {
                throw publish(
                        request,
                        new ProviderRefused(
                                "Your account in the portal is deactivated. Ask your administrator",
                                "account switched off"));
            } catch (RuntimeException failure) {
                if (!StoreAway.isCauseOf(failure)) {
                    throw failure;
                }
                throw new ProviderRefused("The portal cannot reach its database. Try again in a minute", "store away");
            }
        }

        private void proveOrConnect(SsoRound round, HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            var signedIn = currentUserOf(SecurityContextHolder.getContext().getAuthentication())
                    .filter(person -> person.staff().value().equals(round.staff()));
            if (signedIn.isEmpty()) {
                throw new ProviderRefused(
                        "You are not signed in to the portal any more. Sign in again", "session over");
            }
            var currentUser = signedIn.get();
            try {
                var user = exchange.person(round, request);
                if (round.purpose() == SsoRound.Purpose.PROVE) {
                    proofs.prove(currentUser, claims.read(user), request);
                } else {
                    proofs.connect(currentUser, claims.read(user));
                }
                response.sendRedirect(request.getContextPath()
                        + SingleSignOn.DONE
                        + (round.purpose() == SsoRound.Purpose.PROVE ? "?proved" : "?connected"));
            } catch (ProviderRefused refusal) {
                proofs.refused(currentUser, refusal);
                SsoPage.show(refusal, request, response);
            }
        }
    }

    private static Optional<CurrentUser> currentUserOf(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof CurrentUser currentUser
                ? Optional.of(currentUser)
                : Optional.empty();
    }

    private ProviderRefused publish(HttpServletRequest request, ProviderRefused refusal) {
        var tried = UsernamePasswordAuthenticationToken.unauthenticated(refusal.username(), null);
        tried.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(tried, refusal));
        return refusal;
    }
}
