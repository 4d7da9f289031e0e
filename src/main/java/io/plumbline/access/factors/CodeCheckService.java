package io.plumbline.access.factors;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second step of a sign-in, for the portal itself: nobody is signed in yet. */
@Service
@Transactional
@Requires(Permission.FACTOR_CHECK)
public class CodeCheckService {
    private final FactorStore factors;
    private final TimeCodes times;
    private final RefusedCodeStore refused;
    private final ApplicationEventPublisher events;

    CodeCheckService(FactorStore factors, TimeCodes times, RefusedCodeStore refused, ApplicationEventPublisher events) {
        this.factors = factors;
        this.times = times;
        this.refused = refused;
        this.events = events;
    }

    /**
     * By what an account can take the second step of a sign-in, besides a recovery code.
     *
     * @param byApp whether it has an authenticator app
     * @param byPasskey whether it has a passkey
     */
    public record FactorWays(boolean byApp, boolean byPasskey) {}

    /**
     * Checks the code of an app. A right code is used up: of two concurrent calls with it, one succeeds. After
     * {@value RefusedCodeStore#MOST} wrong ones in a row none is compared until another second step is right, or the factor is
     * reset.
     */
    public CodeResult check(StaffId account, String typed) {
        var code = TimeCodes.plain(typed);
        if (!TimeCodes.isCode(code)) {
            return CodeResult.NOT_SIX_DIGITS;
        }
        var result = !refused.take(account)
                ? CodeResult.ENDED
                : factors.findSecret(account)
                        .map(secret -> result(account, secret, code))
                        .orElse(CodeResult.WRONG);
        if (result == CodeResult.RIGHT) {
            refused.startOver(account, true);
        } else {
            refused.noteTime(account);
        }
        switch (result) {
            case ENDED -> events.publishEvent(new FactorEvent.CodeRefused(account, "codes ended after 100 wrong ones"));
            case WRONG -> events.publishEvent(new FactorEvent.CodeRefused(account, "wrong code"));
            case CLOCK_OFF -> events.publishEvent(new FactorEvent.CodeRefused(account, "clock of the phone is off"));
            case USED -> events.publishEvent(new FactorEvent.CodeRefused(account, "code used before"));
            default -> {}
        }
        return result;
    }

    private CodeResult result(StaffId account, FactorSecret secret, String code) {
        return times.find(secret, code)
                .map(match -> !match.isInTime()
                        ? CodeResult.CLOCK_OFF
                        : factors.use(account, match.step()) ? CodeResult.RIGHT : CodeResult.USED)
                .orElse(CodeResult.WRONG);
    }

    /** Returns by what an account can take the second step. */
    @Transactional(readOnly = true)
    public FactorWays findWays(StaffId account) {
        var held = factors.find(account);
        return new FactorWays(held.appSince() != null, held.passkeys() > 0);
    }

    /** Checks a recovery code. A right one is used up: of two concurrent calls with it, one succeeds. */
    public CodeResult useRecoveryCode(StaffId account, String typed) {
        if (!RecoveryCodes.isCode(typed)) {
            return CodeResult.NO_RECOVERY_CODE;
        }
        if (!factors.useRecoveryCode(account, typed)) {
            refused.count(account);
            events.publishEvent(new FactorEvent.CodeRefused(account, "wrong recovery code"));
            return CodeResult.WRONG_RECOVERY_CODE;
        }
        refused.startOver(account, false);
        var left = factors.find(account).codesLeft();
        events.publishEvent(new FactorEvent.RecoveryCodeUsed(account, left));
        return CodeResult.RIGHT;
    }

    /**
     * Sets up two-step sign-in during a sign-in, for an account that has none.
     *
     * @param typed the code that the app shows
     * @return ten recovery codes, which cannot be read again
     * @throws Refused if the code is not right, or two-step sign-in was set up in the meantime
     */
    public List<String> setUp(StaffId account, FactorSecret secret, String typed) {
        var match = times.matchToSetUp(secret, typed);
        try {
            factors.add(account, secret, match.step());
        } catch (DuplicateKeyException setUpElsewhere) {
            throw new Refused(
                    "Two-step sign-in was set up in the meantime. Go back and sign in with its code", setUpElsewhere);
        }
        events.publishEvent(new FactorEvent.SetUp(account));
        return factors.renewCodes(account);
    }
}
