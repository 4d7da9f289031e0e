package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;

/** The navigation has what Vaadin's own list of it has: an entry exactly where its screen may be opened. */
@DemoTest
class NavEntriesTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("manager")
    void ofTheManager() {
        areThoseOfVaadin();
    }

    @Test
    @WithStaff("frontdesk")
    void ofTheFrontDesk() {
        areThoseOfVaadin();
    }

    @Test
    @WithStaff("therapist")
    void ofTheTherapist() {
        areThoseOfVaadin();
    }

    @Test
    @WithStaff("chiropractor")
    void ofTheChiropractor() {
        areThoseOfVaadin();
    }

    @Test
    @WithStaff("auditor")
    void ofTheAuditor() {
        areThoseOfVaadin();
    }

    @Test
    @WithStaff("admin")
    void ofTheAdministrator() {
        areThoseOfVaadin();
    }

    private static void areThoseOfVaadin() {
        assertThat(NavEntries.ofCurrentUser())
                .hasSizeGreaterThan(2)
                .isEqualTo(MenuConfiguration.getMenuEntries().stream()
                        .map(entry -> new MenuEntry(
                                // with a slash before it, which no address of a screen has
                                entry.path().substring(1),
                                entry.title(),
                                entry.order(),
                                entry.icon(),
                                entry.menuClass()))
                        .toList());
    }
}
