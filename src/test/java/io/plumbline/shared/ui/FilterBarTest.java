package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DemoTest
@WithStaff("manager")
class FilterBarTest extends SpringBrowserlessTest {
    private final AtomicInteger changes = new AtomicInteger();
    private TextField search;
    private Select<String> status;
    private Checkbox former;
    private Select<String> grouping;

    @BeforeEach
    void aListWithFilters() {
        var bar = new FilterBar("Filter leads", changes::incrementAndGet);
        search = bar.search("Name", "Search leads");
        status = bar.oneOf("Status", List.of("New", "Lost"), word -> word);
        former = bar.onlyIf("Former");
        grouping = bar.choice("Group by", new Select<>());
        grouping.setItems("Source", "Clinic");
        UI.getCurrentOrThrow().add(new Div(bar));
    }

    @Test
    void aValueFromTheAddressFillsItsChipWithoutFilteringAgain() {
        status.setValue("Lost");
        assertThat(chip(status).getElement().hasAttribute("active")).isTrue();
        assertThat(changes).hasValue(0);
    }

    @Test
    void aChoiceOfTheUserFiltersTheListOnce() {
        test(status).selectItem("New");
        test(search).setValue("vance");
        test(former).click();
        test(grouping).selectItem("Clinic");
        assertThat(changes).hasValue(4);
    }

    @Test
    void anActiveChipIsClearedByItsOwnButton() {
        assertThat(find(Button.class).withCondition(this::clearsStatus).exists())
                .isFalse();
        status.setValue("Lost");
        test(find(Button.class).withCondition(this::clearsStatus).single()).click();
        assertThat(status.isEmpty()).isTrue();
        assertThat(chip(status).getElement().hasAttribute("active")).isFalse();
        assertThat(changes).hasValue(1);
    }

    @Test
    void thePhoneButtonCountsTheFiltersBehindIt() {
        assertThat(find(Button.class).withText("Filter").exists()).isTrue();
        search.setValue("vance");
        status.setValue("Lost");
        former.setValue(true);
        grouping.setValue("Clinic");
        var opener = find(Button.class).withText("Filter (2)").single();
        assertThat(opener.getElement().getAttribute("aria-expanded")).isEqualTo("false");
        test(opener).click();
        assertThat(opener.getElement().getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void clearingAllFiltersKeepsTheGroupingAndFiltersOnce() {
        assertThat(find(Button.class).withText("Clear filters").exists()).isFalse();
        search.setValue("vance");
        status.setValue("Lost");
        grouping.setValue("Clinic");
        test(find(Button.class).withText("Clear filters").single()).click();
        assertThat(search.isEmpty()).isTrue();
        assertThat(status.isEmpty()).isTrue();
        assertThat(grouping.getValue()).isEqualTo("Clinic");
        assertThat(changes).hasValue(1);
    }

    private static Div chip(Select<String> field) {
        return (Div) field.getParent().orElseThrow();
    }

    private boolean clearsStatus(Button button) {
        return button.getAriaLabel().filter("Clear status"::equals).isPresent();
    }
}
