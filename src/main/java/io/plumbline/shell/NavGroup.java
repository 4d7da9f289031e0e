package io.plumbline.shell;

import com.vaadin.flow.component.sidenav.SideNav;

/** The parts of the navigation; a view's place among them is the tens of its {@code @Menu} order. */
enum NavGroup {
    MAIN(""),
    LEADS("Leads"),
    CLINIC("Clinic"),
    CARE("Care"),
    HOUSE("House");

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
