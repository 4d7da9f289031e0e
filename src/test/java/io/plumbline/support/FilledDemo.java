package io.plumbline.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder of a portal that has filled its demo clinic. It is filled once for each jar, because that takes long,
 * and copied.
 */
final class FilledDemo {
    private static final Path TARGET = Path.of("target");
    private static final String NAME = "demo-";

    private static @Nullable Path folder;

    private FilledDemo() {}

    /** Puts the demo clinic into a folder; one that holds something is a portal's that goes on. */
    static void into(Path empty) throws IOException {
        try (var held = Files.list(empty)) {
            if (held.findAny().isPresent()) {
                return;
            }
        }
        FileSystemUtils.copyRecursively(folder(), empty);
    }

    /** Returns the folder that is copied, which nobody writes to. */
    static synchronized Path folder() throws IOException {
        if (folder == null) {
            var filled = TARGET.resolve(NAME + hash());
            if (!Files.exists(filled)) {
                deleteThoseOfOtherJars();
                // a run that is stopped leaves no half of a clinic under this name
                var filling = Files.createTempDirectory(TARGET, NAME);
                PortalProcess.startAsItIs(filling.toAbsolutePath(), Map.of()).close();
                Files.move(filling, filled);
            }
            folder = filled;
        }
        return folder;
    }

    private static void deleteThoseOfOtherJars() throws IOException {
        try (var others = Files.newDirectoryStream(TARGET, NAME + "*")) {
            for (var other : others) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    private static String hash() throws IOException {
        try (var jar =
                new DigestInputStream(Files.newInputStream(StartCache.JAR), MessageDigest.getInstance("SHA-256"))) {
            jar.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(jar.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
