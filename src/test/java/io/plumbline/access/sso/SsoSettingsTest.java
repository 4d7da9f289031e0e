package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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
                "plumbline.sso.roles-claim", "groups",
                "plumbline.sso.roles.front-desk", "Reception,Desk"));
        assertThat(settings.roles()).isEqualTo(Map.of(Role.FRONT_DESK, Set.of("Reception", "Desk")));
        assertThat(settings.scopes()).containsExactly("openid", "email", "profile");
    }

    @Test
    void whatWouldLeaveADoorOpenOrNobodyInIsRefused() {
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
        refused("which value gives which role", "plumbline.sso.roles-claim", "groups");
        refused("roles-claim", "plumbline.sso.create-accounts", "true");
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
