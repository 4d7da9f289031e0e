package io.plumbline.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.plumbline.access.accounts.DisplayService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.DisplaySettingsAsked;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.NavEntries;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.LockAsked;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The layout of every screen: navigation by permission, and the signed-in user. */
@Layout
@PermitAll
@JavaScript("context://assets/portal.js")
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final String PRODUCT = "Plumbline";

    private final NavCounts counts;
    private final DisplayService display;
    private final ClinicService clinics;
    private final Map<String, SideNavItem> items = new HashMap<>();
    private String shown = "";

    MainLayout(
            AuthenticationContext signedIn,
            ClinicService clinics,
            DisplayService display,
            List<NavBadge> badges,
            List<FindSource> findSources,
            RecentlyViewed recentlyViewed,
            BuildLabel build,
            Clock clock) {
        counts = new NavCounts(badges, clock);
        this.display = display;
        this.clinics = clinics;
        var user = CurrentUser.current();
        Days.readBy(UI.getCurrentOrThrow(), clinics::ownToday);
        var skip = new Anchor("#main", "Skip to content");
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Show or hide the navigation");
        var loading = Ui.text("unseen", "");
        loading.setId("loading-status");
        loading.getElement().setAttribute("role", "status");
        var bar = new Header(
                skip,
                loading,
                toggle,
                new FindField(findSources, recentlyViewed),
                Ui.div("grow"),
                hidden("?", "Show these keys", this::showKeys),
                hidden("l", "Lock the screen", () -> lock(false)),
                AccountMenu.button(user, signedIn, this, build));
        bar.addClassName("topbar");

        var workplaces = workplaces(user, clinics);
        var side = new Aside(brand(workplaces), new Scroller(navigation()));
        side.addClassName("side");
        side.getElement().setAttribute("aria-label", "Navigation");

        setPrimarySection(Section.DRAWER);
        addToNavbar(bar);
        addToDrawer(side);
        getElement()
                .appendChild(
                        new PrintHead(user, user.clinics().isEmpty() ? PRODUCT : workplaces, clinics.ownZone(), clock)
                                .getElement());
    }

    /** The groups of the navigation; the tens digit of a view's {@code @Menu} order selects its group. */
    private enum NavGroup {
        MAIN(""),
        LEADS("Leads"),
        CLINIC("Clinic"),
        CARE("Care"),
        HOUSE("Administration");

        private final String label;

        NavGroup(String label) {
            this.label = label;
        }

        static NavGroup of(double order) {
            return values()[(int) order / 10];
        }

        SideNav nav() {
            var nav = label.isEmpty() ? new SideNav() : new SideNav(label);
            if (label.isEmpty()) {
                nav.getElement().setAttribute("aria-label", "Main");
            }
            return nav;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        // at the end of the request, after the transaction of the change
        var changes = ComponentUtil.addListener(
                ui, NavBadge.Recount.class, e -> ui.beforeClientResponse(this, shown -> counts.recount()));
        var asked = ComponentUtil.addListener(ui, DisplaySettingsAsked.class, e -> showDisplaySettings());
        addDetachListener(e -> {
            e.unregisterListener();
            asked.remove();
            changes.remove();
        });
    }

    /** Starts a new screen at the top and focuses it, unless the screen sets the focus itself. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var isNew = !event.getLocation().getPath().equals(shown);
        shown = event.getLocation().getPath();
        markPlace();
        getElement()
                .executeJs("""
                requestAnimationFrame(() => {
                  if ($0) this.shadowRoot.querySelector('[part~=content]')?.scrollTo(0, 0);
                  const main = document.getElementById('main');
                  if (main && document.activeElement === document.body) window.plumblineLead(main);
                });""", isNew)
                .then(answer -> counts.refresh()); // after the screen is shown, so that no screen waits for it
    }

    /**
     * Marks the navigation entry whose route is the longest prefix of the URL: a lead belongs to the queue, the board
     * has its own entry.
     */
    private void markPlace() {
        var place = items.keySet().stream()
                .filter(path -> !path.isEmpty() && shown.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length));
        items.forEach((path, item) -> item.setPathAliases(
                place.equals(Optional.of(path)) && !items.containsKey(shown) ? Set.of(shown) : Set.of()));
    }

    private static String workplaces(CurrentUser user, ClinicService clinics) {
        if (user.clinics().isEmpty()) {
            return "No clinic";
        }
        return clinics.names(user.clinics());
    }

    private static Component brand(String workplaces) {
        var mark = new Svg("<svg viewBox='0 0 20 28' aria-hidden='true'><path d='M10 1v15' class='mark-line'/>"
                + "<path d='M5.5 15.5h9L10 27z'/></svg>");
        mark.addClassName("mark");
        return Ui.div(
                "brand",
                mark,
                Ui.div("stack-0", Ui.text("brand-name", PRODUCT), Ui.clipped("brand-place", workplaces)));
    }

    private Component navigation() {
        var groups = new EnumMap<NavGroup, SideNav>(NavGroup.class);
        for (var entry : NavEntries.ofCurrentUser()) {
            groups.computeIfAbsent(NavGroup.of(entry.order()), NavGroup::nav).addItem(item(entry));
        }
        var all = Ui.div("navs");
        groups.values().forEach(all::add);
        return all;
    }

    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(entry.title(), entry.path());
        // drawn by the style sheet: a component for each entry would weigh on every session
        item.addClassName(Icon.valueOf(entry.icon()).cssClass());
        items.put(entry.path(), item);
        counts.at(item, entry.path());
        return item;
    }

    /** Hears the key of an item of the account menu: a key is heard only where it is in the page. */
    private static Component hidden(String key, String does, Runnable action) {
        var button = new NativeButton();
        button.addClassName("unseen");
        button.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        // not a listener of ClickEvent, which takes fifteen details of the mouse: a session would hold their names
        button.getElement().addEventListener("click", e -> action.run());
        Keys.on(button, key, does);
        return button;
    }

    void lock(boolean isForAnother) {
        var ui = UI.getCurrentOrThrow();
        ComponentUtil.fireEvent(ui, new LockAsked(ui, isForAnother));
    }

    void showDisplaySettings() {
        new DisplaySettingsDialog(display, clinics.ownToday()).open();
    }

    void showKeys() {
        new KeyMap(this).open();
    }
}
