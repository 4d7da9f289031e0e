package io.plumbline.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import io.plumbline.support.StoreRestored;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets the portal of a test forget who guessed passwords before its store was restored: the accounts are the same. */
@Component
@Profile("test")
class ForgottenGuesses {
    private final IdentityService identity;

    ForgottenGuesses(IdentityService identity) {
        this.identity = identity;
    }

    @EventListener(StoreRestored.class)
    void forget() {
        Object target = AopTestUtils.getUltimateTargetObject(identity);
        var guesses = ReflectionTestUtils.getField(target, "guesses");
        ((Cache<?, ?>) Objects.requireNonNull(guesses)).invalidateAll();
    }
}
