package io.plumbline.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A table of states by states, written by hand: a row says what may follow it, a column's head shortens its state. */
public final class StateTable<S extends Enum<S>> {
    private final Class<S> states;
    private final Map<S, Map<S, String>> answers;

    private StateTable(Class<S> states) {
        this.states = states;
        this.answers = new EnumMap<>(states);
    }

    /** Reads a table that answers {@code yes}, {@code -} or a word of its own for every state by every state. */
    public static <S extends Enum<S>> StateTable<S> of(Class<S> states, String text) {
        var table = new StateTable<>(states);
        var lines = text.lines().map(String::strip).toList();
        var columns =
                Arrays.stream(lines.getFirst().split("\\s+")).map(table::headed).toList();
        for (var line : lines.subList(1, lines.size())) {
            var words = List.of(line.split("\\s+"));
            var row = new EnumMap<S, String>(states);
            for (var column = 0; column < columns.size(); column++) {
                row.put(columns.get(column), words.get(column + 1));
            }
            assertThat(words).as(line).hasSize(columns.size() + 1);
            table.answers.put(Enum.valueOf(states, words.getFirst()), row);
        }
        assertThat(columns).containsExactlyInAnyOrder(states.getEnumConstants());
        assertThat(table.answers).containsOnlyKeys(states.getEnumConstants());
        return table;
    }

    /** What the table says about going from one state to another. */
    public String answer(S from, S to) {
        return answers.get(from).get(to);
    }

    /** The states to which a state may go without condition. */
    public Set<S> next(S from) {
        var next = EnumSet.noneOf(states);
        answers.get(from).forEach((to, answer) -> {
            if (answer.equals("yes")) {
                next.add(to);
            }
        });
        return next;
    }

    /** Every cell: from, to, answer. */
    public Stream<Arguments> cells() {
        var cells = new ArrayList<Arguments>();
        answers.forEach((from, row) -> row.forEach((to, answer) -> cells.add(Arguments.of(from, to, answer))));
        return cells.stream();
    }

    private S headed(String head) {
        var pattern = head.replace("_", "[A-Z]*_") + "[A-Z]*";
        var meant = Arrays.stream(states.getEnumConstants())
                .filter(state -> state.name().matches(pattern))
                .toList();
        assertThat(meant).as(head).hasSize(1);
        return meant.getFirst();
    }
}
