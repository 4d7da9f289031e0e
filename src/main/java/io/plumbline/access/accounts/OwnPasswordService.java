package io.plumbline.access.accounts;

import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.PasswordInUse;
import io.plumbline.access.signin.RunningSession;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import java.time.Clock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes the current user's own password. Hashing is slow, so it holds no database connection. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_OWN)
public class OwnPasswordService {
    private final StaffAccounts accounts;
    private final IdentityService identity;
    private final SecondFactorService factors;
    private final RunningSession session;
    private final ClinicService clinics;
    private final PasswordEncoder passwords;
    private final RetriedTransaction each;
    private final Clock clock;

    OwnPasswordService(
            StaffAccounts accounts,
            IdentityService identity,
            SecondFactorService factors,
            RunningSession session,
            ClinicService clinics,
            PasswordEncoder passwords,
            RetriedTransaction each,
            Clock clock) {
        this.accounts = accounts;
        this.identity = identity;
        this.factors = factors;
        this.session = session;
        this.clinics = clinics;
        this.passwords = passwords;
        this.each = each;
        this.clock = clock;
    }

    /**
     * Sets another password. The current user's other sessions end within seconds; the session that asks goes on, and the
     * password that it gave counts as proof of identity for a while.
     *
     * @param current the present password; five wrong ones are refused for 15 minutes
     * @throws Refused with the field and a message for the user
     * @throws NotAvailable if the current user has no account
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void change(String current, String password, String repeated) {
        var user = CurrentUser.current();
        // first without a hash: what was typed wrongly must not use up the tries of the present password
        each.run(() -> PasswordRules.check(
                password, repeated, factors.findMine().isOn(), clinics, user.username(), user.displayName()));
        prove(current);
        if (current.equals(password)) {
            throw new Refused(AccountField.PASSWORD, "This is your current password. Choose another");
        }
        var hash = String.valueOf(passwords.encode(password));
        each.run(() -> {
            var account = accounts.findById(user.staff().value()).orElseThrow(NotAvailable::new);
            // as the store keeps it
            var at = clock.instant();
            account.changePassword(hash, at);
            accounts.save(account);
            session.continueWith(new PasswordInUse(at));
        });
    }

    private void prove(String current) {
        try {
            identity.prove(current);
        } catch (Refused wrong) {
            throw new Refused(AccountField.CURRENT_PASSWORD, wrong.sentence());
        }
    }
}
