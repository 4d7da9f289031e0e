package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** No patient's data goes over a network in plain text because nobody thought of it. */
class DatabaseConnectionCheckTest {
    private final MockEnvironment environment = new MockEnvironment().withProperty("plumbline.demo", "false");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.clinic.example:3306/plumbline",
                "jdbc:mysql://db.clinic.example/plumbline?connectionTimeZone=UTC",
                "jdbc:mysql://db.clinic.example/plumbline?sslMode=PREFERRED",
                "jdbc:mysql://db.clinic.example/plumbline?notsslMode=REQUIRED",
                "jdbc:mysql://db.clinic.example/plumbline?useSSL=true",
                "jdbc:mysql://10.0.0.4/plumbline",
                "jdbc:mysql://127.0.0.1.evil.example/plumbline",
                "jdbc:mysql://localhost,db.clinic.example/plumbline",
                "jdbc:mysql:loadbalance://one.example,two.example/plumbline",
                "jdbc:mysql://address=(host=db.clinic.example)(port=3306)/plumbline"
            })
    void aMySqlElsewhereWithoutEncryptionIsRefused(String address) {
        environment.setProperty("spring.datasource.url", address);
        assertThatThrownBy(() -> SettingsCheck.check(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("add sslMode=VERIFY_IDENTITY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.clinic.example:3306/plumbline?connectionTimeZone=UTC&sslMode=VERIFY_IDENTITY",
                "jdbc:mysql://db.clinic.example:3306/plumbline?sslmode=verify_ca&connectionTimeZone=UTC",
                "jdbc:mysql://mysql:3306/plumbline?sslMode=REQUIRED",
                "jdbc:mysql://behind.vpn.example/plumbline?sslMode=DISABLED",
                "jdbc:mysql://127.0.0.1:3306/plumbline?connectionTimeZone=UTC",
                "jdbc:mysql://localhost/plumbline",
                "jdbc:mysql://[::1]:3306/plumbline",
                "jdbc:mysql:///plumbline",
                "jdbc:h2:file:data/plumbline;MODE=MySQL"
            })
    void anEncryptedOneOneOnThisMachineAndAChosenExceptionAreAccepted(String address) {
        environment.setProperty("spring.datasource.url", address);
        assertThatNoException().isThrownBy(() -> SettingsCheck.check(environment));
    }

    @ParameterizedTest
    @ValueSource(strings = "jdbc:mysql://db.clinic.example/plumbline")
    void theAddressForMigrationsIsCheckedToo(String address) {
        environment.setProperty("spring.flyway.url", address);
        assertThatThrownBy(() -> SettingsCheck.check(environment)).hasMessageContaining("SPRING_FLYWAY_URL");
    }
}
