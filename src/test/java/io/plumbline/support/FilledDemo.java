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
public final class FilledDemo {
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
                var filling = inTarget();
                PortalProcess.startAsItIs(filling.toAbsolutePath(), Map.of()).close();
                Files.move(filling, filled);
            }
            folder = filled;
        }
        return folder;
    }

    /** Keeps the demo clinic that a portal of the jar has filled at {@link PortalProcess#CLOCK} and left. */
    public static synchronized void keep(Path data) throws IOException {
        var filled = TARGET.resolve(NAME + hash());
        if (!Files.exists(filled)) {
            var copied = inTarget();
            FileSystemUtils.copyRecursively(data, copied);
            Files.move(copied, filled);
        }
    }

    /** A run that is stopped leaves no half of a clinic under the name of a whole one. */
    private static Path inTarget() throws IOException {
        deleteThoseOfOtherJars();
        return Files.createTempDirectory(TARGET, NAME);
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
