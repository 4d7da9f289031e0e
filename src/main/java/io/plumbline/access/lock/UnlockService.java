package io.plumbline.access.lock;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.PasskeyRefused;
import io.plumbline.access.signin.PasswordNotLookedAt;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Unlocks the screens of the current user's own session. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.IDENTITY_PROVE)
public class UnlockService {
    private final IdentityService identity;
    private final UnlockLimits limits;
    private final SessionLock locks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    UnlockService(
            IdentityService identity,
            UnlockLimits limits,
            SessionLock locks,
            ApplicationEventPublisher events,
            TransactionTemplate each) {
        this.identity = identity;
        this.limits = limits;
        this.locks = locks;
        this.events = events;
        this.each = each;
    }

    /**
     * Unlocks the session of a request. Hashing is slow, so no database connection is held.
     *
     * @param typed the signing PIN or the password of the current user
     * @throws Refused if it is wrong or there were too many wrong ones, with a message for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void unlock(HttpServletRequest request, String typed) {
        unlockBy(request, () -> identity.proveToUnlock(typed));
    }

    /**
     * Unlocks the session of a request by a passkey of the current user, who locked it. A passkey of another person is wrong
     * here: <em>Switch person</em> is for them.
     *
     * @param answer what the browser sent for the question of {@link IdentityService#askPasskey}
     * @throws Refused if it is not right or there were too many wrong tries, with a message for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void unlockByPasskey(HttpServletRequest request, String answer) {
        unlockBy(request, () -> {
            identity.provePasskeyToUnlock(answer, request.getSession().getId());
            return "passkey";
        });
    }

    private void unlockBy(HttpServletRequest request, Supplier<String> prove) {
        var user = CurrentUser.current();
        limits.takeTry(request, user.username());
        try {
            var how = prove.get();
            each.executeWithoutResult(done -> events.publishEvent(new LockEvent.Unlocked(user.staff(), how)));
        } catch (PasswordNotLookedAt busy) {
            limits.giveBack(request, user.username());
            throw new Refused(String.valueOf(busy.getMessage()), busy);
        } catch (PasskeyRefused wrong) {
            refused(request, user, wrong.why() + ", ");
            throw new Refused(wrong.sentence(), wrong);
        } catch (Refused wrong) {
            refused(request, user, "");
            throw wrong;
        }
        limits.succeeded(request, user.username());
        locks.unlock(request.getSession());
    }

    private void refused(HttpServletRequest request, CurrentUser user, String why) {
        each.executeWithoutResult(refused ->
                events.publishEvent(new LockEvent.Refused(user.staff(), why + "from " + request.getRemoteAddr())));
    }

    /**
     * Unlocks the session of a request, whose person has just proved to the provider of single sign-on who they are.
     * Does nothing if it is not locked.
     *
     * @throws IdentityService.ProofNeeded if there is no such proof
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void unlockProved(HttpServletRequest request) {
        identity.demandProof();
        var user = CurrentUser.current();
        if (SessionLock.isLocked(request.getSession())) {
            each.executeWithoutResult(
                    done -> events.publishEvent(new LockEvent.Unlocked(user.staff(), "single sign-on")));
            limits.succeeded(request, user.username());
            locks.unlock(request.getSession());
        }
    }
}
