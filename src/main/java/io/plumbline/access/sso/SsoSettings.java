package io.plumbline.access.sso;

import io.plumbline.shared.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of single sign-on by OpenID Connect.
 *
 * @param issuer address of the provider, exactly as its tokens name it; without it there is no single sign-on
 * @param clientId what the provider calls the portal
 * @param clientSecret secret of the portal at the provider, also by `PLUMBLINE_SSO_CLIENT_SECRET_FILE`; without it the
 *     portal is a public client, which PKCE alone protects
 * @param name what staff call the provider, on the button and in messages
 * @param address address at which staff open the portal, such as https://portal.clinic.example; the provider must know
 *     it with `/login/sso/back` behind. If absent, `plumbline.public.address`, or else localhost
 * @param scopes what the portal asks the provider for, separated by commas; if absent, openid, email and profile
 * @param emailVerifiedClaim claim that says whether the e-mail address is verified; for Entra ID `xms_edov`
 * @param roles which value of the claim of the roles gives which role, such as
 *     `plumbline.sso.roles.front-desk=Reception`
 * @param roleClaim claim that has the roles; a dot leads into a claim, such as `realm_access.roles`. Without it, roles
 *     are given in the portal
 * @param clinicClaim claim that has the codes of the clinics; without it, clinics are given in the portal
 * @param createAccounts whether a person whom nobody invited gets an account at the first sign-in; needs the claim of
 *     the roles
 * @param acr values of `acr`, one of which the provider must have reached, separated by commas
 * @param amr values of `amr`, one of which the provider must have used, such as mfa, separated by commas
 * @param maxAge how long ago the person may have signed in to the provider; if absent, the provider decides
 * @param localSignIn whether passwords and passkeys of the portal open it too
 * @param localAdministrator user name of the account that signs in without the provider even where the others cannot;
 *     needed for `plumbline.sso.local-sign-in=false`
 * @param signOut whether signing out of the portal signs out of the provider too
 */
@ConfigurationProperties("plumbline.sso")
record SsoSettings(
        @Nullable URI issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("single sign-on") String name,
        @Nullable URI address,
        @DefaultValue List<String> scopes,
        @DefaultValue("email_verified") String emailVerifiedClaim,
        @DefaultValue Map<Role, Set<String>> roles,
        @DefaultValue("") String roleClaim,
        @DefaultValue("") String clinicClaim,
        @DefaultValue("false") boolean createAccounts,
        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,
        @Nullable Duration maxAge,
        @DefaultValue("true") boolean localSignIn,
        @DefaultValue("") String localAdministrator,
        @DefaultValue("true") boolean signOut) {
    SsoSettings {
        if (issuer != null && issuer.toString().isBlank()) {
            issuer = null;
        }
        if (issuer != null) {
            checkProvider(issuer, clientId);
        } else if (!localSignIn) {
            throw new IllegalArgumentException(
                    "plumbline.sso.local-sign-in=false needs plumbline.sso.issuer: nobody could sign in");
        }
        if (address != null && address.getHost() == null) {
            throw new IllegalArgumentException(
                    "plumbline.sso.address must be an address such as https://portal.clinic.example");
        }
        if (!localSignIn && localAdministrator.isBlank()) {
            throw new IllegalArgumentException("plumbline.sso.local-sign-in=false needs"
                    + " plumbline.sso.local-administrator, the account that gets in when the provider is down");
        }
        if (roles.containsKey(Role.SYSTEM)) {
            throw new IllegalArgumentException("plumbline.sso.roles cannot give the role of the portal itself");
        }
        if (!roleClaim.isBlank() && roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "plumbline.sso.role-claim needs plumbline.sso.roles, which value gives which role");
        }
        if (createAccounts && roleClaim.isBlank()) {
            throw new IllegalArgumentException("plumbline.sso.create-accounts needs plumbline.sso.role-claim");
        }
        if (maxAge != null && maxAge.isNegative()) {
            throw new IllegalArgumentException("plumbline.sso.max-age must be a time, such as 12h");
        }
        scopes = scopes.isEmpty() ? List.of("openid", "email", "profile") : List.copyOf(scopes);
        roles = Map.copyOf(roles);
        acr = List.copyOf(acr);
        amr = List.copyOf(amr);
    }

    private static void checkProvider(URI issuer, String clientId) {
        var isThisMachine = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
        if (issuer.getHost() == null
                || !("https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()) && isThisMachine)) {
            throw new IllegalArgumentException("plumbline.sso.issuer must be an address with https");
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("plumbline.sso.issuer needs plumbline.sso.client-id");
        }
    }

    boolean isOn() {
        return issuer != null;
    }
}
