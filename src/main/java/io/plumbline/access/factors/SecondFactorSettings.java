package io.plumbline.access.factors;

import io.plumbline.shared.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings of two-step sign-in.
 *
 * @param roles roles that must use two-step sign-in, separated by commas
 * @param grace time from the first sign-in that needs two-step sign-in, after which it must be set up
 */
@ConfigurationProperties("plumbline.second-factor")
record SecondFactorSettings(
        @Nullable Set<Role> roles, @DefaultValue("7d") Duration grace) {
    private static final Set<Role> STANDARD =
            EnumSet.of(Role.ADMIN, Role.AUDITOR, Role.CHIROPRACTOR, Role.THERAPIST, Role.MANAGER);

    SecondFactorSettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("plumbline.second-factor.grace must be a time, such as 7d");
        }
    }

    /** Returns whether one of these roles must use two-step sign-in. With the demo data, none does by default. */
    boolean isRequired(Collection<Role> some, Environment environment) {
        var isDemo = environment.getProperty("plumbline.demo", Boolean.class, false);
        var asked = roles != null ? roles : isDemo ? Set.<Role>of() : STANDARD;
        return some.stream().anyMatch(asked::contains);
    }
}
