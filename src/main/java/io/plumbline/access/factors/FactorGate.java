package io.plumbline.access.factors;

import io.plumbline.access.signin.CodeNeeded;
import io.plumbline.access.signin.FactorNotice;
import io.plumbline.access.signin.HalfSignIn;
import io.plumbline.access.signin.SecondFactors;
import io.plumbline.access.signin.StaffUser;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Decides after the right password whether a second step follows. Runs one SQL statement, and one more the first time. */
@Component
class FactorGate implements SecondFactors {
    /** How long a person is told that two-step sign-in was removed, or that many wrong codes were entered. */
    private static final Duration TOLD = Duration.ofDays(14);

    private final FactorStore factors;
    private final SecondFactorSettings settings;
    private final Environment environment;
    private final Clock clock;

    FactorGate(FactorStore factors, SecondFactorSettings settings, Environment environment, Clock clock) {
        this.factors = factors;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public FactorNotice require(StaffUser user) {
        var account = user.currentUser().staff();
        var found = factors.findAtSignIn(account);
        if (found.isConfirmed()) {
            throw new CodeNeeded(HalfSignIn.of(user, true));
        }
        var now = clock.instant();
        var resetAt = told(found.resetAt(), now);
        if (!settings.isRequired(user.currentUser().roles(), environment)) {
            if (found.neededSince() != null) {
                factors.saveNeed(account, null);
            }
            return new FactorNotice(null, resetAt, null, 0);
        }
        var until = neededSince(account, found.neededSince(), now).plus(settings.grace());
        if (!until.isAfter(now)) {
            throw new CodeNeeded(HalfSignIn.of(user, false));
        }
        return new FactorNotice(until, resetAt, null, 0);
    }

    @Override
    public FactorNotice tell(StaffUser user) {
        var found = factors.findAtSignIn(user.currentUser().staff());
        var now = clock.instant();
        var refusedAt = found.refused() == 0 ? null : told(found.refusedAt(), now);
        return new FactorNotice(null, told(found.resetAt(), now), refusedAt, found.refused());
    }

    private static @Nullable Instant told(@Nullable Instant at, Instant now) {
        return at != null && at.plus(TOLD).isAfter(now) ? at : null;
    }

    private Instant neededSince(StaffId account, @Nullable Instant since, Instant now) {
        if (since != null) {
            return since;
        }
        try {
            factors.saveNeed(account, now);
        } catch (DuplicateKeyException signedInElsewhereAtTheSameTime) {
            // that sign-in stored the same time, give or take a moment
        }
        return now;
    }
}
