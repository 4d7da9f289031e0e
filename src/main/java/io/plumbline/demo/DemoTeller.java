package io.plumbline.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the notes of one filling of the demo: the lines of a key in turn, and no sentence twice while there are others, so
 * that no record reads like the one before it. The same calls tell the same.
 */
final class DemoTeller {
    private static final Map<String, List<String>> LINES = all();

    private static final int ATTEMPTS = 20;

    /** The lines of each key, those told last at the end. */
    private final Map<String, List<String>> turns = new HashMap<>();

    private final Set<String> sentences = new HashSet<>();

    private static Map<String, List<String>> all() {
        var lines = new HashMap<>(DemoTexts.byKey("note-words.txt"));
        lines.putAll(DemoTexts.byKey("patients-words.txt"));
        return Map.copyOf(lines);
    }

    /**
     * Returns a line under the first key that has one which was not told like this, with its words filled in.
     *
     * @param keys of lines that end with a period
     * @param words what stands in braces, by name
     * @param tails what takes the place of the period where all lines were told, to make another
     */
    String tell(List<String> keys, Map<String, String> words, List<String> tails) {
        for (var tail : Stream.concat(Stream.of("."), tails.stream()).toList()) {
            for (var key : keys) {
                var turn = turnOf(key);
                for (int n = 0; n < turn.size(); n++) {
                    var line = turn.get(n);
                    var said = filled(line.substring(0, line.length() - 1) + tail, words);
                    if (sentences.add(said)) {
                        turn.add(turn.remove(n));
                        return said;
                    }
                }
            }
        }
        return part(keys.getFirst(), words);
    }

    String tell(List<String> keys, Map<String, String> words) {
        return tell(keys, words, List.of());
    }

    /**
     * Returns one sentence of several parts, each under its own key; a part may be told again, the sentence is not.
     *
     * @param keys one for each part
     */
    String joined(List<String> keys, Map<String, String> words) {
        var sentence = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            sentence = keys.stream().map(key -> part(key, words)).collect(Collectors.joining("; ")) + ".";
            if (sentences.add(sentence)) {
                return sentence;
            }
        }
        return sentence;
    }

    private String part(String key, Map<String, String> words) {
        var turn = turnOf(key);
        if (turn.isEmpty()) {
            throw new IllegalStateException("The demo has no words for " + key);
        }
        var line = turn.removeFirst();
        turn.addLast(line);
        return filled(line, words);
    }

    private List<String> turnOf(String key) {
        return turns.computeIfAbsent(key, lines -> new ArrayList<>(LINES.getOrDefault(lines, List.of())));
    }

    private static String filled(String line, Map<String, String> words) {
        if (line.indexOf('{') < 0) {
            return line;
        }
        var filled = line;
        for (var word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
