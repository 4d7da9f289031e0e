package io.plumbline.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCardTest {
    @Test
    void whatNeedsTheReaderIsCountedInOneSentence() {
        assertThat(StartCard.needs(List.of(card("call", 14), card("", 8), card("plan", 3), card("note", 1))))
                .isEqualTo("14 calls, 3 plans and 1 note need you.");
        assertThat(StartCard.needs(List.of(card("call", 1000), card("plan", 0))))
                .isEqualTo("1,000+ calls need you.");
        assertThat(StartCard.needs(List.of(card("decision", 1)))).isEqualTo("1 decision needs you.");
    }

    @Test
    void nothingIsSaidIfNothingNeedsTheReader() {
        assertThat(StartCard.needs(List.of())).isEmpty();
        assertThat(StartCard.needs(List.of(card("", 8), card("call", 0)))).isEmpty();
    }

    private static StartCard card(String noun, long count) {
        return new StartCard("", noun, count, Tone.WARN, Icon.PHONE, Routes.LEADS, List.of(), "");
    }
}
