package io.plumbline.demo;

import io.plumbline.shared.Role;
import java.util.List;

/** The accounts of the demo clinic. Their passwords are known to everybody, so they exist with demo data only. */
final class DemoAccounts {
    static final List<Account> ALL = List.of(
            new Account("manager", "Maren Holt", Role.MANAGER, true, true),
            new Account("frontdesk", "Ines Cardoso", Role.FRONT_DESK, true, false),
            new Account("chiropractor", "Dr. Ada Novak", Role.CHIROPRACTOR, true, true),
            new Account("therapist", "Tom Eriksen", Role.THERAPIST, true, false),
            new Account("auditor", "Priya Raman", Role.AUDITOR, false, false),
            new Account("admin", "Sam Okafor", Role.ADMIN, false, false));

    private DemoAccounts() {}

    static String passwordOf(String username) {
        return "demo-" + username + "-pass";
    }

    /** An account, and at which of the two demo clinics its person works. */
    record Account(String username, String displayName, Role role, boolean atHarbour, boolean atMill) {
        String password() {
            return passwordOf(username);
        }
    }
}
