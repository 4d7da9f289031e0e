package io.plumbline.access.factors;

import io.plumbline.access.factors.PasskeyVerifier.NotVerified;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The current user's own passkeys. Every change needs a fresh proof of identity and throws {@link IdentityService.ProofNeeded}
 * without it. Those of nobody else can be read or changed.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FACTOR_KEEP)
public class PasskeyService {
    /** The longest name of a passkey. */
    public static final int LONGEST_LABEL = 60;

    private static final int MOST = 10;
    private static final int LONGEST_CREDENTIAL = 1_023;
    private static final int LONGEST_KEY = 2_000;
    private static final int LONGEST_ATTESTATION = 8_000;
    private static final Duration LASTS = Duration.ofMinutes(5);

    private final PasskeyStore passkeys;
    private final FactorStore factors;
    private final PasskeyVerifier verifier;
    private final IdentityService identity;
    private final SecondFactorSettings settings;
    private final Environment environment;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasskeyService(
            PasskeyStore passkeys,
            FactorStore factors,
            PasskeyVerifier verifier,
            IdentityService identity,
            SecondFactorSettings settings,
            Environment environment,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.verifier = verifier;
        this.identity = identity;
        this.settings = settings;
        this.environment = environment;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the current user's passkeys, the oldest first. */
    public List<PasskeyRow> list() {
        return passkeys.list(CurrentUser.current().staff());
    }

    /**
     * Returns what the browser is asked to make a passkey from. Nothing is stored before {@link #add}.
     *
     * @param label the name that the current user gives it
     * @throws Refused if the name is not usable, or the current user has ten passkeys
     */
    public PasskeySetUp begin(String label) {
        identity.demandProof();
        var user = CurrentUser.current();
        var name = named(label);
        var existing = passkeys.descriptors(user.staff());
        if (existing.size() >= MOST) {
            throw new Refused("You have " + MOST + " passkeys. Remove one that you no longer use first");
        }
        var options = verifier.toCreate(user.staff(), user.username(), user.displayName(), existing);
        return new PasskeySetUp(
                options, verifier.written(options), name, clock.instant().plus(LASTS));
    }

    private static String named(String label) {
        if (TextLimit.isBlank(label)) {
            throw new Refused(FactorField.PASSKEY_NAME, "Name the passkey, so that you know it in the list");
        }
        return TextLimit.required(FactorField.PASSKEY_NAME, "The name", label.replaceAll("\\s+", " "), LONGEST_LABEL);
    }

    /**
     * Stores the passkey that the browser made.
     *
     * @param answer what the browser sent, as JSON
     * @return ten recovery codes, which cannot be read again, where this is the current user's first second factor; otherwise
     *     none
     * @throws Refused if the answer is not right
     */
    @Transactional
    public List<String> add(PasskeySetUp asked, String answer) {
        identity.demandProof();
        var account = CurrentUser.current().staff();
        if (!asked.until().isAfter(clock.instant())) {
            throw new Refused(PasskeyResult.OVER.sentence());
        }
        var isFirst = !factors.find(account).isOn();
        try {
            var made = verifier.verifyMade(asked, answer);
            if (made.record().getCredentialId().getBytes().length > LONGEST_CREDENTIAL
                    || made.record().getPublicKey().getBytes().length > LONGEST_KEY
                    || made.attestation().getBytes().length > LONGEST_ATTESTATION) {
                throw new Refused("The portal cannot keep passkeys of this device. Use another device");
            }
            passkeys.add(account, made.record(), made.attestation());
        } catch (NotVerified notRight) {
            throw new Refused(notRight.result().sentence(), notRight);
        } catch (DuplicateKeyException known) {
            throw new Refused("This passkey is stored already", known);
        }
        events.publishEvent(new FactorEvent.PasskeyAdded(account));
        return isFirst ? factors.renewCodes(account) : List.of();
    }

    /**
     * Removes a passkey. With the last factor the recovery codes go too.
     *
     * @throws Refused if it was removed before, or is the last factor of an account whose role requires one
     */
    @Transactional
    public void remove(PasskeyId passkey) {
        identity.demandProof();
        var user = CurrentUser.current();
        if (!passkeys.remove(user.staff(), passkey)) {
            throw new Refused("This passkey was removed in the meantime");
        }
        if (!factors.find(user.staff()).isOn()) {
            if (settings.isRequired(user.roles(), environment)) {
                throw new Refused("Your role requires two-step sign-in. Add another passkey or an app first");
            }
            factors.removeCodes(user.staff());
        }
        events.publishEvent(new FactorEvent.PasskeyRemoved(user.staff()));
    }
}
