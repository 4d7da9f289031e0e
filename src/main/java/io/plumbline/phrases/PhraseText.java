package io.plumbline.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The text of a phrase. A stop is what has to be filled in: one to forty characters in braces, in one line, such as
 * {@code {side}}. A code after a period, at the beginning of a word, inserts the phrase with that code.
 */
record PhraseText(String text) {
    private static final Pattern STOP = Pattern.compile("\\{[^{}\\n]{1,40}\\}");
    private static final Pattern CALL = Pattern.compile("(?<!\\S)\\.(\\p{L}[\\p{L}\\p{N}]{1,19})(?![\\p{L}\\p{N}])");

    /** Returns the stops and the words between them, in order. */
    List<PhrasePart> parts() {
        var parts = new ArrayList<PhrasePart>();
        var stop = STOP.matcher(text);
        var at = 0;
        while (stop.find()) {
            if (stop.start() > at) {
                parts.add(new PhrasePart(text.substring(at, stop.start()), false));
            }
            parts.add(new PhrasePart(stop.group(), true));
            at = stop.end();
        }
        if (at < text.length()) {
            parts.add(new PhrasePart(text.substring(at), false));
        }
        return parts;
    }

    /** Returns the codes of the phrases that it inserts, each once, known or not. */
    List<String> calls() {
        return CALL.matcher(text)
                .results()
                .map(call -> PhraseDraft.asKept(call.group(1)))
                .distinct()
                .toList();
    }

    /** Returns the text with what is put for each code; a code for which nothing is put stays as it is written. */
    String with(Replacement replacement) {
        var whole = new StringBuilder();
        var call = CALL.matcher(text);
        var at = 0;
        while (call.find()) {
            whole.append(text, at, call.start());
            at = call.end();
            var room = PhraseDraft.LONGEST_TEXT - whole.length() - (text.length() - at);
            whole.append(replacement.of(PhraseDraft.asKept(call.group(1)), call.group(), room));
        }
        return whole.append(text, at, text.length()).toString();
    }

    /** Returns how long the text is with all phrases that it inserts, each of the given length. */
    long lengthWith(Function<String, Long> lengthOfCall) {
        return text.length()
                + CALL.matcher(text)
                        .results()
                        .mapToLong(call -> {
                            var length = lengthOfCall.apply(PhraseDraft.asKept(call.group(1)));
                            return length < 0 ? 0 : length - call.group().length();
                        })
                        .sum();
    }

    /** Says what stands in the place of a code. */
    @FunctionalInterface
    interface Replacement {
        /**
         * Returns what stands in the place of a code.
         *
         * @param written the code as it is written, with its period
         * @param room how many characters there may be
         */
        String of(String code, String written, int room);
    }
}
