package io.plumbline.bench;

import io.plumbline.access.factors.CodeCheckService;
import io.plumbline.access.factors.CodeResult;
import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.factors.FactorSteps;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.pins.SigningPinService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.SigningPins;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.onlineintake.LinkOver;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people hold that a store knows only by the portal's key or by a hash: the app of two-step sign-in, a signing PIN, an open
 * link to an online intake, and a wish not to be contacted.
 */
final class KeyedSecrets {
    /** Nobody who works while a portal is killed. */
    private static final String WHO = "auditor";

    private static final String PIN = "271828";
    private static final PhoneNumber STOPPED = new PhoneNumber("+16025550199");
    private static final Pattern LINK = Pattern.compile("online-intake/([^/?]+).*");

    private final StaffId account;
    private final FactorSecret app;
    private final String token;

    private KeyedSecrets(StaffId account, FactorSecret app, String token) {
        this.account = account;
        this.app = app;
        this.token = token;
    }

    /** Gives people these on a store that is filled. */
    static KeyedSecrets give(ApplicationContext portal, String password) {
        var staff = portal.getBean(Staff.class);
        var app = staff.as(WHO, () -> {
            portal.getBean(IdentityService.class).prove(password);
            var factors = portal.getBean(SecondFactorService.class);
            var secret = factors.begin();
            factors.confirm(secret, codeAt(portal, secret, Duration.ZERO));
            portal.getBean(SigningPinService.class).choose(PIN, PIN);
            return secret;
        });
        var account = staff.as(WHO, () -> CurrentUser.current().staff());
        portal.getBean(TransactionOperations.class).executeWithoutResult(status -> portal.getBean(
                        ContactStopStore.class)
                .stop(STOPPED, null, account, portal.getBean(Clock.class).instant()));
        return new KeyedSecrets(account, app, staff.as("chiropractor", () -> link(portal)));
    }

    private static String link(ApplicationContext portal) {
        var me = CurrentUser.current();
        var patient = portal.getBean(JdbcClient.class)
                .sql("select patient_id from patient_relation where staff_id = ? limit 1")
                .param(Ids.bytes(me.staff().value()))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .single();
        var path = new AtomicReference<String>();
        portal.getBean(OnlineIntakeService.class)
                .create(patient, me.clinics().iterator().next(), false, within -> {
                    path.set(within);
                    return within;
                });
        var link = LINK.matcher(path.get());
        if (!link.find()) {
            throw new IllegalStateException(path.get() + " has no token");
        }
        return link.group(1);
    }

    private static String codeAt(ApplicationContext portal, FactorSecret secret, Duration later) {
        return FactorSteps.codeAt(secret, portal.getBean(Clock.class).instant().plus(later));
    }

    /** Returns which of them a restored store does not know any longer. */
    List<String> lostIn(ApplicationContext portal) {
        var lost = new ArrayList<String>();
        var staff = portal.getBean(Staff.class);
        // a code counts once: the next one, which the app shows before its time where a clock is behind
        var code = staff.as("system", () -> portal.getBean(CodeCheckService.class)
                .check(account, codeAt(portal, app, Duration.ofSeconds(30))));
        if (code != CodeResult.RIGHT) {
            lost.add("two-step sign-in: " + code);
        }
        var pin = portal.getBean(SigningPins.class).check(account, PIN);
        if (pin != SigningPins.Answer.RIGHT) {
            lost.add("signing PIN: " + pin);
        }
        try {
            staff.as("system", () -> portal.getBean(OnlineFormService.class).question(token));
        } catch (LinkOver over) {
            lost.add("link to an online intake");
        }
        if (portal.getBean(ContactStopStore.class).since(STOPPED, null).isEmpty()) {
            lost.add("stop contacting");
        }
        return lost;
    }
}
