package io.plumbline.notes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.sessions.SegmentRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be a listing or findings is asked where it was typed, and nothing that was typed is lost. */
class SegmentFieldsTest {
    private final AtomicInteger changes = new AtomicInteger();
    private SegmentFields fields;
    private TextField typed;

    @BeforeEach
    void empty() {
        fields = new SegmentFields(changes::incrementAndGet);
        typed = all(fields)
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListingIsTakenAndNoFindingIsMadeOfIt() {
        type("L5 L PRS HVLA, SI R P.R drop, T4 bilateral P mobilization");
        assertThat(typed.getValue()).isEmpty();
        assertThat(words())
                .containsExactly(
                        "T4 bilateral: P.A.R.T.: P, Mobilization",
                        "L5 left: listing PRS, High velocity, low amplitude (HVLA)",
                        "Sacroiliac joint right: P.A.R.T.: PR, Drop table");
    }

    @Test
    void whatIsUnclearStaysInTheFieldAndTheRestIsTaken() {
        type("L2 PR, L5 L HVLA");
        assertThat(words()).containsExactly("L5 left: High velocity, low amplitude (HVLA)");
        assertThat(typed.getValue()).isEqualTo("L2 PR");
        assertThat(typed.isInvalid()).isTrue();
        assertThat(fields.wrong()).as("it cannot be signed").contains("L2 PR");
        assertThat(choices()).containsExactly("Listing PR", "Findings P, R");
    }

    @Test
    void theChoiceDecidesWhatItIs() {
        type("L2 PR, L3 R PR MOB");
        choose(0);
        assertThat(words()).containsExactly("L2: listing PR, not adjusted");
        assertThat(typed.getValue()).isEqualTo("L3 R PR MOB");
        var before = changes.get();
        choose(1);
        assertThat(words()).containsExactly("L2: listing PR, not adjusted", "L3 right: P.A.R.T.: PR, Mobilization");
        assertThat(fields.wrong()).isNull();
        assertThat(typed.isInvalid()).isFalse();
        assertThat(choices()).isEmpty();
        assertThat(changes.get()).as("the draft is saved").isGreaterThan(before);
    }

    @Test
    void leavingTheFieldKeepsTheButtonThatIsClicked() {
        type("L2 PR");
        var button = buttons().findFirst().orElseThrow();
        fields.take();
        assertThat(buttons().findFirst().orElseThrow()).isSameAs(button);
    }

    @Test
    void otherWordsAreReadAgain() {
        type("L2 PR");
        typed.setValue("L2 P.R");
        assertThat(choices()).isEmpty();
        fields.take();
        assertThat(words()).containsExactly("L2: P.A.R.T.: PR, not adjusted");
    }

    @Test
    void anotherListingOfASegmentReplacesNone() {
        type("L5 L PRS");
        type("L5 L PLI");
        assertThat(words()).containsExactly("L5 left: listing PRS, not adjusted", "L5 left: listing PLI, not adjusted");
        type("L4 L PL, L4 L HVLA");
        assertThat(words()).contains("L4 left: listing PL, High velocity, low amplitude (HVLA)");
    }

    @Test
    void whatIsNotUnderstoodIsLeftWithItsSegmentNamed() {
        type("L5 L HVLA, T3 R qx");
        assertThat(typed.getErrorMessage()).contains("“qx”", "T3");
        assertThat(typed.getValue()).isEqualTo("L5 L HVLA, T3 R qx");
        assertThat(words()).isEmpty();
    }

    private void type(String words) {
        typed.setValue(words);
        fields.take();
    }

    private List<String> words() {
        return fields.read().stream().map(SegmentRow::words).toList();
    }

    private void choose(int which) {
        buttons().skip(which).findFirst().orElseThrow().click();
    }

    private List<String> choices() {
        return buttons().map(Button::getText).toList();
    }

    private Stream<Button> buttons() {
        return all(fields)
                .filter(SegmentChoices.class::isInstance)
                .flatMap(SegmentFieldsTest::all)
                .filter(Button.class::isInstance)
                .map(Button.class::cast);
    }

    private static Stream<Component> all(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(SegmentFieldsTest::all));
    }
}
