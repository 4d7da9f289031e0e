package io.plumbline.plans.ui.worklist;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Filters;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worklist of plans: each chip is an address and counts the rows that it shows. */
@DemoTest
class PlanListViewTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("chiropractor")
    void eachChipCountsThePlansThatItShowsToAClinician() {
        everyChipCountsItsRows(EnumSet.allOf(PlanFilter.class));
    }

    @Test
    @WithStaff("manager")
    void eachChipCountsThePlansThatItShowsToTheManager() {
        everyChipCountsItsRows(EnumSet.complementOf(EnumSet.of(PlanFilter.AGREEMENT)));
        assertThat(hrefs())
                .as("drafts are for clinicians")
                .noneMatch(href -> href.contains("only=" + Filters.inAddress(PlanFilter.AGREEMENT)));
    }

    @Test
    @WithStaff("manager")
    @SuppressWarnings("unchecked")
    void theAddressNarrowsThePlansToAClinicAndAPractitionerAndTheChipsKeepIt() {
        open(Routes.PLANS);
        var one = rows().getFirst();
        assertThat(one.responsible()).isNotNull();
        open(Routes.PLANS + "?clinic=" + one.clinic() + "&by=" + one.responsible());
        assertThat(rows()).contains(one).allSatisfy(row -> {
            assertThat(row.clinic()).isEqualTo(one.clinic());
            assertThat(row.responsible()).isEqualTo(one.responsible());
        });
        assertThat(chosen()).isEqualTo(PlanFilter.ALL.label() + rows().size());
        assertThat(find(Select.class).single().getValue()).isEqualTo(one.clinic());
        assertThat(hrefs())
                .filteredOn(href -> href.contains("only=behind"))
                .singleElement(STRING)
                .contains("clinic=" + one.clinic(), "by=" + one.responsible());
        var by = (ComboBox<StaffId>) find(ComboBox.class).single();
        assertThat(by.getItemLabelGenerator().apply(one.responsible())).isNotBlank();
        test(find(Button.class).withText("Clear filters").single()).click();
        assertThat(chosen()).isEqualTo(PlanFilter.ALL.label() + rows().size());
        assertThat(rows().stream().map(PlanRow::clinic).distinct().count()).isGreaterThan(1);
    }

    @Test
    @WithStaff("manager")
    void theShownPlansAreExportedAfterAskingWhy() {
        open(Routes.PLANS);
        var first = rows().getFirst();
        test(find(Button.class).withText("Export…").single()).click();
        answer(find(Dialog.class).single(), "Export");
        assertThat(find(TextField.class)
                        .withLabel("Reason for the export")
                        .single()
                        .getErrorMessage())
                .isEqualTo("Say why, in a few words");
        test(find(TextField.class).withLabel("Reason for the export").single()).setValue("Report to the owners");
        answer(find(Dialog.class).single(), "Export");
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-manager-pass");
        var file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download again").single()).download(file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("\"Patient\",\"Plan\",\"Clinic\",\"Status\"", first.patientName(), first.title())
                .doesNotContain("NOT COMPLETE");
    }

    @Test
    @WithStaff("chiropractor")
    void onlyWhoMayExportSeesTheButton() {
        open(Routes.PLANS);
        assertThat(find(Button.class).withText("Export…").all()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void whatTheAddressDoesNotMeanFiltersNothing() {
        open(Routes.PLANS + "?only=nothing&clinic=x&by=<b>");
        assertThat(chosen()).isEqualTo(PlanFilter.ALL.label() + rows().size());
    }

    @Test
    @WithStaff("manager")
    void filtersAreSavedUnderANameForThisListOnly() {
        open(Routes.PLANS + "?only=behind");
        test(find(Button.class).withText("Save these filters…").single()).click();
        test(find(TextField.class).withLabel("Name of these filters").single()).setValue("Late ones");
        answer(find(Dialog.class).single(), "Save");
        open(Routes.PLANS);
        var kept = find(Anchor.class).withText("Late ones").single();
        assertThat(kept.getHref()).isEqualTo(Routes.PLANS + "?only=behind");
        open(kept.getHref());
        assertThat(chosen()).startsWith(PlanFilter.BEHIND.label());
        open(Routes.LEADS_LIST);
        assertThat(find(Anchor.class).withText("Late ones").all())
                .as("of another list")
                .isEmpty();
        open(Routes.PLANS + "?only=behind");
        test(find(Button.class).withText("Remove Late ones").single()).click();
        assertThat(find(Anchor.class).withText("Late ones").all()).isEmpty();
    }

    private List<String> hrefs() {
        return find(Nav.class)
                .withClassName("chips")
                .single()
                .getChildren()
                .map(link -> ((Anchor) link).getHref())
                .toList();
    }

    private void everyChipCountsItsRows(Set<PlanFilter> offered) {
        for (var filter : offered) {
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
