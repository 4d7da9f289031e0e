package io.plumbline.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * What the launcher does with the store instead of opening the portal, such as {@code ./portal audit verify}. A bean; it
 * runs without web server and screens, and only the beans that it asks for are made. It acts as nobody: what needs a
 * permission is asked as the portal itself.
 */
public interface Command {
    /** The words by which it is called, such as {@code audit verify}. */
    String name();

    /**
     * Does it.
     *
     * @param arguments what follows its name
     * @param answer standard output, for the answer alone; all else goes to standard error
     * @return the exit status; 0 when all is well
     */
    int run(List<String> arguments, PrintStream answer);
}
