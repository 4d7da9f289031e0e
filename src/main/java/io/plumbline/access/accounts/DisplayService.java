package io.plumbline.access.accounts;

import io.plumbline.access.signin.RunningSession;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The current user's own choice of how dates and times are shown. The choice of nobody else can be read or changed. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.DISPLAY_CHOOSE)
public class DisplayService {
    private final StaffAccounts accounts;
    private final ClinicService clinics;
    private final RunningSession session;

    DisplayService(StaffAccounts accounts, ClinicService clinics, RunningSession session) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.session = session;
    }

    /**
     * Returns what the current user chose.
     *
     * @throws NotAvailable if the current user has no account
     */
    public DisplayDetails findMine() {
        var account = mine();
        return new DisplayDetails(account.version(), account.displayChoice(), DisplayFormats.of(country()));
    }

    /**
     * Stores a choice. It applies to the running session after the commit, and to other sessions of the current user from
     * their next sign-in.
     *
     * @param version of the account that the current user saw
     * @throws NotAvailable if the current user has no account
     * @throws StaleVersion if the account was changed in the meantime
     */
    @Transactional
    public void choose(long version, DisplayChoice choice) {
        var account = mine();
        StaleVersion.throwUnless(
                account.version() == version, StaffAccount.class, account.id().value());
        account.chooseDisplay(choice);
        accounts.save(account);
        session.continueAs(
                CurrentUser.current().with(DisplayFormats.of(country()).with(choice)));
    }

    private StaffAccount mine() {
        return accounts.findById(CurrentUser.current().staff().value()).orElseThrow(NotAvailable::new);
    }

    private String country() {
        return clinics.countryOf(CurrentUser.current().clinics(), null);
    }
}
