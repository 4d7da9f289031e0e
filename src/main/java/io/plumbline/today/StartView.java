package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuEntry;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.pins.PinNotices;
import io.plumbline.backup.BackupService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.report.LeadTrend;
import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.LiveScreens;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.NavEntries;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The start page: a greeting, the current user's key numbers, what to do first, and the results of the last weeks. */
@Route(Routes.START)
@PageTitle("Start · Plumbline")
@Menu(order = 0, title = "Start", icon = "HOME")
@PermitAll
class StartView extends Main {
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final List<StartPart> parts;
    private final List<NavBadge> badges;
    private final ClinicService clinics;
    private final ScheduleService schedule;
    private final RoleConfirmationService roles;
    private final SecondFactorService factors;
    private final PinNotices pins;
    private final JobHoldService holds;
    private final BackupService backups;
    private final VisitsOnPaper onPaper;
    private final FirstSteps firstSteps;
    private final LeadResults results;
    private final Clock clock;
    // read by the threads of users who book
    private final Set<ClinicId> myClinics = CurrentUser.current().clinics();
    private @Nullable TodayStrip strip;

    StartView(
            List<StartPart> parts,
            List<NavBadge> badges,
            ClinicService clinics,
            ScheduleService schedule,
            RoleConfirmationService roles,
            SecondFactorService factors,
            PinNotices pins,
            JobHoldService holds,
            BackupService backups,
            VisitsOnPaper onPaper,
            FirstSteps firstSteps,
            LeadResults results,
            LiveScreens screens,
            Clock clock) {
        this.parts = parts;
        this.badges = badges;
        this.clinics = clinics;
        this.schedule = schedule;
        this.roles = roles;
        this.factors = factors;
        this.pins = pins;
        this.holds = holds;
        this.backups = backups;
        this.onPaper = onPaper;
        this.firstSteps = firstSteps;
        this.results = results;
        this.clock = clock;
        Ui.main(this);
        add(page());
        screens.keepUpToDate(this, this::isConcerned, this::refresh);
        screens.keepOnTime(this, this::tellTime);
    }

    private boolean isConcerned(VisibleChange change) {
        return change instanceof LeadEvent
                || change instanceof AppointmentChanged(ClinicId clinic) && myClinics.contains(clinic);
    }

    /** Shows what changed; the page stays as it is if nothing on it did. */
    private void refresh() {
        var before = strip;
        var fresh = page();
        var isSame = getChildren().map(StartView::drawn).toList().equals(List.of(drawn(fresh)));
        if (isSame) {
            strip = before;
        } else {
            removeAll();
            add(fresh);
        }
    }

    private static String drawn(Component part) {
        return part.getElement().getOuterHTML();
    }

    private void tellTime() {
        if (strip != null) {
            strip.tellTime();
        }
    }

    private Component page() {
        var user = CurrentUser.current();
        // the greeting follows the local time of the user's clinic
        var now = clock.instant().atZone(clinics.ownZone());
        var cards = parts.stream()
                .map(part -> part.cardsFor(user))
                .flatMap(List::stream)
                .toList();
        var confirm = RolesToConfirm.forCurrentUser(roles, clinics);
        var needs = Stream.of(
                        StartCard.needs(cards),
                        confirm.map(RolesToConfirm::sentence).orElse(""))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        var page = Ui.div("page wide", head(user, title(user, now, cards), now, needs));
        TwoStepNotice.forCurrentUser(factors, clinics, clock).ifPresent(page::add);
        PinNotice.forCurrentUser(pins, clinics).ifPresent(page::add);
        JobHolds.forCurrentUser(holds, clinics).ifPresent(page::add);
        BackupLine.forCurrentUser(backups, clinics).ifPresent(page::add);
        onPaper.forCurrentUser().ifPresent(page::add);
        firstSteps.forCurrentUser().ifPresent(page::add);
        var colleagues = NewColleagues.forCurrentUser(roles, clinics);
        if (user.roles().isEmpty()) {
            page.add(rolesWait());
        } else if (cards.isEmpty()) {
            confirm.ifPresent(page::add);
            colleagues.ifPresent(page::add);
            page.add(places(badges));
        } else {
            var today = today();
            if (!user.has(Role.MANAGER)) {
                page.add(numbers(cards));
            }
            if (!user.seesByClinic()) {
                today.ifPresent(page::add);
            }
            page.add(work(
                    cards,
                    Stream.concat(confirm.stream(), colleagues.stream()).toList(),
                    today.filter(any -> user.seesByClinic()),
                    results.forCurrentUser()));
        }
        return page;
    }

    private Optional<TodayStrip> today() {
        var today = CurrentUser.may(Permission.SCHEDULE_READ) ? schedule.today() : List.<AppointmentRow>of();
        strip = today.isEmpty() ? null : new TodayStrip(today, clinics, clock);
        return Optional.ofNullable(strip);
    }

    /** For a manager, how many people wait too long for a call; otherwise a greeting. */
    private static String title(CurrentUser user, ZonedDateTime now, List<StartCard> cards) {
        return cards.stream()
                .filter(card -> user.has(Role.MANAGER) && ManagerStart.isCalls(card) && card.count() > 0)
                .findFirst()
                .map(card ->
                        card.shown() + (card.count() == 1 ? " lead is" : " leads are") + " past the response target")
                .orElseGet(() -> greeting(now.getHour()) + ", " + user.displayName());
    }

    private static Component head(CurrentUser user, String title, ZonedDateTime now, String needs) {
        var day = Dates.longDay(now.toLocalDate());
        var head = Ui.head(title, needs.isEmpty() ? day : day + ". " + needs);
        if (user.seesByClinic()) {
            var enter = new Button("New lead", e -> UI.getCurrentOrThrow().navigate(Routes.NEW_LEAD));
            Keys.on(enter, "n", "New lead");
            head.add(enter);
        }
        return head;
    }

    private static Component numbers(List<StartCard> cards) {
        var numbers = Ui.div("numbers");
        cards.stream().map(StartCard::number).forEach(numbers::add);
        return numbers;
    }

    /** What to do first, the day of the clinics, how the leads went, and the lists of today. */
    private static Component work(
            List<StartCard> cards, List<Component> colleagues, Optional<TodayStrip> day, Optional<LeadTrend> trend) {
        var needed = cards.stream().filter(StartCard::isNeeded).toList();
        var lists = new ArrayDeque<>(cards.stream()
                .filter(card -> !card.isNeeded())
                .map(StartCard::list)
                .toList());
        var first = Ui.div("stack-4");
        var second = Ui.div("stack-4");
        if (CurrentUser.current().has(Role.MANAGER)) {
            first.add(ManagerStart.of(needed));
        } else if (!needed.isEmpty()) {
            first.add(DoFirst.of(needed));
        }
        first.add(colleagues);
        trend.map(LeadResults::responseTarget).ifPresent(second::add);
        day.ifPresent(trend.isPresent() ? second::add : first::add);
        trend.map(LeadTrend::all).map(LeadResults::funnel).ifPresent(second::add);
        if (day.isEmpty() && trend.isEmpty() && !lists.isEmpty()) {
            first.add(lists.removeFirst());
        }
        second.add(lists.toArray(Component[]::new));
        var grid = Ui.div("start-grid", first, second);
        grid.addClassName(CurrentUser.current().has(Role.MANAGER) ? "is-dense" : "is-wide");
        return grid;
    }

    private static Component rolesWait() {
        return new EmptyState(
                Icon.CLOCK,
                "Your role awaits confirmation",
                "A manager of your clinic must confirm your role. You are then asked to sign in again,"
                        + " and your work appears here.");
    }

    private static String greeting(int hour) {
        if (hour < NOON) {
            return "Good morning";
        }
        return hour < EVENING ? "Good afternoon" : "Good evening";
    }

    private static Component places(List<NavBadge> badges) {
        var byPlace = badges.stream().collect(Collectors.toMap(NavBadge::place, Function.identity()));
        var list = new UnorderedList();
        list.addClassName("places");
        for (var entry : NavEntries.ofCurrentUser()) {
            waitingAt(entry, byPlace).ifPresent(list::add);
        }
        return list;
    }

    private static Optional<ListItem> waitingAt(MenuEntry entry, Map<String, NavBadge> badges) {
        return Optional.ofNullable(badges.get(entry.path()))
                .map(NavBadge::waiting)
                .map(waiting -> {
                    var name = new Anchor(entry.path(), entry.title());
                    name.addClassName("row-link");
                    var item = new ListItem(
                            Icon.valueOf(entry.icon()).create(),
                            name,
                            Ui.text("place-count", waiting.shown()),
                            Ui.text("quiet", waiting.sentence()));
                    item.addClassName("place");
                    return item;
                });
    }
}
