package io.plumbline.demo;

import io.plumbline.shared.Role;
import java.util.List;
import java.util.stream.Stream;

/** The accounts of the demo clinic. Their passwords are public, so they exist only with demo data. */
final class DemoAccounts {
    /** One account for each role. */
    static final List<Account> ALL = List.of(
            new Account("manager", "Maren Holt", Role.MANAGER, true, true),
            new Account("frontdesk", "Ines Cardoso", Role.FRONT_DESK, true, false),
            new Account("chiropractor", "Dr. Ada Novak", Role.CHIROPRACTOR, true, true),
            new Account("therapist", "Tom Eriksen", Role.THERAPIST, true, false),
            new Account("auditor", "Priya Raman", Role.AUDITOR, false, false),
            new Account("admin", "Sam Okafor", Role.ADMIN, false, false));

    /** Colleagues who treat patients and sign their own notes. */
    static final List<Account> COLLEAGUES = List.of(
            new Account("mateus", "Mateus Oliveira", Role.THERAPIST, true, false),
            new Account("jonas", "Dr. Jonas Ruiz", Role.CHIROPRACTOR, false, true),
            new Account("imani", "Imani Okoye", Role.THERAPIST, false, true),
            new Account("stefan", "Stefan Król", Role.THERAPIST, false, true),
            new Account("yuki", "Yuki Tanabe", Role.THERAPIST, true, false),
            new Account("dara", "Dara Quinn", Role.THERAPIST, false, true),
            new Account("farid", "Dr. Farid Nasser", Role.CHIROPRACTOR, true, false),
            new Account("helen", "Dr. Helen Abara", Role.CHIROPRACTOR, false, true));

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
