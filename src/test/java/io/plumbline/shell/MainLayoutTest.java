package io.plumbline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.RouteRecords;
import io.plumbline.support.Screen;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The navigation shows where its reader is. */
@DemoTest
class MainLayoutTest extends SpringBrowserlessTest {
    @Autowired
    RouteRecords records;

    @Test
    @WithStaff("manager")
    void onARecordTheEntryOfItsListIsMarked() {
        Screen.open(records.addressOf("/patients/:id"));
        assertThat(marked()).containsExactly("Patients");
        Screen.open(records.addressOf("/leads/:id"));
        assertThat(marked()).containsExactly("Call now");
    }

    @Test
    @WithStaff("manager")
    void aScreenWithAnEntryOfItsOwnMarksNoOther() {
        Screen.open(Routes.LEADS_DUPLICATES);
        assertThat(marked()).isEmpty();
    }

    /** The entries that also stand for the address shown; an entry's own address marks it in the browser. */
    private List<String> marked() {
        return find(SideNavItem.class).all().stream()
                .filter(item -> !item.getPathAliases().isEmpty())
                .map(SideNavItem::getLabel)
                .toList();
    }
}
