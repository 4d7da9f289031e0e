package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature that was drawn on the screen is kept as it was drawn. */
class DrawnSignatureTest {
    private static final String DRAWN = "0,0 600,200 30,110 40,90 50,110 60,100 70,90;80,110";

    @Test
    void itsTextFormIsReadBackAsItWas() {
        var signature = DrawnSignature.of(DRAWN);
        assertThat(signature.text()).isEqualTo(DRAWN);
        assertThat(DrawnSignature.of(signature.text())).isEqualTo(signature);
    }

    @Test
    void itIsDrawnStrokeByStrokeAndADotIsSeen() {
        assertThat(DrawnSignature.of(DRAWN).path())
                .startsWith("M0 0L600 200L30 110")
                .endsWith("L70 90M80 110h0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1,2,3", "a,b", "601,5", "5,201", "-1,5", "1000,5", "M0 0\"/><script>", "١,٢"})
    void whatIsNoPointOfTheBoxIsRefused(String stroke) {
        assertThatThrownBy(() -> DrawnSignature.stroke(stroke))
                .isInstanceOf(Refused.class)
                .hasMessage("The signature could not be read. Clear it and sign again");
    }

    @Test
    void aDotIsNoSignatureAndAWholePageIsTooMuch() {
        assertThatThrownBy(() -> DrawnSignature.of("1,1 2,2 3,3"))
                .isInstanceOf(Refused.class)
                .hasMessage("The signature is too short. Clear it and sign again");
        var endless = IntStream.range(0, 1500).mapToObj(x -> x % 600 + ",100").collect(Collectors.joining(" "));
        assertThatThrownBy(() -> DrawnSignature.of(endless))
                .isInstanceOf(Refused.class)
                .hasMessage("The signature is too long. Clear it and sign again");
    }
}
