package io.plumbline.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The commands of docs/operations.md, as they stand there. */
public final class DocumentedCommands {
    private DocumentedCommands() {}

    /** Returns the first commands of a section of the third level. */
    public static String of(String heading) throws IOException {
        var commands = Pattern.compile("### " + heading + "\n.*?```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operations.md")));
        if (!commands.find()) {
            throw new AssertionError("docs/operations.md has no commands under " + heading);
        }
        return commands.group(1);
    }
}
