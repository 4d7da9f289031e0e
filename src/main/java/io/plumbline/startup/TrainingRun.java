package io.plumbline.startup;

import java.io.IOException;
import java.net.URI;
import org.springframework.boot.SpringApplication;

/**
 * The start from which the JDK makes the start cache ({@code ./portal cache}): the whole portal starts and answers with
 * the sign-in page, so that the first person to sign in does not wait for code that had not run yet. Then it ends.
 */
public final class TrainingRun {
    private static final String NAME = "train";
    /** Nobody is served, so any port will do. */
    private static final String ANY_PORT = "--server.port=0";

    private TrainingRun() {}

    /** Returns whether these arguments call it. */
    public static boolean isCalledBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Starts the portal, opens the sign-in page and stops the portal.
     *
     * @param application the class of the application
     * @return the exit status
     * @throws IOException if the page does not answer
     */
    public static int of(Class<?> application) throws IOException {
        try (var portal = SpringApplication.run(application, ANY_PORT)) {
            var port = portal.getEnvironment().getRequiredProperty("local.server.port");
            try (var page = URI.create("http://localhost:" + port + "/").toURL().openStream()) {
                page.readAllBytes();
            }
        }
        return 0;
    }
}
