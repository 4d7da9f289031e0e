package io.plumbline.advisories;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code ./portal advisories}: lists the known vulnerabilities of the portal's libraries. */
public final class AdvisoryCheck {
    /** After it, a file says too little of what is known. */
    static final Duration OLDEST = Duration.ofDays(30);

    private static final int FILES = 3;
    private static final int NOT_UNDERSTOOD = 2;

    private AdvisoryCheck() {}

    /** Takes three files: the libraries as CycloneDX, the accepted advisories as CSV, and the advisories as a zip. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), Clock.systemUTC(), System.out, System.err));
    }

    static int run(List<String> arguments, Clock clock, PrintStream answer, PrintStream err) {
        if (arguments.size() != FILES) {
            err.println("usage: ./portal advisories FILE, the advisories of OSV for Maven as a zip");
            return NOT_UNDERSTOOD;
        }
        try {
            var libraries = Library.in(Path.of(arguments.getFirst()));
            var accepted = AcceptedAdvisories.read(Path.of(arguments.get(1)));
            var file = AdvisoryFile.read(Path.of(arguments.getLast()), libraries);
            var changed = LocalDate.ofInstant(file.newest(), ZoneOffset.UTC);
            if (file.newest().plus(OLDEST).isBefore(clock.instant())) {
                err.println("The newest advisory in the file is of " + changed + ": get a file that is at most "
                        + OLDEST.toDays() + " days old.");
                return NOT_UNDERSTOOD;
            }
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var open = libraries.stream()
                    .flatMap(library -> file.about().stream()
                            .filter(advisory -> advisory.affects(library) && !accepted.include(advisory, today))
                            .map(advisory -> line(library, advisory)))
                    .toList();
            open.forEach(answer::println);
            answer.println(libraries.size() + " libraries, " + file.count() + " advisories up to " + changed + ": "
                    + (open.isEmpty() ? "none is affected." : open.size() + " to look at."));
            return open.isEmpty() ? 0 : 1;
        } catch (IOException | IllegalStateException unreadable) {
            err.println("Nothing was checked: " + unreadable.getMessage() + ".");
            return NOT_UNDERSTOOD;
        }
    }

    private static String line(Library library, Advisory advisory) {
        var fixes = advisory.fixes(library);
        return library + ": " + String.join(", ", advisory.names()) + ", "
                + (fixes.isEmpty() ? "not fixed yet" : "fixed in " + String.join(", ", fixes)) + ". "
                + advisory.summary();
    }
}
