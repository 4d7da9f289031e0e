package io.plumbline.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies, before a record is signed or another sensitive action, that the person at the screen is the one who signed in. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.IDENTITY_PROVE)
public class IdentityService {
    private static final int GUESSES = 5;
    private static final Duration GUESSES_FORGOTTEN = Duration.ofMinutes(15);

    private final UserDetailsService users;
    private final PasswordEncoder passwords;
    private final IdentityProofs proofs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    private final Cache<StaffId, Bucket> guesses =
            Caffeine.newBuilder().expireAfterAccess(GUESSES_FORGOTTEN).build();

    IdentityService(
            UserDetailsService users,
            PasswordEncoder passwords,
            IdentityProofs proofs,
            ApplicationEventPublisher events,
            TransactionTemplate each) {
        this.users = users;
        this.passwords = passwords;
        this.proofs = proofs;
        this.events = events;
        this.each = each;
    }

    /** Thrown if the caller must enter their password first. */
    public static final class ProofNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ProofNeeded() {
            super("Enter your password");
        }
    }

    /**
     * Requires that the caller entered their password recently, within fifteen minutes by default.
     *
     * @throws ProofNeeded if they did not
     */
    public void demandProof() {
        if (!proofs.isFresh()) {
            throw new ProofNeeded();
        }
    }

    /**
     * Checks the caller's password, which then counts as proof for a while, fifteen minutes by default. A wrong
     * password is recorded in the audit trail. Hashing is slow, so no database connection is held.
     *
     * @throws Refused if the password is wrong or there were too many wrong ones, with a message for
     *     the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void prove(String password) {
        var caller = Caller.current();
        var left = guesses.get(caller.staff(), who -> Bucket.builder()
                .addLimit(limit -> limit.capacity(GUESSES).refillIntervally(GUESSES, GUESSES_FORGOTTEN))
                .build());
        if (!left.tryConsume(1)) {
            throw new Refused("Too many wrong passwords. Wait 15 minutes");
        }
        UserDetails account = users.loadUserByUsername(caller.username());
        if (!account.isEnabled() || !matches(password, account, left)) {
            each.executeWithoutResult(refused -> events.publishEvent(new ProofRefused(caller.staff())));
            throw new Refused("Incorrect password for " + caller.displayName());
        }
        guesses.invalidate(caller.staff());
        proofs.given();
    }

    private boolean matches(String password, UserDetails account, Bucket left) {
        try {
            return passwords.matches(password, account.getPassword());
        } catch (PasswordNotLookedAt busy) {
            left.addTokens(1);
            throw new Refused(String.valueOf(busy.getMessage()), busy);
        }
    }
}
