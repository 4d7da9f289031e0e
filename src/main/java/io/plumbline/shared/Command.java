package io.plumbline.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of the launcher that works on the database instead of starting the portal, such as {@code ./portal audit
 * verify}. Implementations are beans. A command runs without a web server and screens, and only the beans it needs are
 * created. It has no signed-in user: it calls whatever needs a permission as the system.
 */
public interface Command {
    /** Returns the words that call the command, such as {@code audit verify}. */
    String name();

    /**
     * Runs the command.
     *
     * @param arguments the arguments after the name
     * @param answer standard output, for the result only; everything else goes to standard error
     * @return the exit status; 0 on success
     */
    int run(List<String> arguments, PrintStream answer);
}
