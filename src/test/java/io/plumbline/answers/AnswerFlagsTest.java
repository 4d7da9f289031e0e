package io.plumbline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags of a text, as a table. */
class AnswerFlagsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Planks.|-",
                "yes, planks|-",
                "''|EMPTY",
                "Here are some exercises for your back: Massage can help as well.|LIST_MISSING",
                "I would try these:|LIST_MISSING",
                "There are a few stretches you can do.|LIST_MISSING",
                "There are plenty of exercises that will.|-",
                "There are some exercises. I like the plank.|-",
                "Here is a list of exercises: planks, bridges, and squats.|-",
                "Here are some: Isometric Planks Supine Bridge Russian twists Cobra|-",
                "Here are some: the plank.|-",
                "Contact me directly.|SOLICITATION",
                "Please call me.|SOLICITATION",
                "Visit www.example.com today.|SOLICITATION",
                "Book an appointment with me now.|SOLICITATION",
                "You should contact a doctor.|-",
                "First lift the hips. Then lower them and|CUT",
                "Lift the hips, then...|CUT",
                "Try it only once the pain|CUT",
                "Try it once you can|-",
                "Lift the hips slowly. After that you should rest for some time before you begin again (at least|CUT",
                "Do planks. Your Trainer Ana Brook|-",
                "Do planks. Hope this helps! -Ana|-",
                "Contact me for more. Lift the hips. Then the|SOLICITATION CUT"
            })
    void anOddTextGetsTheMatchingFlags(String text, String flags) {
        var expected = flags == null
                ? Set.of()
                : Arrays.stream(flags.split(" ")).map(AnswerFlag::valueOf).collect(Collectors.toSet());
        assertThat(AnswerFlags.of(text, "Ana Brook")).isEqualTo(expected);
    }
}
