package io.plumbline.access.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The portal as it is without the setting. */
@DemoTest
class SsoOffTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    SsoProvider provider;

    @Test
    void noPartOfTheOauth2ClientIsThere() {
        assertThat(context.getBeanNamesForType(ClientRegistrationRepository.class))
                .isEmpty();
        assertThat(context.getBeanNamesForType(OAuth2AuthorizedClientManager.class))
                .isEmpty();
        assertThat(context.getBeanNamesForType(JwtDecoder.class)).isEmpty();
        assertThat(provider.alreadyKnown()).isEmpty();
        assertThat(context.getBean(SingleSignOn.class).isOn()).isFalse();
    }
}
