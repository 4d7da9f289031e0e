package io.plumbline.shell;

import com.vaadin.flow.component.sidenav.SideNav;

/** The groups of the navigation; the tens digit of a view's {@code @Menu} order selects its group. */
enum NavGroup {
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
