package io.plumbline.demo;

import io.plumbline.shared.Role;
import java.util.List;
import java.util.stream.Stream;

/** The accounts of the demo clinic. Their passwords are public, so they exist only with demo data. */
final class DemoAccounts {
    /** One account for each role. */
    static final List<Account> ALL = DemoTexts.rows("accounts.json", Account[].class);

    /** Colleagues who treat patients and sign their own notes. */
    static final List<Account> COLLEAGUES = DemoTexts.rows("colleagues.json", Account[].class);

    private DemoAccounts() {}

    static Stream<Account> everybody() {
        return Stream.concat(ALL.stream(), COLLEAGUES.stream());
    }

    static String passwordOf(String username) {
        return "demo-" + username + "-pass";
    }

    /** An account and the demo clinics where it works. */
    record Account(String username, String displayName, Role role, boolean atHarbour, boolean atMill) {
        String password() {
            return passwordOf(username);
        }
    }
}
