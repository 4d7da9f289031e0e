package io.plumbline.access.sso;

import io.plumbline.access.accounts.ProviderRules;
import io.plumbline.access.signin.LocalSignIn;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says whether there is single sign-on, and who may sign in without it. */
@Component
public class SingleSignOn implements LocalSignIn {
    /** The address that leads to the provider. */
    public static final String START = "/login/sso";

    /** The address to which the provider leads back. */
    public static final String BACK = START + "/back";

    /** The address by which a signed-in person proves to the provider who they are. */
    public static final String PROVE = START + "/prove";

    /** The address by which a signed-in person links their account to the provider. */
    public static final String CONNECT = START + "/connect";

    /** The page that says what came of either. */
    public static final String DONE = START + "/done";

    private final SsoSettings settings;

    SingleSignOn(SsoSettings settings) {
        this.settings = settings;
    }

    /** Returns whether there is single sign-on. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** Returns what staff call the provider. */
    public String name() {
        return settings.name();
    }

    /** Returns whether passwords and passkeys of the portal open it too. */
    public boolean isLocalSignInOn() {
        return settings.localSignIn();
    }

    @Override
    public boolean counts(String username) {
        return settings.localSignIn()
                || username.equals(settings.localAdministrator().strip().toLowerCase(Locale.ROOT));
    }

    ProviderRules rules() {
        return new ProviderRules(settings.name(), settings.createAccounts(), settings.localAdministrator());
    }
}
