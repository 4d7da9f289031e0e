package io.plumbline.access.sso;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A provider of single sign-on: Spring Authorization Server with a port of its own. Whoever comes is signed in as the
 * person that the test says, with the claims that it says.
 */
public final class SsoProviderSteps implements AutoCloseable {
    static final String CLIENT = "portal";
    static final String SECRET = "a secret of portal and provider";

    /** The provider of all tests of {@link SsoTest}; it ends with the test run. */
    static final SsoProviderSteps SHARED = new SsoProviderSteps();

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final int port;

    volatile String redirect = "http://localhost/none";
    volatile String subject = "nobody";
    volatile Instant now = Instant.EPOCH;

    /** Whether another signs the tokens, with a key that has the name of the provider's. */
    volatile boolean isForged;

    final Map<String, Object> claims = new HashMap<>();

    /** Claims that the provider keeps to itself. */
    final Set<String> withheld = new HashSet<>();

    public SsoProviderSteps() {
        port = freePort();
    }

    /**
     * Starts it if it does not run. The portal must run before: at its start Vaadin puts another holder of the security
     * context in the place of the first, and one half of the filters here would keep the first.
     */
    void start() {
        if (!context.isActive()) {
            context.registerBean(SsoProviderSteps.class, () -> this);
            context.register(Config.class);
            context.refresh();
        }
    }

    /** Makes {@link #SHARED} the provider of a portal. */
    static final class AsIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext portal) {
            portal.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "provider of the tests", Map.of("plumbline.sso.issuer", SHARED.issuer())));
        }
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** Signs a person in at the provider, with these claims and a verified e-mail address. */
    void person(String who, String email, Instant at, Map<String, ?> more) {
        subject = who;
        now = at;
        isForged = false;
        claims.clear();
        withheld.clear();
        claims.put("email", email);
        claims.put("email_verified", true);
        claims.put("name", "Person of " + email);
        claims.put("auth_time", at.getEpochSecond());
        claims.putAll(more);
    }

    /** Goes to an address of the provider as a browser; returns where it leads. */
    URI follow(String address) {
        try {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No configuration of the portal: it is not found by the portal's own search. */
    @EnableWebSecurity
    static class Config {
        @Bean
        TomcatServletWebServerFactory server(SsoProviderSteps provider) {
            return new TomcatServletWebServerFactory(provider.port);
        }

        /** Without a servlet the server would ask no filter. */
        @Bean
        HttpServlet nothing() {
            return new HttpServlet() {};
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http, SsoProviderSteps provider) {
            return http.oauth2AuthorizationServer(server -> server.oidc(oidc -> {}))
                    .oauth2ResourceServer(resources -> resources.jwt(jwt -> {}))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(csrf -> csrf.disable())
                    .addFilterAfter(new SignedInAlready(provider), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(SsoProviderSteps provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(SsoProviderSteps provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // it wants to keep a hash of the secret; each answer makes the client from the test's
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client(provider);
                }

                @Override
                public RegisteredClient findByClientId(String clientId) {
                    return clientId.equals(CLIENT) ? client(provider) : null;
                }
            };
        }

        private static RegisteredClient client(SsoProviderSteps provider) {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(provider.redirect)
                    .scopes(scopes -> scopes.addAll(List.of("openid", "email", "profile")))
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            return key();
        }

        @Bean
        JwtEncoder signing(SsoProviderSteps provider, JWKSource<SecurityContext> keys) throws NoSuchAlgorithmException {
            var own = new NimbusJwtEncoder(keys);
            var another = new NimbusJwtEncoder(key());
            return token -> (provider.isForged ? another : own).encode(token);
        }

        private static JWKSource<SecurityContext> key() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("one")
                    .build()));
        }

        @Bean
        JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> told(SsoProviderSteps provider) {
            return context -> {
                if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                    context.getClaims()
                            .issuedAt(provider.now)
                            .expiresAt(provider.now.plus(Duration.ofMinutes(5)))
                            .claims(all -> {
                                all.putAll(provider.claims);
                                all.keySet().removeAll(provider.withheld);
                            });
                }
            };
        }
    }

    private static final class SignedInAlready extends OncePerRequestFilter {
        private final SsoProviderSteps provider;

        SignedInAlready(SsoProviderSteps provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            if (request.getRequestURI().equals("/oauth2/authorize")) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                provider.subject,
                                null,
                                List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                                        .issuedAt(provider.now)
                                        .build()))));
            }
            chain.doFilter(request, response);
        }
    }
}
