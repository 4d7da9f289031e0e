package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.CommandRun;
import io.plumbline.startup.DatabaseFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.core.env.Environment;

/**
 * Asks the portal that has the H2 store open for a backup, since no other process can read the store then. The two talk by a
 * socket in the folder of the store, which is its owner's alone. Ending the command ends the backup.
 */
public final class RunningPortal {
    static final String PROGRESS = "+ ";
    static final String MADE = "= ";
    static final String FAILED = "- ";
    private static final String SOCKET = "portal.sock";

    private RunningPortal() {}

    /** Returns whether these arguments ask for a backup. */
    public static boolean isToMake(String[] arguments) {
        return arguments.length == 2 && arguments[0].equals(BackupCommand.NAME);
    }

    /** Returns where the socket of an H2 store is; empty for other stores. */
    static Optional<UnixDomainSocketAddress> address(Environment settings) {
        return DatabaseFile.of(settings)
                .map(store -> UnixDomainSocketAddress.of(store.folder().resolve(SOCKET)));
    }

    /**
     * Asks the running portal.
     *
     * @param folder where the backup goes
     * @return the exit status; empty if no portal runs on an H2 store
     */
    public static OptionalInt backup(String folder, PrintStream answer, PrintStream err) {
        try (var context = CommandRun.settingsForBackup()) {
            var address = address(context.getEnvironment());
            if (address.isEmpty() || !Files.exists(address.get().getPath())) {
                return OptionalInt.empty();
            }
            return ask(address.get(), Path.of(folder).toAbsolutePath(), answer, err);
        } catch (StartRefused refused) {
            err.println(refused.sentence());
            return OptionalInt.of(1);
        }
    }

    private static OptionalInt ask(UnixDomainSocketAddress address, Path folder, PrintStream answer, PrintStream err) {
        try (var portal = SocketChannel.open(address)) {
            var to = new PrintStream(Channels.newOutputStream(portal), true, StandardCharsets.UTF_8);
            to.println(folder);
            var lines =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(portal), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MADE)) {
                    answer.println(line.substring(MADE.length()));
                    return OptionalInt.of(0);
                }
                err.println(line.substring(Math.min(PROGRESS.length(), line.length())));
                if (line.startsWith(FAILED)) {
                    return OptionalInt.of(1);
                }
            }
            err.println("The portal ended before the backup was made.");
            return OptionalInt.of(1);
        } catch (IOException nobodyListens) {
            // a portal that was killed leaves its socket
            return OptionalInt.empty();
        }
    }
}
