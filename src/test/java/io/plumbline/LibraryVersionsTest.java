package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.SpringVersion;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.util.ClassUtils;
import tools.jackson.core.json.PackageVersion;

/** The libraries of Spring Boot come in the versions that it names: Vaadin's BOM would silently pin older ones. */
@EnabledIfSystemProperty(named = "plumbline.versions.spring", matches = ".+", disabledReason = "given by Maven")
class LibraryVersionsTest {
    @ParameterizedTest
    @CsvSource({"spring", "security", "hibernate", "micrometer", "jackson", "h2"})
    void aLibraryHasTheVersionThatSpringBootNames(String library) {
        assertThat(resolved(library)).isEqualTo(System.getProperty("plumbline.versions." + library));
    }

    @Test
    void nothingOfAspectJIsCarried() {
        assertThat(List.of(
                        "org.aspectj.lang.JoinPoint", "org.springframework.beans.factory.aspectj.ConfigurableObject"))
                .noneMatch(name -> ClassUtils.isPresent(name, null));
    }

    private static String resolved(String library) {
        return switch (library) {
            case "spring" -> SpringVersion.getVersion();
            case "security" -> SpringSecurityCoreVersion.getVersion();
            case "hibernate" -> org.hibernate.Version.getVersionString();
            case "micrometer" -> MeterRegistry.class.getPackage().getImplementationVersion();
            case "h2" -> org.h2.engine.Constants.VERSION;
            case "jackson" -> PackageVersion.VERSION.toString();
            default -> throw new IllegalArgumentException(library);
        };
    }
}
