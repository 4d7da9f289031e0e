package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** A wrong setting is one sentence: its name as the environment writes it, what it is, what it may be. */
class SettingsCheckTest {
    private final MockEnvironment environment = new MockEnvironment().withProperty("plumbline.demo", "true");

    @ParameterizedTest
    @CsvSource({
        "plumbline.demo, yes, 'PLUMBLINE_DEMO is yes, and must be true or false.'",
        "server.port, http, 'SERVER_PORT is http, and must be a port between 1 and 65535, such as 8080.'",
        "server.port, 99999, 'SERVER_PORT is 99999, and must be a port between 1 and 65535, such as 8080.'",
        "server.port, -2, 'SERVER_PORT is -2, and must be a port between 1 and 65535, such as 8080.'",
        "server.address, not an address, 'SERVER_ADDRESS is not an address, and must be an address of this machine, such as 127.0.0.1.'",
        "server.forward-headers-strategy, framework, 'SERVER_FORWARDHEADERSSTRATEGY is framework, and must be native or none.'",
        "plumbline.public.port, 65536, 'PLUMBLINE_PUBLIC_PORT is 65536, and must be a port between 1 and 65535.'",
        "plumbline.public.burst, 0, 'PLUMBLINE_PUBLIC_BURST is 0, and must be a number above zero.'",
        "plumbline.public.per-minute, many, 'PLUMBLINE_PUBLIC_PERMINUTE is many, and must be a number above zero.'",
        "plumbline.session.idle, soon, 'PLUMBLINE_SESSION_IDLE is soon, and must be a time above zero, such as 15m.'",
        "plumbline.session.idle, 0s, 'PLUMBLINE_SESSION_IDLE is 0s, and must be a time above zero, such as 15m.'",
        "plumbline.proof.lasts, -5m, 'PLUMBLINE_PROOF_LASTS is -5m, and must be a time above zero, such as 15m.'"
    })
    void anInvalidSettingIsRefusedByNameWithItsAllowedValues(String name, String value, String sentence) {
        environment.setProperty(name, value);
        assertThatThrownBy(() -> SettingsCheck.check(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownProfileIsRefused() {
        environment.setActiveProfiles("prod");
        assertThatThrownBy(() -> SettingsCheck.check(environment))
                .hasMessageContaining("SPRING_PROFILES_ACTIVE names the profile prod");
    }

    @ParameterizedTest
    @CsvSource({
        "plumbline.demo, false",
        "server.port, 0",
        "server.port, 65535",
        "server.address, ::1",
        "server.forward-headers-strategy, native",
        "plumbline.session.idle, 900",
        "plumbline.session.idle, PT15M",
        "plumbline.proof.lasts, 1h"
    })
    void validSettingsAreAccepted(String name, String value) {
        environment.setProperty(name, value);
        environment.setActiveProfiles("mysql");
        assertThatNoException().isThrownBy(() -> SettingsCheck.check(environment));
    }
}
