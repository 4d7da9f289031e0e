package io.plumbline.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The data folder of a portal that has filled its demo clinic. It is filled once, because that takes long, and copied. */
final class FilledDemo {
    private static Path folder;

    private FilledDemo() {}

    /** Puts the demo clinic into a folder; one that holds something is a portal's that goes on. */
    static synchronized void into(Path empty) throws IOException {
        try (var held = Files.list(empty)) {
            if (held.findAny().isPresent()) {
                return;
            }
        }
        if (folder == null) {
            var filling = Files.createTempDirectory("demo");
            PortalProcess.startAsItIs(filling, Map.of()).close();
            folder = filling;
        }
        FileSystemUtils.copyRecursively(folder, empty);
    }
}
