package io.plumbline.answers;

import io.plumbline.shared.Refused;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code import-answers FILE --dry-run}: prints how a page is parsed, without a database and without starting the
 * portal.
 */
public final class ImportAnswersDryRunCommand {
    private static final String OPTION = "--dry-run";
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private ImportAnswersDryRunCommand() {}

    /** Returns whether these arguments call this command. */
    public static boolean isCalledBy(String[] arguments) {
        return arguments.length > 0
                && arguments[0].equals(ImportAnswersCommand.NAME)
                && List.of(arguments).contains(OPTION);
    }

    /**
     * Prints the page as one JSON object, or an error message as one sentence.
     *
     * @return the exit status
     */
    public static int of(String[] arguments, PrintStream answer, PrintStream words) {
        var rest = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        rest.removeIf(OPTION::equals);
        return run(rest, answer, words, page -> {});
    }

    /** Reads the page, passes it on and prints it. */
    static int run(List<String> arguments, PrintStream answer, PrintStream words, Consumer<AnswerPage> then) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            words.println("usage: ./portal import-answers FILE [--dry-run]");
            return MISUSED;
        }
        try {
            var page = AnswerFile.read(arguments.getFirst());
            then.accept(page);
            // JSON is UTF-8, regardless of the console's encoding
            answer.writeBytes((AnswerFile.json(page) + "\n").getBytes(StandardCharsets.UTF_8));
            answer.flush();
            return 0;
        } catch (Refused refused) {
            words.println(refused.getMessage());
            return REFUSED;
        }
    }
}
