package io.plumbline.access.factors;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Collection;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds whether an account has to set up two-step sign-in before it can be used again. */
@Component
public class FactorDueQuery {
    private final FactorStore factors;
    private final SecondFactorSettings settings;
    private final Environment environment;
    private final Clock clock;

    FactorDueQuery(FactorStore factors, SecondFactorSettings settings, Environment environment, Clock clock) {
        this.factors = factors;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Returns whether the next sign-in of an account with these roles leads to the set-up of two-step sign-in: a role
     * asks for it, it is not set up, and its time is over. Runs at most one SQL statement by key.
     */
    public boolean isSetUpFirst(StaffId account, Collection<Role> roles) {
        if (!settings.isRequired(roles, environment)) {
            return false;
        }
        var found = factors.findAtSignIn(account);
        var since = found.neededSince();
        return !found.isConfirmed()
                && since != null
                && !since.plus(settings.grace()).isAfter(clock.instant());
    }
}
