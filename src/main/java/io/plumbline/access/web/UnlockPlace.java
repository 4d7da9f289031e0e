package io.plumbline.access.web;

import io.plumbline.access.lock.UnlockLimits;
import io.plumbline.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Limits the tries at a locked screen with those of the sign-in page, by account and place. */
@Component
class UnlockPlace implements UnlockLimits {
    private final SignInLimits limits;
    private final OwnActions ownActions;

    UnlockPlace(CodeSignIn codes, OwnActions ownActions) {
        this.limits = codes.limits();
        this.ownActions = ownActions;
    }

    @Override
    public void takeTry(HttpServletRequest request, String username) {
        var nanos = limits.takeUnlock(request, username);
        if (nanos > 0) {
            throw new Refused(
                    SignInPage.tooMany(Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos()), "try again"));
        }
    }

    @Override
    public void giveBack(HttpServletRequest request, String username) {
        limits.giveBackUnlock(request, username);
    }

    @Override
    public void succeeded(HttpServletRequest request, String username) {
        limits.unlocked(request, username);
        ownActions.happened(request.getSession());
    }
}
