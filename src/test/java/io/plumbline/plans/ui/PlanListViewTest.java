package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Filters;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The worklist of plans: each chip is an address and counts the rows that it shows. */
@SpringBootTest
@ActiveProfiles("test")
class PlanListViewTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("chiropractor")
    void eachChipCountsThePlansThatItShowsToAClinician() {
        everyChipCountsItsRows();
    }

    @Test
    @WithStaff("manager")
    void eachChipCountsThePlansThatItShowsToTheManager() {
        everyChipCountsItsRows();
    }

    private void everyChipCountsItsRows() {
        for (var filter : PlanFilter.values()) {
            open(Routes.PLANS + "?only=" + Filters.inAddress(filter));
            var rows = rows();
            assertThat(chosen()).as(filter.name()).isEqualTo(filter.label() + rows.size());
            assertThat(rows).as(filter.name()).allMatch(filter::shows);
        }
        open(Routes.PLANS);
        assertThat(rows()).isNotEmpty();
        assertThat(chosen()).startsWith(PlanFilter.ALL.label());
    }

    private List<PlanRow> rows() {
        return rowsOf(find(Grid.class).single(), PlanRow.class);
    }

    private String chosen() {
        return find(Nav.class)
                .withClassName("chips")
                .single()
                .getChildren()
                .map(Anchor.class::cast)
                .filter(link -> link.getElement().hasAttribute("aria-current"))
                .map(link -> link.getElement().getTextRecursively())
                .reduce("", String::concat);
    }
}
