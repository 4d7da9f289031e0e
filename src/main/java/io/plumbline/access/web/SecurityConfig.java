package io.plumbline.access.web;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.plumbline.access.PasswordNotLookedAt;
import io.plumbline.access.PublicSettings;
import io.plumbline.shared.ui.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The filter chains. Nothing on the anonymous side makes a session, and nothing of Flow answers there. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    /** What an open screen asks for; without a session Flow answers that it has ended, and makes none. */
    private static final Set<String> ASKED_BY_OPEN_SCREENS = Set.of("heartbeat", "uidl");

    private static final Set<String> NO_SCREENS = Set.of(IdleSessionFilter.REPORTED_BY_BROWSER, "/logout");

    private static final String START = "/";

    /** What still fits into a cookie. */
    private static final int LONGEST_ADDRESS = 1_000;

    @Bean
    @Order(1)
    SecurityFilterChain actuator(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /**
     * What anybody may open: no session, no cookie, and so no token against forged requests either. The endpoint may be
     * called by the pages of the web sites that are named in the settings, by other pages not.
     */
    @Bean
    @Order(2)
    SecurityFilterChain publicPages(HttpSecurity http, PublicSettings settings) {
        return http.securityMatcher("/" + Places.BOOK, "/" + Places.BOOK + "/**", Places.PUBLIC_ENDPOINTS + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/" + Places.BOOK,
                                "/" + Places.BOOK + "/call.ics",
                                Places.PUBLIC_ENDPOINTS + "/consultations",
                                Places.PUBLIC_ENDPOINTS + "/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .cors(cors -> cors.configurationSource(ofOtherSites(settings)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /**
     * One-time links: like the public pages, since the token in the address is all that counts, but limited. What no page
     * of ours answers below that address would be Flow's, which makes a session for every stranger.
     */
    @Bean
    @Order(3)
    SecurityFilterChain oneTimeLinks(HttpSecurity http) {
        return http.securityMatcher("/" + Places.INVITATION + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(InvitationPage.ADDRESS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .headers(HeadersConfigurer::disable)
                .addFilterBefore(new InvitationLimits(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain portal(
            HttpSecurity http,
            AuthenticationManager authenticationManager,
            RequestUtil requests,
            VaadinDefaultRequestCache requestCache,
            OwnActions ownActions,
            ScreensAtOnce places,
            KnownDevices devices) {
        requestCache.setDelegateRequestCache(addressToComeBackTo());
        var limits = new SignInLimits(devices);
        http.authorizeHttpRequests(rules -> rules.requestMatchers(SignInPage.ADDRESS, "/error")
                .permitAll()
                .requestMatchers(StaticFiles.PATTERNS)
                .permitAll()
                .requestMatchers(
                        request -> requests.isFrameworkInternalRequest(request) && isAskedByOpenScreen(request))
                .permitAll()
                .anyRequest()
                .authenticated());
        return http.authenticationManager(authenticationManager)
                .with(vaadin(), flow -> flow.enableAuthorizedRequestsConfiguration(false)
                        .logoutSuccessHandler(signedOut()))
                // a second person at the same browser must not find the screens of the first
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .successHandler(signedIn(limits, ownActions, places, requestCache))
                        .failureHandler(refused(limits)))
                // else the next visit would be told of a session that ended by itself
                .logout(logout -> logout.deleteCookies("JSESSIONID"))
                .addFilterBefore(new SignInArrivals(), CsrfFilter.class)
                .addFilterBefore(limits, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refused -> refused
                        // a script or a picture cannot show a page to sign in on
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                HandlerHelper::isNonHtmlInitiatedRequest)
                        .defaultAuthenticationEntryPointFor(new SignInEntryPoint(), AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenInCookie())
                        // touches nothing but the caller's own idle clock, and the session cookie is SameSite=Lax
                        .ignoringRequestMatchers(IdleSessionFilter.REPORTED_BY_BROWSER))
                .headers(HeadersConfigurer::disable)
                .build();
    }

    private static CorsConfigurationSource ofOtherSites(PublicSettings settings) {
        var sites = new CorsConfiguration();
        sites.setAllowedOrigins(settings.allowedOrigins());
        sites.setAllowedMethods(List.of(HttpMethod.POST.name()));
        sites.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "Idempotency-Key"));
        sites.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        sites.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration(Places.PUBLIC_ENDPOINTS + "/consultations", sites);
        return source;
    }

    private static boolean isAskedByOpenScreen(HttpServletRequest request) {
        return ASKED_BY_OPEN_SCREENS.contains(String.valueOf(request.getParameter("v-r")));
    }

    private static AuthenticationSuccessHandler signedIn(
            SignInLimits limits, OwnActions ownActions, ScreensAtOnce places, RequestCache requestCache) {
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(requestCache);
        goOn.setRedirectStrategy((request, response, address) -> response.sendRedirect(withinPortal(address)));
        return (request, response, person) -> {
            limits.succeeded(request, response);
            ownActions.happened(request.getSession());
            places.signedIn(request.getSession(), person);
            goOn.onAuthenticationSuccess(request, response, person);
        };
    }

    private static AuthenticationFailureHandler refused(SignInLimits limits) {
        var toPage = new ForwardAuthenticationFailureHandler(SignInPage.ADDRESS);
        return (request, response, refusal) -> {
            if (refusal instanceof PasswordNotLookedAt) {
                limits.notLookedAt(request);
            }
            toPage.onAuthenticationFailure(request, response, refusal);
        };
    }

    /** Signing out is a click on a screen, so the browser is led away in the words of Flow's own protocol. */
    private static LogoutSuccessHandler signedOut() {
        var leave = new SimpleUrlLogoutSuccessHandler();
        leave.setDefaultTargetUrl(SignInPage.ADDRESS + "?out");
        leave.setRedirectStrategy(new UidlRedirectStrategy());
        return leave;
    }

    private static CookieRequestCache addressToComeBackTo() {
        var cache = new ReadableRequests();
        cache.setRequestMatcher(SecurityConfig::isAddressOfAScreen);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    /** What is behind host and port: the address to come back to lies in a cookie, which anybody may have planted. */
    private static String withinPortal(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var isOurs = uri.getRawPath() != null && uri.getRawPath().matches("/([^/\\\\].*)?");
            return isOurs ? uri.getRawPath() + query : START;
        } catch (IllegalArgumentException unreadable) {
            return START;
        }
    }

    /** A cookie that holds no address is as good as none. */
    private static final class ReadableRequests extends CookieRequestCache {
        @Override
        public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
            try {
                return super.getRequest(request, response);
            } catch (IllegalArgumentException unreadable) {
                removeRequest(request, response);
                return null;
            }
        }
    }

    private static boolean isAddressOfAScreen(HttpServletRequest request) {
        var address = request.getRequestURI() + String.valueOf(request.getQueryString());
        return request.getMethod().equals("GET")
                && !NO_SCREENS.contains(request.getServletPath())
                && address.length() <= LONGEST_ADDRESS;
    }

    private static CookieCsrfTokenRepository tokenInCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Leads to the sign-in page, which says so when a session has ended meanwhile. */
    private static final class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {
        SignInEntryPoint() {
            super(SignInPage.ADDRESS);
        }

        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
            if (request.getAttribute(IdleSessionFilter.ENDED_FOR_ANOTHER) != null) {
                return SignInPage.ADDRESS + "?elsewhere";
            }
            var ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            return ended ? SignInPage.ADDRESS + "?ended" : SignInPage.ADDRESS;
        }
    }
}
