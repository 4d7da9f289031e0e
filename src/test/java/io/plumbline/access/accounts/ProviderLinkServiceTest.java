package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.ProviderRefused;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.StoreTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which account a person of the provider gets, and what a link to it costs. */
@StoreTest
class ProviderLinkServiceTest extends AccountTestSteps {
    private static final ProviderRules RULES = new ProviderRules("Hill Clinic", false, "");
    private static final ProviderRules CREATING = new ProviderRules("Hill Clinic", true, "");

    @Autowired
    ProviderLinkService service;

    @Autowired
    ProviderAccountService provider;

    String unique;
    String email;
    StaffId account;
    ClinicId clinic;

    @BeforeEach
    void aTherapistWhoseRoleIsConfirmed() {
        unique = Ids.next().toString().substring(24);
        email = "t" + unique + "@clinic.example";
        clinic = group.west;
        account = staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft("t" + unique, "Therapist", Set.of(Role.THERAPIST), Set.of(clinic)), PASSWORD));
        jdbc.sql("update staff_account set roles = 'THERAPIST', pending_roles = '', pending_since = null where id = ?")
                .param(Ids.bytes(account.value()))
                .update();
    }

    @Test
    void aLinkByAnAdministratorHoldsTheClinicalRole() {
        expect(email.toUpperCase(java.util.Locale.ROOT));
        assertThat(admit(person("one", null), RULES)).isEqualTo("t" + unique);
        assertThat(column("roles")).isEmpty();
        assertThat(column("pending_roles")).isEqualTo("THERAPIST");
        assertThat(staff.as("admin", () -> service.find(account).linkedAt())).isNotNull();
    }

    @Test
    void aLinkByThePersonKeepsTheRole() {
        staff.doAs("system", () -> provider.connect(account, person("one", null), RULES));
        assertThat(admit(person("one", null), RULES)).isEqualTo("t" + unique);
        assertThat(column("roles")).isEqualTo("THERAPIST");
        assertThatThrownBy(() -> staff.doAs("system", () -> provider.connect(account, person("two", null), RULES)))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("belongs to another person");
    }

    @Test
    void subjectsAreComparedLetterByLetter() {
        expect(email);
        admit(person("one", null), RULES);
        assertThatThrownBy(() -> admit(person("ONE", null), RULES)).hasMessageContaining("belongs to another person");
        assertThatThrownBy(
                        () -> admit(new ProviderPerson("https://other.example", "one", null, null, null, null), RULES))
                .hasMessageContaining("does not confirm your e-mail address");
    }

    @Test
    void anotherAddressEndsTheLink() {
        expect(email);
        admit(person("one", null), RULES);
        expect("");
        assertThatThrownBy(() -> admit(person("one", null), RULES)).hasMessageContaining("no account in the portal");
    }

    @Test
    void oneAddressIsOfOneAccountAndNobodyWritesTheirOwn() {
        expect(email);
        var other = staff.as(
                "system",
                () -> accounts.create(
                        new AccountDraft("o" + unique, "Other", Set.of(Role.AUDITOR), Set.of()), PASSWORD));
        assertThatThrownBy(() -> expect(other, email))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another");
        assertThatThrownBy(() -> expect(other, "no address")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs("admin", () -> {
                    identity.prove(PASSWORD);
                    service.expect(io.plumbline.shared.CurrentUser.current().staff(), email);
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anAccountIsMadeOnlyWhereASettingSaysSoAndItsClinicalRoleWaits() {
        var newcomer = new ProviderPerson(
                "https://provider.example",
                "new" + unique,
                "n" + unique + "@clinic.example",
                "Newcomer",
                Set.of(Role.THERAPIST),
                Set.of(staff.as("system", () -> clinics.label(clinic).code())));
        assertThatThrownBy(() -> admit(newcomer, RULES)).hasMessageContaining("no account in the portal");
        assertThat(admit(newcomer, CREATING)).isEqualTo(newcomer.email());
        assertThat(jdbc.sql("select concat(status, roles, pending_roles) from staff_account where username = ?")
                        .param(newcomer.email())
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVETHERAPIST");
        assertThat(admit(newcomer, RULES)).isEqualTo(newcomer.email());
    }

    private ProviderPerson person(String subject, Set<Role> roles) {
        return new ProviderPerson("https://provider.example", subject + unique, email, null, roles, null);
    }

    private String admit(ProviderPerson person, ProviderRules rules) {
        return staff.as("system", () -> provider.admit(person, rules));
    }

    private void expect(String typed) {
        expect(account, typed);
    }

    private void expect(StaffId of, String typed) {
        staff.doAs("admin", () -> {
            identity.prove(PASSWORD);
            service.expect(of, typed);
        });
    }

    private String column(String name) {
        return jdbc.sql("select " + name + " from staff_account where id = ?")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .single();
    }
}
