package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeTimeFieldsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final List<LocalTime> free = new ArrayList<>(List.of(NINE, TEN));
    private final FreeTimeFields fields =
            new FreeTimeFields(DAY, day -> FreeTimeFields.Offered.of(day.equals(DAY) ? List.copyOf(free) : List.of()));

    @Test
    void aProposedTimeIsChosenIfFree() {
        fields.propose(DAY, TEN);
        assertThat(fields.read(new FormErrors())).contains(DAY.atTime(TEN));
        fields.propose(DAY.plusDays(1), TEN);
        assertThat(fields.read(new FormErrors())).isEmpty();
        assertThat(time().isInvalid()).isTrue();
        assertThat(time().getHelperText()).startsWith("No free time on this day");
    }

    @Test
    void anotherProposalTakesThePlaceOfTheChosenTime() {
        fields.propose(DAY, NINE);
        fields.propose(DAY, TEN);
        assertThat(fields.read(new FormErrors())).contains(DAY.atTime(TEN));
        fields.propose(DAY, LocalTime.of(11, 0));
        assertThat(fields.read(new FormErrors())).as("not free").isEmpty();
    }

    @Test
    void aChosenTimeIsKeptOnRefreshWhileFree() {
        fields.propose(DAY, null);
        time().setValue(NINE);
        fields.refresh();
        assertThat(fields.read(new FormErrors())).contains(DAY.atTime(NINE));
        free.remove(NINE);
        fields.refresh();
        assertThat(time().getValue()).isNull();
    }

    @Test
    void theNextFreeTimeIsOfferedWhenTheChosenOneIsTaken() {
        fields.propose(DAY, NINE);
        free.remove(NINE);
        fields.taken("Just taken", DAY.atTime(TEN));
        assertThat(time().getErrorMessage()).isEqualTo("Just taken");
        assertThat(time().isInvalid()).isTrue();
        all(Button.class).findFirst().orElseThrow().click();
        assertThat(fields.read(new FormErrors())).contains(DAY.atTime(TEN));
        assertThat(all(Button.class)).isEmpty();
    }

    @Test
    void withoutADayThereAreNoTimes() {
        fields.refresh();
        assertThat(time().getHelperText()).isEqualTo("Choose the day first");
        assertThat(fields.read(new FormErrors())).isEmpty();
        assertThat(all(DatePicker.class).findFirst().orElseThrow().isInvalid()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<LocalTime> time() {
        return all(RadioButtonGroup.class).findFirst().orElseThrow();
    }

    private <C extends Component> Stream<C> all(Class<C> type) {
        return below(fields).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Component> below(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(FreeTimeFieldsTest::below));
    }
}
