package io.plumbline.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The stops that nobody has filled in. */
class PhraseStopsTest {
    @Test
    void whatStillStandsInBracesIsReturnedInOrderAndOnce() {
        assertThat(PhraseStops.unfilled("Left {side}, {1 to 5} and {side}. {צד} 😀 {👍}"))
                .containsExactly("{side}", "{1 to 5}", "{צד}", "{👍}");
        assertThat(PhraseStops.unfilled("{" + "x".repeat(40) + "}")).hasSize(1);
    }

    @Test
    void otherBracesAreNoStops() {
        assertThat(PhraseStops.unfilled("")).isEmpty();
        assertThat(PhraseStops.unfilled("Left {} side { and } {a\nb} {" + "x".repeat(41) + "}"))
                .containsExactly("{ and }");
    }
}
