package io.plumbline.documents.preview;

import io.plumbline.documents.FileFormat;
import io.plumbline.documents.PersonTurns;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Shows files from outside as pictures of their pages. Each page is drawn by a process of its own with little memory, no
 * environment and a time limit, one for each person at a time: a file that is made to harm ends that process and neither
 * the portal nor the previews of others.
 */
@Component
public class PagePreviews {
    private static final Logger LOG = LoggerFactory.getLogger(PagePreviews.class);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final String NOT_SHOWN = "This file cannot be shown here. Download it to open it in another program";
    private static final int LONGEST_SIDE = 1600;
    private static final int AT_ONCE = 2;
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Duration longest;
    private final PersonTurns turns;

    @Autowired
    PagePreviews() {
        this(Duration.ofSeconds(15));
    }

    /** @param longest how long one page may take */
    PagePreviews(Duration longest) {
        this.longest = longest;
        turns = new PersonTurns(1, AT_ONCE, longest);
    }

    /** Returns whether files of a format can be shown. */
    public static boolean isShown(FileFormat format) {
        return format != FileFormat.DICOM;
    }

    /**
     * Draws one page of a file. Takes about a second, so do not call it in a transaction or with the lock of a
     * session.
     *
     * @param person who sees it, who has one drawn at a time
     * @param page from 1; the last one is drawn if there are fewer
     * @throws Refused if it cannot be drawn, is too large, takes too long, or others wait for theirs; the message is for
     *     the user
     */
    public PagePicture draw(StaffId person, Path file, FileFormat format, int page) {
        try {
            return turns.take(person, () -> drawAlone(file, format, page));
        } catch (Refused refused) {
            throw refused;
        } catch (PersonTurns.NoTurn others) {
            throw new Refused("Other files are being opened. Try again in a moment", others);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(NOT_SHOWN, stopped);
        } catch (Exception notStarted) {
            LOG.warn("No page of a file could be drawn", notStarted);
            throw new Refused(NOT_SHOWN, notStarted);
        }
    }

    private PagePicture drawAlone(Path file, FileFormat format, int page) throws IOException, InterruptedException {
        // a process that was ended leaves its work here
        var folder = Files.createTempDirectory("plumbline-preview");
        try {
            var process = new ProcessBuilder(command(folder, file, format, page))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // the password of the database is in the portal's environment
            process.environment().clear();
            return resultOf(process.start());
        } finally {
            delete(folder);
        }
    }

    private PagePicture resultOf(Process process) throws IOException, InterruptedException {
        var late = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try (var data = new DataInputStream(process.getInputStream())) {
            var page = data.readInt();
            var pages = data.readInt();
            var png = data.readNBytes(MOST_BYTES);
            if (process.waitFor() == 0) {
                return new PagePicture(png, page, pages);
            }
            throw new Refused(NOT_SHOWN);
        } catch (EOFException nothing) {
            throw refusalOf(process.waitFor(), nothing);
        } finally {
            late.cancel(false);
            process.destroyForcibly().waitFor();
        }
    }

    private static Refused refusalOf(int exit, EOFException cause) {
        return exit == PageDrawing.TOO_LARGE
                ? new Refused(
                        "This picture is too large to be shown here. Download it to open it in another program", cause)
                : new Refused(NOT_SHOWN, cause);
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            LOG.warn("The work of a page that was drawn could not be deleted", stays);
        }
    }

    private List<String> command(Path folder, Path file, FileFormat format, int page) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-cp",
                System.getProperty("java.class.path")));
        var main = PageDrawing.class.getName();
        // the classes of a jar that is not unpacked are within it, where java alone does not find them
        if (ClassUtils.isPresent(LAUNCHER, ClassLoader.getSystemClassLoader())) {
            command.add("-Dloader.main=" + main);
            command.add(LAUNCHER);
        } else {
            command.add(main);
        }
        command.addAll(List.of(
                file.toString(),
                format.name(),
                String.valueOf(page),
                String.valueOf(LONGEST_SIDE),
                String.valueOf(longest.toMillis())));
        return command;
    }
}
