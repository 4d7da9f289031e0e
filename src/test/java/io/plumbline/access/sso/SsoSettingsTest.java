package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class SsoSettingsTest {
    @Test
    void withoutAnIssuerThereIsNone() {
        assertThat(bind(Map.of()).isOn()).isFalse();
        assertThat(bind(Map.of("plumbline.sso.issuer", "")).isOn()).isFalse();
        assertThat(new SingleSignOn(bind(Map.of())).counts("anybody")).isTrue();
    }

    @Test
    void aClinicSaysWhichValueGivesWhichRole() {
        var settings = bind(Map.of(
                "plumbline.sso.issuer", "https://login.example/realms/clinic",
                "plumbline.sso.client-id", "portal",
                "plumbline.sso.role-claim", "groups",
                "plumbline.sso.roles.front-desk", "Reception,Desk"));
        assertThat(settings.roles()).isEqualTo(Map.of(Role.FRONT_DESK, Set.of("Reception", "Desk")));
        assertThat(settings.scopes()).containsExactly("openid", "email", "profile");
    }

    @Test
    void theEnvironmentSaysItToo() {
        var environment = new MockEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "PLUMBLINE_SSO_ISSUER", "https://login.example/realms/clinic",
                                "PLUMBLINE_SSO_CLIENT_ID", "portal",
                                "PLUMBLINE_SSO_ROLE_CLAIM", "groups",
                                "PLUMBLINE_SSO_CLINIC_CLAIM", "clinics",
                                "PLUMBLINE_SSO_ROLES_FRONTDESK", "Reception",
                                "PLUMBLINE_SSO_ROLES_THERAPIST", "Therapists")));
        ConfigurationPropertySources.attach(environment);
        var settings =
                Binder.get(environment).bind("plumbline.sso", SsoSettings.class).get();
        assertThat(settings.roleClaim()).isEqualTo("groups");
        assertThat(settings.clinicClaim()).isEqualTo("clinics");
        assertThat(settings.roles())
                .isEqualTo(Map.of(Role.FRONT_DESK, Set.of("Reception"), Role.THERAPIST, Set.of("Therapists")));
    }

    @Test
    void whatWouldLetAnybodyOrNobodyInIsRefused() {
        refused("with https", "plumbline.sso.issuer", "http://login.example", "plumbline.sso.client-id", "portal");
        refused("client-id", "plumbline.sso.issuer", "https://login.example");
        refused("nobody could sign in", "plumbline.sso.local-sign-in", "false");
        refused(
                "local-administrator",
                "plumbline.sso.issuer",
                "https://login.example",
                "plumbline.sso.client-id",
                "portal",
                "plumbline.sso.local-sign-in",
                "false");
        refused("role of the portal itself", "plumbline.sso.roles.system", "portal");
        refused("which value gives which role", "plumbline.sso.role-claim", "groups");
        refused("role-claim", "plumbline.sso.create-accounts", "true");
    }

    private static void refused(String why, String... settings) {
        var all = new java.util.HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        assertThatThrownBy(() -> bind(all)).rootCause().hasMessageContaining(why);
    }

    private static SsoSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("plumbline.sso", SsoSettings.class);
    }
}
