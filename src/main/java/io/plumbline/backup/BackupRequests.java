package io.plumbline.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes backups for {@code ./portal backup}, which asks by a socket beside the H2 store. */
@Component
class BackupRequests implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BackupRequests.class);

    private final Environment settings;
    private final BackupCommand command;
    private @Nullable ServerSocketChannel server;
    private @Nullable UnixDomainSocketAddress address;

    BackupRequests(Environment settings, BackupCommand command) {
        this.settings = settings;
        this.command = command;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext) {
            RunningPortal.address(settings).ifPresent(this::listen);
        }
    }

    /** Listens until the portal ends. */
    void listen(UnixDomainSocketAddress at) {
        try {
            // one that a killed portal left; another portal cannot run on this store
            Files.deleteIfExists(at.getPath());
            var listening =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(at);
            address = at;
            server = listening;
            Thread.ofVirtual().name("backup-requests").start(() -> accept(listening));
        } catch (IOException | UnsupportedOperationException notHere) {
            LOG.warn(
                    "./portal backup cannot reach this portal while it runs, since {} cannot be made: stop it for a backup. {}",
                    at,
                    notHere.getMessage());
        }
    }

    private void accept(ServerSocketChannel listening) {
        while (listening.isOpen()) {
            try {
                var asked = listening.accept();
                Thread.ofVirtual().name("backup").start(() -> answer(asked));
            } catch (IOException ended) {
                LOG.debug("No more requests for backups are taken", ended);
                return;
            }
        }
    }

    private void answer(SocketChannel asked) {
        try (asked) {
            var bytes = Channels.newInputStream(asked);
            var to = new PrintStream(Channels.newOutputStream(asked), true, StandardCharsets.UTF_8);
            var folder = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)).readLine();
            if (folder == null) {
                return;
            }
            var progress = new BackupProgress(line -> to.println(RunningPortal.PROGRESS + line));
            Thread.ofVirtual().name("backup-canceled").start(() -> cancelAtEnd(bytes, progress));
            try {
                to.println(RunningPortal.MADE + command.make(Path.of(folder), progress));
            } catch (IOException failed) {
                LOG.warn("A backup to {} was not made: {}", folder, failed.getMessage());
                to.println(RunningPortal.FAILED + failed.getMessage());
            } catch (RuntimeException failed) {
                LOG.error("A backup to {} was not made", folder, failed);
                to.println(RunningPortal.FAILED + "The backup was not made. The log of the portal says why.");
            }
        } catch (IOException gone) {
            LOG.debug("Who asked for a backup is gone", gone);
        }
    }

    /** Who asked is gone before the answer: the backup ends. */
    private static void cancelAtEnd(InputStream asked, BackupProgress progress) {
        try {
            asked.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            LOG.debug("Nobody waits for the backup any more", closed);
        }
        progress.cancel();
    }

    @Override
    public void destroy() throws IOException {
        if (server != null) {
            server.close();
        }
        if (address != null) {
            Files.deleteIfExists(address.getPath());
        }
    }
}
