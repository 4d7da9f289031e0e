package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.phases.PlanPhase;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A manager of the west who is therapist in the east: the screens of a record of the east offer none of what only a
 * manager does, and those of the west do.
 */
@StoreTest
class ClinicOfTheRecordScreensTest extends SpringBrowserlessTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    ScheduleService schedule;

    @Autowired
    OrderService orders;

    @Autowired
    LeadService leads;

    @Autowired
    Clock clock;

    /** What there is at a clinic. */
    private record Place(
            String code,
            PatientId patient,
            PlanId plan,
            OrderId order,
            StaffId practitioner,
            AppointmentId visit,
            LocalDate day,
            LeadId lead) {}

    /** A screen of a record, and what of it only a manager may do. */
    private record Of(String screen, Function<Place, String> address, Set<String> managers) {}

    private static final List<Of> SCREENS = List.of(
            new Of("the patient", at -> Routes.patient(at.patient()), Set.of("Book", "Edit")),
            new Of(
                    "the patient's person",
                    at -> Routes.patient(at.patient(), "person"),
                    Set.of(
                            "Book",
                            "Edit",
                            "Add a person…",
                            "Choose contact…",
                            "Change status…",
                            "Merge another record…",
                            "Add to the team…")),
            new Of("the patient's plans", at -> Routes.patient(at.patient(), "plans"), Set.of("Book", "Edit")),
            new Of("the plan", at -> Routes.plan(at.plan()), Set.of("Book next…", "Hand over…")),
            new Of("the order", at -> Routes.order(at.order()), Set.of("Decline…", "Book…")),
            new Of(
                    "the day",
                    at -> Routes.SCHEDULE + "?clinic=" + at.code() + "&day=" + at.day(),
                    Set.of("Book", "Export…")),
            new Of(
                    "the appointment",
                    at -> Routes.SCHEDULE + "?clinic=" + at.code() + "&day=" + at.day() + "&appointment="
                            + at.visit().value(),
                    Set.of("Book", "Export…", "Cancel appointment…", "Move…")),
            new Of("the practitioner", at -> Routes.practitioner(at.practitioner()), Set.of("Hand over plans")));

    private Place west;
    private Place east;
    private String who;

    @BeforeEach
    void hires() {
        who = "both" + PEOPLE.incrementAndGet();
        var me = staff.as("system", () -> {
            var account = accounts.create(
                    new AccountDraft(
                            who,
                            who,
                            Set.of(Role.MANAGER, Role.THERAPIST),
                            Set.of(group.west, group.east),
                            new Role.Limits(
                                    Map.of(Role.MANAGER, Set.of(group.west), Role.THERAPIST, Set.of(group.east)))),
                    TestGroup.PASSWORD);
            roles.confirm(account, 0, Role.THERAPIST);
            return account;
        });
        staff.doAs("manager", () -> practitioners.add(me, TestGroup.plain(group.east, Discipline.MASSAGE_THERAPY)));
        west = place("west", group.west, group.therapist);
        east = place("east", group.east, me);
    }

    private Place place(String code, ClinicId clinic, StaffId treatedBy) {
        var patient = care.patient("Here", clinic);
        var adjustment = new PlannedService(
                PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.chiropractor, Frequency.WEEKLY, 4);
        var plan = care.activePlan(patient, "Stiff back", clinic, care.today(), adjustment);
        var order = staff.as(
                "chiropractor",
                () -> orders.place(
                        patient,
                        OrderSource.of(plan),
                        new OrderDraft(
                                OrderKind.MASSAGE, new Wanted(care.today().plusDays(7), false), null, ""),
                        false));
        var worker = group.worker(new TestGroup.Own(clinic, "manager"), Discipline.MASSAGE_THERAPY);
        var day = care.today().plusDays(3);
        var visit = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        clinic,
                        clinic.equals(group.east) ? treatedBy : worker,
                        patient,
                        AppointmentType.CONSULTATION,
                        day,
                        LocalTime.of(11, 0),
                        30)));
        var lead = staff.as(
                "system",
                () -> leads.receive(
                        new LeadDraft(
                                "Lead of " + code,
                                new PhoneNumber("+16025550171"),
                                null,
                                "Lower back",
                                CallWindow.ANY_TIME,
                                LeadSource.SIGN,
                                clinic,
                                clock.instant()),
                        null));
        return new Place(group.codeOf(clinic), patient, plan, order, worker, visit, day, lead);
    }

    @AfterEach
    void signsOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theScreensOfARecordOfferWhatTheServiceAllowsAtItsClinic() {
        staff.signIn(who);
        for (var of : SCREENS) {
            assertThat(offered(of, west)).as(of.screen() + " in the west").containsAll(of.managers());
            assertThat(offered(of, east))
                    .as(of.screen() + " in the east")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(of.managers());
        }
    }

    @Test
    void aManagerOfBothClinicsIsOfferedItAtBoth() {
        staff.signIn("manager");
        for (var of : SCREENS) {
            for (var place : List.of(west, east)) {
                assertThat(offered(of, place))
                        .as(of.screen() + " at " + place.code())
                        .containsAll(of.managers());
            }
        }
    }

    @Test
    void theAddressOfTheEditorOpensNoneInTheEast() {
        staff.signIn(who);
        Screen.open(Routes.patient(west.patient(), "person") + "?edit");
        assertThat(words()).contains("Save");
        Screen.open(Routes.patient(east.patient(), "person") + "?edit");
        assertThat(words()).isNotEmpty().doesNotContain("Save");
    }

    /** What only managers and the front desk open at all. */
    @Test
    void aLeadOfTheEastIsNotThere() {
        staff.signIn(who);
        Screen.open(Routes.lead(west.lead()));
        assertThat(Screen.textOf(UI.getCurrentOrThrow())).contains("Lead of west");
        Screen.open(Routes.lead(east.lead()));
        assertThat(Screen.textOf(UI.getCurrentOrThrow()))
                .contains("Not available")
                .doesNotContain("Lead of east");
    }

    private Set<String> offered(Of of, Place place) {
        Screen.open(of.address().apply(place));
        return words();
    }

    private Set<String> words() {
        return Stream.<Component>concat(find(Button.class).all().stream(), find(Anchor.class).all().stream())
                .map(one -> one.getElement().getText())
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
    }
}
