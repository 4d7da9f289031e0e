package io.plumbline.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.today.StartCard.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager does first, over all kinds of work. */
class ManagerStartTest {
    @ParameterizedTest
    @CsvSource({
        // the rows of a card of holds and of one of reactions, how many calls, then what stands on the page
        "'', '', 0, 0, ''",
        "'', '', 2, 2, 'call, call, Notes'",
        "urgent, '', 1, 0, 'urgent, call'",
        "'overdue urgent', '', 1, 0, 'urgent, overdue, call'",
        "safety, mild, 1, 2, 'call, Holds, Reactions, Notes'",
        "'overdue safety', severe, 1, 0, 'overdue, call, Reactions, Holds'",
        "'urgent urgent urgent urgent', '', 1, 0, 'urgent, urgent, urgent, All, call'",
        "'', 'mild severe', 7, 1, 'call, call, call, call, call, Reactions, Notes'"
    })
    void patientsWhoCannotWaitStandAboveTheCallsAndEveryOtherKindBelow(
            String holds, String reactions, int calls, int notes, String expected) {
        var parts = ManagerStart.of(List.of(
                card("Notes", Tone.WARN, rows(notes, RowUrgency.NOTE, "note")),
                card("Leads", Tone.DANGER, rows(calls, RowUrgency.LEAD, "call")),
                card("Holds", Tone.CLINICAL, rows(holds)),
                card("Reactions", Tone.CLINICAL, rows(reactions))));
        assertThat(parts.stream().flatMap(ManagerStartTest::items).map(ManagerStartTest::firstWord))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : Arrays.asList(expected.split(", ")));
        assertThat(parts.stream().flatMap(ManagerStartTest::items).flatMap(Component::getChildren))
                .filteredOn(part -> part.getElement().getClassList().contains("filled"))
                .as("one filled action, unless nothing is to do")
                .hasSize(expected.isEmpty() ? 0 : 1);
    }

    @Test
    void severalOfAKindAreOneRowWithTheirNamesAndTheActForAll() {
        var plans = card(
                "Plans without a next visit",
                Tone.WARN,
                Stream.of("Haddad", "Mehta", "Nwosu", "Mori", "Sato")
                        .map(who -> new Row(who, "planned for today", StartCard.link("Book", "", who)))
                        .toList());
        var row = ManagerStart.of(List.of(plans)).stream()
                .flatMap(ManagerStartTest::items)
                .toList();
        assertThat(row).hasSize(1);
        assertThat(row.getFirst().getElement().getTextRecursively())
                .isEqualTo("Plans without a next visitHaddad, Mehta, Nwosu and 2 moreBook 5");
    }

    @Test
    void theOnlyOneOfAKindSaysWhyAndHasItsOwnAct() {
        var credential = card(
                "Credentials to renew",
                Tone.DANGER,
                List.of(new Row("Nora Lindqvist", "ended Nov 14", StartCard.link("Renew", "", "Nora Lindqvist"))));
        var row = ManagerStart.of(List.of(credential)).stream()
                .flatMap(ManagerStartTest::items)
                .toList();
        assertThat(row.getFirst().getElement().getTextRecursively())
                .isEqualTo("Credentials to renewNora Lindqvist: ended Nov 14Renew");
    }

    private static List<Row> rows(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> row(word, urgency(word)))
                .toList();
    }

    private static List<Row> rows(int count, RowUrgency urgency, String word) {
        return Stream.generate(() -> row(word, urgency)).limit(count).toList();
    }

    private static Row row(String who, RowUrgency urgency) {
        return new Row(who, "", StartCard.link("Act", "", who), urgency);
    }

    private static RowUrgency urgency(String word) {
        return switch (word) {
            case "urgent" -> RowUrgency.URGENT;
            case "overdue" -> RowUrgency.OVERDUE_REFERRAL;
            case "severe" -> RowUrgency.REACTION;
            default -> RowUrgency.SAFETY;
        };
    }

    private static StartCard card(String title, Tone tone, List<Row> rows) {
        return new StartCard(title, "row", rows.size(), tone, Icon.FLAG, Routes.FLAGS, rows, "");
    }

    private static Stream<Component> items(Component parent) {
        return parent.getChildren().flatMap(child -> child instanceof ListItem ? Stream.of(child) : items(child));
    }

    private static String firstWord(Component item) {
        var words = item.getChildren()
                .filter(part -> part.getElement().getClassList().contains("stack-0"))
                .findFirst()
                .flatMap(part -> part.getChildren().findFirst())
                .orElse(item);
        return words instanceof Anchor || words == item
                ? "All"
                : words.getElement().getTextRecursively();
    }
}
