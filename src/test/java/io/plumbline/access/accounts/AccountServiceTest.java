package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.DisplayChoice;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.HourCycle;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** What every store promises of accounts. */
@StoreTest
class AccountServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    DisplayService display;

    @Autowired
    CurrentAccountQuery currentAccountQuery;

    @Autowired
    ClinicService clinics;

    @Autowired
    LeadService leads;

    @Autowired
    AuthenticationManager authentication;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void whoIsInvitedChoosesAPasswordOnceAndSignsIn() {
        var invited = invite(Role.FRONT_DESK, group.west);
        assertThat(statusOf(invited)).isEqualTo(AccountStatus.INVITED);
        assertThatThrownBy(() -> signIn(invited, PASSWORD)).isInstanceOf(DisabledException.class);

        choose(invited.token, PASSWORD);
        assertThat(statusOf(invited)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(signIn(invited, PASSWORD).roles()).containsExactly(Role.FRONT_DESK);
        assertThatThrownBy(() -> choose(invited.token, PASSWORD)).isInstanceOf(LinkOver.class);
        assertThat(kindsOf(invited.id)).containsExactly("account.invited", "signin.refused", "account.password-chosen");
    }

    @Test
    void whereTheStoreGivesWayAnInvitationAndItsPasswordAreDoneAgain() {
        var invited = new AtomicReference<Person>();
        givingWayOnceAt(AccountEvent.Invited.class, () -> invited.set(invite(Role.AUDITOR)));
        givingWayOnceAt(AccountEvent.PasswordChosen.class, () -> choose(invited.get().token, PASSWORD));
        assertThat(signIn(invited.get(), PASSWORD).roles()).containsExactly(Role.AUDITOR);
        assertThat(kindsOf(invited.get().id))
                .as("each once")
                .containsExactly("account.invited", "account.password-chosen");
    }

    /** The first transaction with such an event is rolled back, as by a deadlock. */
    private void givingWayOnceAt(Class<? extends AccountEvent> event, Runnable deed) {
        var hasGivenWay = new AtomicBoolean();
        ApplicationListener<ApplicationEvent> gives = published -> {
            if (published instanceof PayloadApplicationEvent<?> told
                    && event.isInstance(told.getPayload())
                    && hasGivenWay.compareAndSet(false, true)) {
                throw new CannotAcquireLockException("Deadlock");
            }
        };
        multicaster.addApplicationListener(gives);
        try {
            deed.run();
        } finally {
            multicaster.removeApplicationListener(gives);
        }
        assertThat(hasGivenWay).isTrue();
    }

    @Test
    void lookingAtALinkAndTypingWrongUseNothingUp() {
        var invited = invite(Role.AUDITOR);
        assertThat(staff.as("system", () -> links.holder(invited.token)).username())
                .isEqualTo(invited.username);
        assertThatThrownBy(() -> choose(invited.token, "password1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs("system", () -> links.choosePassword(invited.token, PASSWORD, "another")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("do not match");
        choose(invited.token, PASSWORD);
    }

    @Test
    void aLinkEndsAfterThirtyMinutesWithANewerOneAndWithTheAccount() {
        var late = invite(Role.AUDITOR);
        jdbc.sql("update account_link set expires_at = ? where subject_id = ?")
                .params(Utc.of(clock.instant().minus(Duration.ofSeconds(1))), Ids.bytes(late.id.value()))
                .update();
        assertThatThrownBy(() -> choose(late.token, PASSWORD)).isInstanceOf(LinkOver.class);

        var newer = staff.as("admin", () -> accounts.newLink(late.id, versionOf(late.id)));
        var newest = staff.as("admin", () -> accounts.newLink(late.id, versionOf(late.id)));
        assertThatThrownBy(() -> choose(newer.token(), PASSWORD)).isInstanceOf(LinkOver.class);
        assertThat(open(late.id).linkUntil())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(28)),
                        clock.instant().plus(Duration.ofMinutes(31)));

        staff.doAs("admin", () -> accounts.switchOff(late.id, versionOf(late.id)));
        assertThatThrownBy(() -> choose(newest.token(), PASSWORD)).isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> choose("no-such-token", PASSWORD)).isInstanceOf(LinkOver.class);
    }

    @Test
    void theStoreKeepsNoTokenThatCouldBeUsed() {
        var invited = invite(Role.AUDITOR);
        assertThat(jdbc.sql("select token_hash from account_link")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(invited.token)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void ofManyWhoSendTheSameLinkAtOnceOneIsHeard() throws Exception {
        var invited = invite(Role.AUDITOR);
        var heard = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var mine = PASSWORD + i;
                all.add(() -> {
                    try {
                        choose(invited.token, mine);
                        heard.incrementAndGet();
                    } catch (LinkOver | StaleVersion tooLate) {
                        return false;
                    }
                    return true;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkAndTheOldOneWorksUntilThen() {
        var person = active(Role.FRONT_DESK, group.west);
        var link = staff.as("admin", () -> accounts.newLink(person.id, versionOf(person.id)));
        signIn(person, PASSWORD);
        choose(link.token(), "another four words");
        signIn(person, "another four words");
        assertThatThrownBy(() -> signIn(person, PASSWORD)).hasMessageContaining("Bad credentials");
    }

    @Test
    void aClinicalRoleWorksOnceAManagerOfOneOfItsClinicsHasConfirmedIt() {
        var person = active(Role.THERAPIST, group.west);
        assertThat(signIn(person, PASSWORD).roles()).isEmpty();
        var elsewhere = founder("elsewhere");
        assertThat(waiting(elsewhere.username))
                .noneMatch(asked -> asked.account().equals(person.id));
        assertThatThrownBy(() -> staff.doAs(
                        elsewhere.username, () -> roles.confirm(person.id, versionOf(person.id), Role.THERAPIST)))
                .isInstanceOf(NotAvailable.class);

        var asked = waiting("manager").stream()
                .filter(row -> row.account().equals(person.id))
                .toList();
        assertThat(asked).singleElement().satisfies(row -> {
            assertThat(row.role()).isEqualTo(Role.THERAPIST);
            assertThat(row.clinics()).containsExactly(group.west);
            assertThat(row.askedBy()).isEqualTo("admin");
        });
        staff.doAs("manager", () -> roles.confirm(person.id, asked.getFirst().version(), Role.THERAPIST));
        assertThat(signIn(person, PASSWORD).roles()).containsExactly(Role.THERAPIST);
        assertThat(waiting("manager")).noneMatch(row -> row.account().equals(person.id));
        assertThat(kindsOf(person.id)).endsWith("role.confirmed");
    }

    @Test
    void aNewPasswordHoldsAClinicalRoleAndItsManagerIsToldByWhoseLink() {
        var person = active(Role.THERAPIST, group.west);
        assertThat(askedOf(person)).extracting(RoleToConfirm::isAgain).containsExactly(false);
        staff.doAs("manager", () -> roles.confirm(person.id, versionOf(person.id), Role.THERAPIST));
        var link = staff.as("admin", () -> accounts.newLink(person.id, versionOf(person.id)));
        assertThat(signIn(person, PASSWORD).roles()).containsExactly(Role.THERAPIST);
        assertThat(askedOf(person)).isEmpty();

        choose(link.token(), "another four words");
        assertThat(signIn(person, "another four words").roles()).isEmpty();
        var asked = askedOf(person);
        assertThat(asked).singleElement().satisfies(row -> {
            assertThat(row.isAgain()).isTrue();
            assertThat(row.askedBy()).isEqualTo("admin");
        });
        staff.doAs("manager", () -> roles.confirm(person.id, asked.getFirst().version(), Role.THERAPIST));
        assertThat(signIn(person, "another four words").roles()).containsExactly(Role.THERAPIST);
        assertThat(askedOf(person)).isEmpty();
    }

    @Test
    void theMakerOfTheLinkIsNamedAlsoWhereAColleagueChangedTheAccountAfterwards() {
        var person = active(Role.THERAPIST, group.west);
        staff.doAs("manager", () -> roles.confirm(person.id, versionOf(person.id), Role.THERAPIST));
        var second = active(Role.ADMIN);
        var link = staff.as(second.username, () -> accounts.newLink(person.id, versionOf(person.id)));
        var renamed = new AccountDraft(person.username, "Renamed since", Set.of(Role.THERAPIST), Set.of(group.west));
        change(person, renamed);
        choose(link.token(), "another four words");
        assertThat(askedOf(person)).extracting(RoleToConfirm::askedBy).containsExactly(second.username);
        staff.doAs("admin", () -> accounts.switchOff(second.id, versionOf(second.id)));
    }

    @Test
    void aRoleIsAskedForOnceItsPersonHasChosenAPassword() {
        var person = invite(Role.THERAPIST, group.west);
        assertThat(askedOf(person)).isEmpty();
        choose(person.token, PASSWORD);
        assertThat(askedOf(person)).hasSize(1);
    }

    @Test
    void whoCannotWorkYetIsCounted() {
        var before = staff.as("admin", accounts::countWaiting);
        var person = invite(Role.THERAPIST, group.west);
        assertThat(staff.as("admin", accounts::countWaiting)).isEqualTo(before + 1);
        choose(person.token, PASSWORD);
        assertThat(staff.as("admin", accounts::countWaiting))
                .as("the role waits")
                .isEqualTo(before + 1);
        staff.doAs("manager", () -> roles.confirm(person.id, versionOf(person.id), Role.THERAPIST));
        assertThat(staff.as("admin", accounts::countWaiting)).isEqualTo(before);
    }

    @Test
    void aDeclinedRoleIsGone() {
        var person = active(Role.CHIROPRACTOR, group.east);
        staff.doAs("manager", () -> roles.decline(person.id, versionOf(person.id), Role.CHIROPRACTOR));
        assertThat(open(person.id).draft().roles()).isEmpty();
        assertThat(kindsOf(person.id)).endsWith("role.declined");
    }

    @Test
    void nobodyConfirmsTheirOwnRoleUnlessTheirClinicHasNoOtherManager() {
        var alone = founder("alone");
        var clinic = Set.copyOf(open(alone.id).draft().clinics());
        var both = new AccountDraft(alone.username, "alone", Set.of(Role.MANAGER, Role.CHIROPRACTOR), clinic);
        staff.doAs("admin", () -> accounts.change(alone.id, versionOf(alone.id), both));
        var second = manager(alone.username, clinic.iterator().next());
        assertThat(waiting(alone.username)).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        alone.username, () -> roles.confirm(alone.id, versionOf(alone.id), Role.CHIROPRACTOR)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another manager");
        assertThat(waiting(second.username)).hasSize(1);

        staff.doAs("admin", () -> accounts.switchOff(second.id, versionOf(second.id)));
        staff.doAs(alone.username, () -> roles.confirm(alone.id, versionOf(alone.id), Role.CHIROPRACTOR));
        assertThat(signIn(alone, PASSWORD).roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.CHIROPRACTOR);
    }

    @Test
    void anAdministratorWithTwoAccountsOfTheirOwnMakingOpensNoRecord() {
        var manager = active(Role.MANAGER, group.west);
        var chiropractor = active(Role.CHIROPRACTOR, group.west);
        assertThat(signIn(manager, PASSWORD).roles()).isEmpty();
        assertThatThrownBy(() -> staff.doAs(
                        manager.username,
                        () -> roles.confirm(chiropractor.id, versionOf(chiropractor.id), Role.CHIROPRACTOR)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(signIn(chiropractor, PASSWORD).roles()).isEmpty();

        assertThat(askedOf(manager)).extracting(RoleToConfirm::role).containsExactly(Role.MANAGER);
        assertThat(staff.as("manager", roles::newColleagues))
                .extracting(NewColleague::account)
                .contains(manager.id, chiropractor.id);
        staff.doAs("manager", () -> roles.decline(manager.id, versionOf(manager.id), Role.MANAGER));
        assertThat(signIn(manager, PASSWORD).roles()).isEmpty();
    }

    @Test
    void theFirstManagerOfAClinicIsConfirmedByOneOfAnother() {
        var first = active(Role.MANAGER);
        assertThat(signIn(first, PASSWORD).roles()).isEmpty();
        staff.doAs("manager", () -> roles.confirm(first.id, versionOf(first.id), Role.MANAGER));
        assertThat(signIn(first, PASSWORD).roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void aNewPasswordHoldsTheRoleOfAManagerWhereThereIsAnother() {
        var person = manager("manager", group.west);
        var link = staff.as("admin", () -> accounts.newLink(person.id, versionOf(person.id)));
        assertThat(open(person.id).heldByLink()).containsExactly(Role.MANAGER);
        choose(link.token(), "another four words");
        assertThat(signIn(person, "another four words").roles()).isEmpty();
        assertThat(askedOf(person)).extracting(RoleToConfirm::isAgain).containsExactly(true);
    }

    @Test
    void aManagerIsToldOfTheNewAccountsAtTheirClinicsAndOfNoOthers() {
        var here = active(Role.FRONT_DESK, group.west);
        var elsewhere = founder("told");
        assertThat(staff.as("manager", roles::newColleagues))
                .anySatisfy(person -> {
                    assertThat(person.account()).isEqualTo(here.id);
                    assertThat(person.roles()).containsExactly(Role.FRONT_DESK);
                    assertThat(person.madeBy()).isEqualTo("admin");
                })
                .noneMatch(person -> person.account().equals(elsewhere.id));
        assertThat(staff.as(elsewhere.username, roles::newColleagues)).isEmpty();
    }

    @Test
    void whoAddsAClinicWorksThereAtOnce() {
        var founder = manager("manager");
        var seen = new AtomicReference<Caller>();
        var clinic = staff.as(founder.username, () -> {
            var id = clinics.create(clinic("founded"));
            seen.set(Caller.current());
            assertThat(clinics.findForCaller()).hasSize(1);
            return id;
        });
        assertThat(seen.get().clinics()).containsExactly(clinic);
        assertThat(open(founder.id).draft().clinics()).containsExactly(clinic);
        assertThat(currentAccountQuery
                        .findCurrent(List.of(founder.id))
                        .get(founder.id)
                        .isAs(seen.get()))
                .as("their open screens go on")
                .isTrue();
    }

    @Test
    void aClinicThatIsRefusedIsNobodysWorkplace() {
        var founder = manager("manager");
        staff.doAs(founder.username, () -> {
            assertThatThrownBy(() -> clinics.create(clinic("west"))).isInstanceOf(RuntimeException.class);
            assertThat(Caller.current().clinics()).isEmpty();
        });
        assertThat(open(founder.id).draft().clinics()).isEmpty();
    }

    @Test
    void switchingOffGivesBackWhatWasClaimedAndEndsTheSession() {
        var person = active(Role.FRONT_DESK, group.west);
        var before = signIn(person, PASSWORD);
        var lead = lead();
        staff.doAs(
                person.username,
                () -> leads.claim(lead, leads.open(lead).orElseThrow().version()));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> leads.claim(lead, leads.open(lead).orElseThrow().version())))
                .hasMessageContaining("colleague is calling");
        assertThat(currentAccountQuery
                        .findCurrent(List.of(person.id))
                        .get(person.id)
                        .isAs(before))
                .isTrue();

        staff.doAs("admin", () -> accounts.switchOff(person.id, versionOf(person.id)));
        assertThat(currentAccountQuery.findCurrent(List.of(person.id))).isEmpty();
        assertThatThrownBy(() -> signIn(person, PASSWORD)).isInstanceOf(DisabledException.class);
        staff.doAs(
                "westdesk",
                () -> leads.claim(lead, leads.open(lead).orElseThrow().version()));

        staff.doAs("admin", () -> accounts.switchOn(person.id, versionOf(person.id)));
        signIn(person, PASSWORD);
    }

    @Test
    void otherRolesOrClinicsAreNoticedAndANewNameIsNot() {
        var person = active(Role.FRONT_DESK, group.west);
        var before = signIn(person, PASSWORD);
        change(person, new AccountDraft(person.username, "Renamed", Set.of(Role.FRONT_DESK), Set.of(group.west)));
        assertThat(currentAccountQuery
                        .findCurrent(List.of(person.id))
                        .get(person.id)
                        .isAs(before))
                .isTrue();
        change(person, new AccountDraft(person.username, "Renamed", Set.of(Role.FRONT_DESK), Set.of(group.east)));
        assertThat(currentAccountQuery
                        .findCurrent(List.of(person.id))
                        .get(person.id)
                        .isAs(before))
                .isFalse();
    }

    @Test
    void aStaleChangeIsRefusedAndNothingOfItIsKept() {
        var person = active(Role.FRONT_DESK, group.west);
        var seen = versionOf(person.id);
        change(person, new AccountDraft(person.username, "First", Set.of(Role.FRONT_DESK), Set.of(group.west)));
        var late = new AccountDraft(person.username, "Late", Set.of(Role.AUDITOR), Set.of());
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.change(person.id, seen, late)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(person.id, seen)))
                .isInstanceOf(StaleVersion.class);
        assertThat(open(person.id).draft().displayName()).isEqualTo("First");
        assertThat(open(person.id).changedBy()).isEqualTo("admin");
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(StaffId.next(), 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @BeforeEach
    void hasAnAdministrator() {
        admin();
    }

    @Test
    void nobodyChangesTheirOwnRolesOrSwitchesThemselvesOff() {
        var me = staff.as("admin", () -> Caller.current().staff());
        var other = new AccountDraft("admin", "admin", Set.of(Role.MANAGER), Set.of());
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.change(me, versionOf(me), other)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another administrator");
        assertThatThrownBy(() -> staff.doAs("admin", () -> accounts.switchOff(me, versionOf(me))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another administrator");
    }

    @Test
    void ofTwoAdministratorsWhoSwitchEachOtherOffAtOnceOneStays() throws Exception {
        var second = active(Role.ADMIN);
        var first = staff.as("admin", () -> Caller.current().staff());
        var firstVersion = versionOf(first);
        var secondVersion = versionOf(second.id);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> byFirst = () -> switchOff("admin", second.id, secondVersion);
            Callable<Boolean> bySecond = () -> switchOff(second.username, first, firstVersion);
            var done = 0;
            for (var one : threads.invokeAll(List.of(byFirst, bySecond))) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(staff.as("system", links::forFirstAdministrator)).isEmpty();
        if (open(first).status() == AccountStatus.SWITCHED_OFF) {
            staff.doAs(second.username, () -> accounts.switchOn(first, versionOf(first)));
            staff.doAs("admin", () -> accounts.switchOff(second.id, versionOf(second.id)));
        }
    }

    @Test
    void aUserNameIsGivenOnceHoweverItIsTyped() {
        var person = invite(Role.AUDITOR);
        var same = new AccountDraft(" " + person.username.toUpperCase() + " ", "Other", Set.of(Role.AUDITOR), Set.of());
        assertThatThrownBy(() -> staff.as("admin", () -> accounts.invite(same)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("taken");
    }

    private boolean switchOff(String who, StaffId whom, long version) {
        try {
            staff.doAs(who, () -> accounts.switchOff(whom, version));
            return true;
        } catch (Refused last) {
            assertThat(last).hasMessageContaining("last administrator");
            return false;
        }
    }

    private record Person(StaffId id, String username, String token) {}

    @Test
    void datesAreShownAsInTheCountryOfTheClinicUntilThePersonChoosesOtherwise() {
        var abroad = staff.as("system", () -> clinics.create(clinic("abroad", "DE")));
        var manager = new Person(group.account("abroad", Role.MANAGER, abroad), "abroad", "");
        try {
            assertThat(signIn(manager, TestGroup.PASSWORD).formats()).isEqualTo(DisplayFormats.of("DE"));
            assertThat(signIn(active(Role.FRONT_DESK, group.west), PASSWORD).formats())
                    .isEqualTo(DisplayFormats.of("US"));
            assertThat(signIn(active(Role.FRONT_DESK, group.west, abroad), PASSWORD)
                            .formats())
                    .as("in two countries no date has two meanings")
                    .isEqualTo(DisplayFormats.INTERNATIONAL);

            var choice = new DisplayChoice(HourCycle.TWELVE, null, DayOfWeek.SATURDAY);
            staff.doAs(manager.username, () -> display.choose(display.findMine().version(), choice));
            assertThat(signIn(manager, TestGroup.PASSWORD).formats())
                    .isEqualTo(new DisplayFormats(DateOrder.DAY_FIRST, HourCycle.TWELVE, DayOfWeek.SATURDAY));
            assertThat(staff.as(manager.username, display::findMine).choice()).isEqualTo(choice);
            assertThat(kindsOf(manager.id)).last().isEqualTo("account.display-chosen");
            assertThat(detailOfLast(manager.id)).isEqualTo("TWELVE, SATURDAY");
        } finally {
            staff.doAs(manager.username, () -> {
                var setup = clinics.setup(abroad).orElseThrow();
                clinics.change(abroad, setup.details().version(), clinic("abroad", "US"), setup.offer());
            });
        }
    }

    @Test
    void aChoiceOfHowDatesAreShownIsOnesOwnAndAppliesAtOnce() {
        var desk = active(Role.FRONT_DESK, group.west);
        var other = active(Role.FRONT_DESK, group.west);
        var before = staff.as(desk.username, display::findMine);
        var formats = staff.as(desk.username, () -> {
            display.choose(before.version(), new DisplayChoice(null, DateOrder.YEAR_FIRST, null));
            return Caller.current().formats();
        });
        assertThat(formats.order()).as("in the running session").isEqualTo(DateOrder.YEAR_FIRST);
        assertThat(formats.hours()).as("as in the country").isEqualTo(HourCycle.TWELVE);
        assertThat(staff.as(other.username, display::findMine).choice()).isEqualTo(DisplayChoice.NONE);
        assertThatThrownBy(() -> staff.doAs(desk.username, () -> display.choose(before.version(), DisplayChoice.NONE)))
                .as("changed in the meantime")
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as(desk.username, display::findMine).choice().order()).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @Test
    void whoAddsTheirFirstClinicAbroadSeesItsFormatsAtOnce() {
        group.account("founderabroad", Role.MANAGER);
        staff.doAs("founderabroad", () -> {
            var added = clinics.create(clinic("foundedabroad", "GB"));
            try {
                assertThat(Caller.current().formats()).isEqualTo(DisplayFormats.of("GB"));
            } finally {
                var setup = clinics.setup(added).orElseThrow();
                clinics.change(added, setup.details().version(), clinic("foundedabroad", "US"), setup.offer());
            }
        });
    }

    private Person invite(Role role, ClinicId... places) {
        var username = "person" + PEOPLE.incrementAndGet();
        var draft = new AccountDraft(username, username, Set.of(role), Set.of(places));
        var invitation = staff.as("admin", () -> accounts.invite(draft));
        return new Person(invitation.account(), username, invitation.token());
    }

    private Person active(Role role, ClinicId... places) {
        var person = invite(role, places);
        choose(person.token, PASSWORD);
        return person;
    }

    /** A manager whose role another manager has confirmed. */
    private Person manager(String confirmedBy, ClinicId... places) {
        var person = active(Role.MANAGER, places);
        staff.doAs(confirmedBy, () -> roles.confirm(person.id, versionOf(person.id), Role.MANAGER));
        return person;
    }

    private Person founder(String code) {
        var person = manager("manager");
        staff.doAs(person.username, () -> clinics.create(clinic(code)));
        return person;
    }

    /** The administrator of this store, by the link that a first start prints. */
    private synchronized void admin() {
        assertThat(group.west).isNotNull();
        staff.as("system", links::forFirstAdministrator)
                .ifPresent(token -> staff.doAs(
                        "system", () -> links.becomeFirstAdministrator(token, "admin", "admin", PASSWORD, PASSWORD)));
    }

    private void choose(String token, String password) {
        staff.doAs("system", () -> links.choosePassword(token, password, password));
    }

    private Caller signIn(Person person, String password) {
        return (Caller) authentication
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(person.username, password))
                .getPrincipal();
    }

    private void change(Person person, AccountDraft draft) {
        staff.doAs("admin", () -> accounts.change(person.id, versionOf(person.id), draft));
    }

    private AccountDetails open(StaffId id) {
        return staff.as("admin", () -> accounts.open(id)).orElseThrow();
    }

    private AccountStatus statusOf(Person person) {
        return open(person.id).status();
    }

    private long versionOf(StaffId id) {
        return staff.as("admin", () -> accounts.open(id)).orElseThrow().version();
    }

    private List<RoleToConfirm> waiting(String manager) {
        return staff.as(manager, roles::waiting);
    }

    private List<RoleToConfirm> askedOf(Person person) {
        return waiting("manager").stream()
                .filter(row -> row.account().equals(person.id))
                .toList();
    }

    private List<String> kindsOf(StaffId account) {
        return jdbc.sql(
                        "select kind from audit_event where subject = ? and kind not like 'account.signed-in' order by id")
                .params(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }

    private LeadId lead() {
        var draft = new LeadDraft(
                "Somebody",
                new PhoneNumber("6025550142"),
                null,
                "",
                new CallWindow(Set.of(), Set.of()),
                LeadSource.OTHER,
                group.west,
                clock.instant());
        return staff.as("westdesk", () -> leads.receive(draft, null));
    }

    private static ClinicDraft clinic(String code) {
        return clinic(code, "US");
    }

    private static ClinicDraft clinic(String code, String country) {
        return new ClinicDraft(code, code, ZoneId.of("America/Phoenix"), country, "911", 15, List.of(), List.of());
    }

    private String detailOfLast(StaffId account) {
        return jdbc.sql("select detail from audit_event where subject = ? order by id desc limit 1")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .single();
    }
}
