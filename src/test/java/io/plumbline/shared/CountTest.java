package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12.5",
                "2.5",
                "1e3",
                "-3",
                "+3",
                "12 min",
                "3 to 4",
                "3-4",
                "1,000",
                "1 000",
                "½",
                "twelve",
                "9999999999",
                "٣"
            })
    void aTextThatIsNotAWholeNumberIsRefused(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Count.read(typed))
                .withMessage("Enter a whole number, digits only");
    }

    @Test
    void everyWholeNumberIsReadAsIntended() {
        var random = new Random(7);
        for (var run = 0; run < 10_000; run++) {
            var meant = random.nextInt(1_000_000_000);
            assertThat(Count.read(" " + meant + " ")).isEqualTo(meant);
            assertThat(Count.read("00" + meant)).isEqualTo(meant);
        }
    }

    @Test
    void noTextIsReadAsAnotherNumber() {
        var random = new Random(8);
        var taken = 0;
        for (var run = 0; run < 100_000; run++) {
            var typed = new StringBuilder();
            for (var length = 1 + random.nextInt(4); length > 0; length--) {
                typed.append("0123456789.,- e".charAt(random.nextInt(15)));
            }
            try {
                var read = Count.read(typed.toString());
                taken++;
                assertThat(typed.toString().strip().replaceFirst("^0+(?=\\d)", ""))
                        .isEqualTo(String.valueOf(read));
            } catch (Refused refused) {
                // nothing became of it
            }
        }
        assertThat(taken).isGreaterThan(1000);
    }

    @Test
    void aCountIsWrittenWithItsThousandsApartAndTheWordForOneOrSeveral() {
        assertThat(Count.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Count.of(0, "row", "rows")).isEqualTo("0 rows");
        assertThat(Count.of(1, "row", "rows")).isEqualTo("1 row");
        assertThat(Count.of(12_345, "row", "rows")).isEqualTo("12,345 rows");
    }
}
