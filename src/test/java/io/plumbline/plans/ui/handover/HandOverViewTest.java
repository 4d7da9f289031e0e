package io.plumbline.plans.ui.handover;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import io.plumbline.plans.handover.HandOverRow;
import io.plumbline.plans.handover.HandOverService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans are handed over on a screen that says what goes over, what cannot, and what is left to do. */
@DemoTest
class HandOverViewTest extends SpringBrowserlessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Staff staff;

    @Autowired
    HandOverService handOvers;

    @Test
    @WithStaff("manager")
    void thePlansOfAPractitionerAreHandedOverAndWhatIsLeftIsSaid() {
        var from = busiest();
        open(Routes.handOver(from));
        assertThat(screen()).contains("Hand over plans", "upcoming");
        var plans = rows(from).size();
        test(button("Hand over")).click();
        assertThat(to().getErrorMessage()).isEqualTo("Choose who takes over the plans");
        assertThat(choice().getErrorMessage()).isEqualTo("Choose at least one plan");

        var taker = colleagueOf(from);
        open(Routes.handOver(from) + "&" + Routes.TO + "=" + taker);
        var possible = plans - refused(from, taker);
        test(button("Select all " + possible)).click();
        test(button("Hand over " + possible + " plans")).click();
        awaitScreen(possible + " plans handed over");
        var left = find(Anchor.class).withText("All plans of " + nameOf(from)).single();
        assertThat(left.getHref()).isEqualTo(Routes.handOver(from));
        assertThat(rows(from).stream().filter(row -> !row.visits().isEmpty()).count())
                .isEqualTo(plans - possible);
    }

    @Test
    @WithStaff("manager")
    void nobodyIsChosenYetAndSomebodyMayHaveNothingLeft() {
        open(Routes.HAND_OVER);
        assertThat(screen()).contains("Choose who hands over", "Their active and on-hold plans are listed here.");
        var idle = handOvers.findPractitioners().keySet().stream()
                .filter(one -> rows(one).isEmpty())
                .findFirst()
                .orElseThrow();
        open(Routes.handOver(idle));
        assertThat(screen()).contains("Nothing to hand over");
    }

    private StaffId busiest() {
        return handOvers.findPractitioners().keySet().stream()
                .max((one, other) ->
                        Integer.compare(rows(one).size(), rows(other).size()))
                .orElseThrow();
    }

    /** Somebody who can take over more than one of the plans. */
    private StaffId colleagueOf(StaffId from) {
        var plans = rows(from).size();
        return handOvers.findPractitioners().keySet().stream()
                .filter(one -> !one.equals(from) && refused(from, one) < plans - 1)
                .findFirst()
                .orElseThrow();
    }

    private int refused(StaffId from, StaffId to) {
        return handOvers.findRefusals(rows(from), to).size();
    }

    private List<HandOverRow> rows(StaffId from) {
        return handOvers.findByPractitioner(from, null);
    }

    private String nameOf(StaffId practitioner) {
        return Map.copyOf(handOvers.findPractitioners()).getOrDefault(practitioner, "");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<StaffId> to() {
        return (ComboBox<StaffId>) find(ComboBox.class)
                .withCondition(box -> "To".equals(box.getLabel()))
                .single();
    }

    private CheckboxGroup<?> choice() {
        return find(CheckboxGroup.class).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private void awaitScreen(String words) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!screen().contains(words)) {
            assertThat(Instant.now()).as("%s: %s", words, screen()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            roundTrip();
        }
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
