package io.plumbline.demo;

import io.plumbline.access.SystemActor;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Creates the accounts and practitioners of the demo clinic. */
@Component
class DemoStaff {
    private final SystemActor system;
    private final DemoSignIn signIn;
    private final AccountService accounts;
    private final OneTimeLinkService links;
    private final RoleConfirmationService roles;
    private final PractitionerService practitioners;

    DemoStaff(
            SystemActor system,
            DemoSignIn signIn,
            AccountService accounts,
            OneTimeLinkService links,
            RoleConfirmationService roles,
            PractitionerService practitioners) {
        this.system = system;
        this.signIn = signIn;
        this.accounts = accounts;
        this.links = links;
        this.roles = roles;
        this.practitioners = practitioners;
    }

    /** All staff by key, as named in {@link DemoPractitioners} and {@link DemoAccounts}. */
    record People(Map<String, StaffId> byKey) {
        StaffId the(String key) {
            return Objects.requireNonNull(byKey.get(key), key);
        }

        /** Returns a practitioner by account name. */
        DemoCourses.Member member(String account) {
            return new DemoCourses.Member(account, the(account));
        }
    }

    People hire(DemoPlaces places) {
        var byKey = new HashMap<String, StaffId>();
        DemoAccounts.everybody().forEach(account -> byKey.put(account.username(), give(account, places)));
        signIn.as("manager", () -> {
            roles.waiting().forEach(asked -> roles.confirm(asked.account(), asked.version(), asked.role()));
            for (var person : DemoPractitioners.ALL) {
                var id = byKey.computeIfAbsent(person.key(), key -> StaffId.next());
                practitioners.add(id, person.draft(places));
            }
        });
        return new People(Map.copyOf(byKey));
    }

    /**
     * Creates two accounts that are not active yet: one is only invited, the other waits for a manager to confirm its
     * role.
     */
    void invite(DemoPlaces places, Instant now) {
        var sent = signIn.call("admin", now.minus(Duration.ofMinutes(20)), () -> {
            accounts.invite(therapist("nadia", "Nadia Fell", places.mill()));
            return accounts.invite(therapist("odile", "Odile Brandt", places.harbour()));
        });
        var password = DemoAccounts.passwordOf("odile");
        system.call(() -> {
            links.choosePassword(sent.token(), password, password);
            return sent;
        });
    }

    private static AccountDraft therapist(String username, String displayName, DemoPlaces.Clinic place) {
        return new AccountDraft(username, displayName, Set.of(Role.THERAPIST), Set.of(place.clinic()));
    }

    private StaffId give(DemoAccounts.Account account, DemoPlaces places) {
        var at = new HashSet<ClinicId>();
        if (account.atHarbour()) {
            at.add(places.harbour().clinic());
        }
        if (account.atMill()) {
            at.add(places.mill().clinic());
        }
        var draft = new AccountDraft(account.username(), account.displayName(), Set.of(account.role()), at);
        return system.call(() -> accounts.create(draft, account.password()));
    }
}
