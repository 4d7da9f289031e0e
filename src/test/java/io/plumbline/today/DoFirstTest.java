package io.plumbline.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.today.StartCard.Row;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands first on a start page: the levels of flags before every follow-up. */
class DoFirstTest {
    /** Rows by what they are; of each kind as the part of the start page would give them. */
    @ParameterizedTest
    @CsvSource({
        // what the cards have: holds | reactions | plans | flags, then the list
        "'', mild, '', E, 'E, mild'",
        "hold, mild, '', 'E U R C', 'E, U, R, hold, mild, all'",
        "hold, 'severe mild', plan, 'U R', 'U, R, severe, hold, mild, plan'",
        "'', 'ongoing mild', '', R, 'R, ongoing, mild'",
        "'', 'mild mild mild mild', '', C, 'mild, mild, mild, all, C'",
        "hold, mild, '', 'E E E E E', 'E, E, E, E, E, hold, mild'",
        "hold, mild, plan, '', 'hold, mild, plan'",
        "'', 'severe severe severe severe mild', '', E, 'E, severe, severe, severe, severe, all'"
    })
    void theLevelsOfFlagsComeBeforeFollowUps(
            String holds, String reactions, String plans, String flags, String expected) {
        var list = DoFirst.of(Stream.of(
                        card("Holds", holds), card("Reactions", reactions), card("Plans", plans), card("Flags", flags))
                .filter(card -> !card.rows().isEmpty())
                .toList());
        assertThat(items(list).map(DoFirstTest::word)).containsExactly(expected.split(", ", -1));
    }

    private static Stream<Component> items(Component parent) {
        return parent.getChildren().flatMap(child -> child instanceof ListItem ? Stream.of(child) : items(child));
    }

    private static String word(Component item) {
        var text = item.getElement().getTextRecursively();
        return text.startsWith("All ") ? "all" : text.substring(0, text.indexOf(':'));
    }

    private static StartCard card(String title, String rows) {
        var all = Arrays.stream(rows.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> new Row(word + ":", "", link(), urgency(word)))
                .toList();
        return new StartCard(title, "row", all.size(), Tone.CLINICAL, Icon.FLAG, Routes.FLAGS, all, "");
    }

    private static Component link() {
        return new Anchor("", new Span());
    }

    private static RowUrgency urgency(String word) {
        return switch (word) {
            case "E" -> RowUrgency.EMERGENCY;
            case "U" -> RowUrgency.URGENT;
            case "R" -> RowUrgency.REFER;
            case "severe", "ongoing" -> RowUrgency.REACTION;
            default -> RowUrgency.OTHER;
        };
    }
}
