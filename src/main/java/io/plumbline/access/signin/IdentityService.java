package io.plumbline.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.util.regex.Pattern;
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
    /** No password is as short. */
    private static final Pattern PIN = Pattern.compile("[0-9]{6}");

    private static final int GUESSES = 5;
    private static final Duration GUESSES_FORGOTTEN = Duration.ofMinutes(15);

    private final UserDetailsService users;
    private final PasswordEncoder passwords;
    private final SigningPins pins;
    private final OwnPasskeys passkeys;
    private final LocalSignIn local;
    private final IdentityProofs proofs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate each;

    private final Cache<StaffId, Bucket> guesses =
            Caffeine.newBuilder().expireAfterAccess(GUESSES_FORGOTTEN).build();

    IdentityService(
            UserDetailsService users,
            PasswordEncoder passwords,
            SigningPins pins,
            OwnPasskeys passkeys,
            LocalSignIn local,
            IdentityProofs proofs,
            ApplicationEventPublisher events,
            TransactionTemplate each) {
        this.users = users;
        this.passwords = passwords;
        this.pins = pins;
        this.passkeys = passkeys;
        this.local = local;
        this.proofs = proofs;
        this.events = events;
        this.each = each;
    }

    /** Thrown if the current user must enter their password, or use a passkey, first. */
    public static final class ProofNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ProofNeeded() {
            super("Enter your password");
        }
    }

    /**
     * Requires that the current user gave their password or a passkey recently, within fifteen minutes by default.
     *
     * @throws ProofNeeded if they did not
     */
    public void demandProof() {
        if (!proofs.isFresh()) {
            throw new ProofNeeded();
        }
    }

    /**
     * Requires that the current user gave their password, a passkey or their signing PIN recently. For a signature only:
     * whatever reaches further demands more than the PIN, see {@link #demandProof}.
     *
     * @throws ProofNeeded if they gave none
     */
    public void demandProofToSign() {
        if (!proofs.isFresh() && !proofs.isFreshToSign()) {
            throw new ProofNeeded();
        }
    }

    /**
     * Checks the current user's signing PIN, if six digits are given, or else the password. A PIN counts as proof for
     * signatures only.
     *
     * @throws Refused if it is wrong or there were too many wrong ones, with a message for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void proveToSign(String typed) {
        try {
            if (!isRightPin(typed, () -> refuse("wrong PIN"))) {
                prove(typed);
            }
        } catch (PasswordNotLookedAt busy) {
            throw new Refused(String.valueOf(busy.getMessage()), busy);
        }
    }

    /**
     * Checks the signing PIN or the password of the current user at their locked screen. Whoever calls this method limits the
     * tries, as at sign-in, and records wrong ones.
     *
     * @return what was given, in a word
     * @throws Refused if it is wrong, with a message for the user
     * @throws PasswordNotLookedAt if too many others are being checked
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String proveToUnlock(String typed) {
        if (isRightPin(typed, () -> {})) {
            return "PIN";
        }
        var user = CurrentUser.current();
        var account = users.loadUserByUsername(user.username());
        if (!account.isEnabled()
                || !passwords.matches(typed, account.getPassword())
                || !local.counts(account.getUsername())) {
            throw new Refused("Incorrect password for " + user.displayName());
        }
        pins.passwordGiven(user.staff());
        proofs.given();
        return "password";
    }

    /**
     * Returns whether a right PIN was given; if not, what was given may be the password.
     *
     * @throws Refused if it is a wrong PIN
     */
    private boolean isRightPin(String typed, Runnable onWrong) {
        if (!PIN.matcher(typed).matches()) {
            return false;
        }
        var user = CurrentUser.current();
        var answer = pins.check(user.staff(), typed);
        if (answer == SigningPins.Answer.RIGHT) {
            proofs.givenToSign();
            return true;
        }
        if (answer == SigningPins.Answer.NONE) {
            return false;
        }
        if (answer == SigningPins.Answer.OFF) {
            throw new Refused("Your PIN is off after five wrong tries. Enter your password");
        }
        onWrong.run();
        throw new Refused("Incorrect PIN for " + user.displayName()
                + (answer == SigningPins.Answer.LAST_WRONG
                        ? ". It is off after five wrong tries: enter your password"
                        : ""));
    }

    /**
     * Checks the current user's password, which then counts as proof for a while, fifteen minutes by default. A wrong
     * password is recorded in the audit trail. Hashing is slow, so no database connection is held.
     *
     * @throws Refused if the password is wrong or there were too many wrong ones, with a message for
     *     the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void prove(String password) {
        var user = CurrentUser.current();
        var left = takeGuess("Too many wrong passwords. Wait 15 minutes");
        UserDetails account = users.loadUserByUsername(user.username());
        if (!account.isEnabled() || !matches(password, account, left) || !local.counts(account.getUsername())) {
            refuse("wrong password");
            throw new Refused("Incorrect password for " + user.displayName());
        }
        guesses.invalidate(user.staff());
        pins.passwordGiven(user.staff());
        proofs.given();
    }

    /** Returns whether the current user can prove by a passkey who they are. */
    public boolean hasPasskey() {
        var user = CurrentUser.current();
        return local.counts(user.username()) && passkeys.isAny(user.staff());
    }

    /**
     * Returns what the current user's browser is asked to sign with a passkey of theirs, as JSON. The answer counts once, for
     * five minutes, in this session alone.
     *
     * @param session the id of the current user's session
     * @throws Refused if the current user has no passkey
     */
    public String askPasskey(String session) {
        if (!hasPasskey()) {
            throw new Refused("You have no passkey here any more. Enter your password");
        }
        return passkeys.ask(CurrentUser.current().staff(), session);
    }

    /**
     * Checks a passkey of the current user, which then counts as proof just as the password does. A wrong one is recorded in
     * the audit trail, and counts with wrong passwords.
     *
     * @param answer what the browser sent
     * @throws Refused if it is not right or there were too many wrong tries, with a message for the user
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void provePasskey(String answer, String session) {
        takeGuess("Too many wrong tries. Wait 15 minutes");
        try {
            provePasskeyToUnlock(answer, session);
        } catch (PasskeyRefused wrong) {
            refuse(wrong.why());
            throw new Refused(wrong.sentence(), wrong);
        }
        guesses.invalidate(CurrentUser.current().staff());
    }

    /**
     * Checks a passkey of the current user at their locked screen. Whoever calls this method limits the tries, as at sign-in,
     * and records wrong ones.
     *
     * @throws PasskeyRefused if it is not right
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void provePasskeyToUnlock(String answer, String session) {
        var user = CurrentUser.current();
        var account = users.loadUserByUsername(user.username());
        if (!account.isEnabled() || !local.counts(account.getUsername())) {
            throw new PasskeyRefused("This passkey cannot be used here", "account without passkeys of its own");
        }
        passkeys.check(user.staff(), answer, session);
        proofs.given();
    }

    private Bucket takeGuess(String sentence) {
        var left = guesses.get(CurrentUser.current().staff(), who -> Bucket.builder()
                .addLimit(limit -> limit.capacity(GUESSES).refillIntervally(GUESSES, GUESSES_FORGOTTEN))
                .build());
        if (!left.tryConsume(1)) {
            throw new Refused(sentence);
        }
        return left;
    }

    private void refuse(String why) {
        var user = CurrentUser.current();
        each.executeWithoutResult(refused -> events.publishEvent(new ProofRefused(user.staff(), why)));
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
