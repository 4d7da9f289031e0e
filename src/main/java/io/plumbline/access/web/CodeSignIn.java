package io.plumbline.access.web;

import io.plumbline.access.SystemActor;
import io.plumbline.access.factors.CodeCheckService;
import io.plumbline.access.factors.CodeResult;
import io.plumbline.access.factors.PasskeyCheckService;
import io.plumbline.access.factors.PasskeyResult;
import io.plumbline.access.signin.CodeNeeded;
import io.plumbline.access.signin.PasswordNotLookedAt;
import io.plumbline.access.signin.SignInCompletion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** The second step of a sign-in. It ends exactly as the password alone does; until then nobody is signed in. */
@Component
class CodeSignIn {
    private final CodeCheckService checks;
    private final PasskeyCheckService passkeys;
    private final SignInCompletion completion;
    private final SystemActor system;
    private final SignInLimits limits;
    private final Clock clock;

    CodeSignIn(
            CodeCheckService checks,
            PasskeyCheckService passkeys,
            SignInCompletion completion,
            SystemActor system,
            KnownDevices devices,
            Clock clock) {
        this.checks = checks;
        this.passkeys = passkeys;
        this.completion = completion;
        this.system = system;
        this.limits = new SignInLimits(devices);
        this.clock = clock;
    }

    /** Returns the limits of both steps. No bean: the servlet container would add it to every chain. */
    SignInLimits limits() {
        return limits;
    }

    /** Handles what the password step throws: goes on to the second step, or shows the sign-in page again. */
    AuthenticationFailureHandler afterPassword() {
        var toPage = new ForwardAuthenticationFailureHandler(SignInPage.ADDRESS);
        return (request, response, refusal) -> {
            if (refusal instanceof CodeNeeded needed) {
                limits.giveBack(request);
                CodeStep.begin(request, needed.half(), clock);
                response.sendRedirect(
                        request.getContextPath() + (needed.half().hasFactor() ? CodePage.ADDRESS : CodePage.SET_UP));
                return;
            }
            if (refusal instanceof PasswordNotLookedAt) {
                limits.giveBack(request);
            }
            toPage.onAuthenticationFailure(request, response, refusal);
        };
    }

    /** Adds the filter of the second step to a chain, with the chain's own rules for new sessions. */
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
            var filter = new CodeFilter(http.getSharedObject(AuthenticationManager.class));
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
            filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
            filter.setAuthenticationSuccessHandler(signedIn);
            filter.setAuthenticationFailureHandler(afterCode());
            http.addFilterAfter(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
        }
    }

    private static AuthenticationFailureHandler afterCode() {
        var toPage = new ForwardAuthenticationFailureHandler(CodePage.ADDRESS);
        return (request, response, refusal) -> {
            var then = refusal instanceof CodeRefused refused ? refused.then() : CodeRefused.Then.PASSWORD_AGAIN;
            switch (then) {
                case AGAIN -> {
                    if (refusal instanceof CodeRefused refused && refused.nanosToWait() > 0) {
                        SignInArrivals.tell(refused.nanosToWait(), request, response);
                    }
                    toPage.onAuthenticationFailure(request, response, refusal);
                }
                case PASSWORD_AGAIN -> {
                    CodeStep.end(request);
                    response.sendRedirect(request.getContextPath() + SignInPage.ADDRESS + "?over");
                }
                case TOO_MANY -> {
                    CodeStep.end(request);
                    response.sendRedirect(request.getContextPath() + SignInPage.ADDRESS + "?codes");
                }
            }
        };
    }

    /** Checks what was sent to the page of the second step. */
    private final class CodeFilter extends AbstractAuthenticationProcessingFilter {
        CodeFilter(AuthenticationManager manager) {
            super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, CodePage.ADDRESS), manager);
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            var step = CodeStep.find(request, clock).orElseThrow(CodeRefused::over);
            if (step.half().hasFactor() && request.getParameter(PasskeySignIn.ANSWER) != null) {
                checkPasskey(step, request);
            } else if (step.half().hasFactor()) {
                check(step, request);
            } else if (!step.isSetUp()) {
                throw CodeRefused.over();
            }
            try {
                var signedIn = completion.complete(step.half());
                limits.codeSucceeded(request, response, step.half().username());
                return signedIn;
            } catch (AccountStatusException changedInTheMeantime) {
                throw CodeRefused.over();
            }
        }

        private void check(CodeStep step, HttpServletRequest request) {
            var recoveryCode = request.getParameter("recovery");
            var typed = recoveryCode == null ? String.valueOf(request.getParameter("code")) : recoveryCode;
            var form = recoveryCode == null ? CodeResult.ofCode(typed) : CodeResult.ofRecoveryCode(typed);
            form.ifPresent(noCode -> {
                throw CodeRefused.again(noCode.sentence());
            });
            take(step, request);
            var account = step.half().account();
            var result = system.call(() -> recoveryCode == null
                    ? checks.check(account, typed)
                    : checks.useRecoveryCode(account, recoveryCode));
            if (result != CodeResult.RIGHT) {
                throw step.isUsedUp() ? CodeRefused.tooMany() : CodeRefused.again(result.sentence());
            }
        }

        private void checkPasskey(CodeStep step, HttpServletRequest request) {
            take(step, request);
            var result = system.call(() -> passkeys.checkSecondStep(
                    step.half().account(),
                    request.getParameter(PasskeySignIn.ANSWER),
                    PasskeySignIn.browser(request).orElse("")));
            if (result != PasskeyResult.RIGHT) {
                throw step.isUsedUp() ? CodeRefused.tooMany() : CodeRefused.again(result.sentence());
            }
        }

        /** Taken before the code is checked, so that parallel guesses cannot bypass the limits. */
        private void take(CodeStep step, HttpServletRequest request) {
            var nanos = limits.takeCode(request, step.half().username());
            if (nanos > 0) {
                throw CodeRefused.later(nanos);
            }
            if (!step.takeTry()) {
                throw CodeRefused.tooMany();
            }
        }
    }
}
