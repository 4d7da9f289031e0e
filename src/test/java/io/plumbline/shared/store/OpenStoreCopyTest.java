package io.plumbline.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy of an open store has all that was committed before it. */
class OpenStoreCopyTest {
    @TempDir
    Path folder;

    @Test
    void whatIsOnItsWayToTheDiskIsInTheCopy() throws Exception {
        FilePath.register(new SlowDisk());
        try (var store = DriverManager.getConnection("jdbc:h2:slow:" + folder.resolve("store"), "sa", "");
                var statement = store.createStatement()) {
            statement.execute("create table one (id int primary key)");
            statement.execute("checkpoint");
            SlowDisk.stall();
            statement.execute("insert into one values (1)");
            SlowDisk.isWriting.await();
            var zip = folder.resolve("copy.zip");
            var copying = copying(store, zip);
            while (copying.getState() != Thread.State.WAITING && copying.isAlive()) {
                Thread.onSpinWait();
            }
            SlowDisk.goesOn.countDown();
            copying.join();
            assertThat(rowsIn(zip, "true")).isOne();
        }
    }

    @Test
    void whileOthersWriteTheCopyEndsAndHasAllThatWasCommittedBefore() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("busy");
        var isOver = new AtomicBoolean();
        try (var store = DriverManager.getConnection(url, "sa", "");
                var statement = store.createStatement()) {
            statement.execute("create table one (id int auto_increment primary key, words varchar(4000))");
            var writing = Thread.ofPlatform().start(new FutureTask<>(() -> {
                try (var other = DriverManager.getConnection(url, "sa", "");
                        var insert = other.createStatement()) {
                    while (!isOver.get()) {
                        insert.execute("insert into one (words) select repeat('x', 4000) from system_range(1, 20)");
                        insert.execute("delete from one where id > 0 and id % 3 = 0");
                    }
                }
                return null;
            }));
            try {
                for (int copy = 0; copy < 20; copy++) {
                    statement.execute("insert into one (id, words) values (" + (-1 - copy) + ", 'before')");
                    var zip = folder.resolve("copy" + copy + ".zip");
                    OpenStoreCopy.writeZip(store, "store.mv.db", zip);
                    assertThat(rowsIn(zip, "id < 0")).as("copy " + copy).isEqualTo(copy + 1);
                }
                assertThat(writing.isAlive()).as("others write").isTrue();
            } finally {
                isOver.set(true);
                writing.join();
            }
        }
    }

    @Test
    void aCopyOfAnEncryptedStoreIsEncrypted() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("secret") + ";CIPHER=AES";
        try (var store = DriverManager.getConnection(url, "sa", "fifteen-letters ");
                var statement = store.createStatement()) {
            statement.execute("create table one (id int primary key)");
            statement.execute("insert into one values (1)");
            try (var copy = Files.newOutputStream(folder.resolve("copied.mv.db"))) {
                OpenStoreCopy.write(store, copy);
            }
        }
        var copied = "jdbc:h2:file:" + folder.resolve("copied") + ";IFEXISTS=TRUE;CIPHER=AES";
        try (var store = DriverManager.getConnection(copied, "sa", "fifteen-letters ");
                var statement = store.createStatement();
                var rows = statement.executeQuery("select count(*) from one")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }

    private static Thread copying(Connection store, Path zip) {
        return Thread.ofPlatform().start(new FutureTask<>(() -> {
            OpenStoreCopy.writeZip(store, "store.mv.db", zip);
            return null;
        }));
    }

    private int rowsIn(Path zip, String condition) throws IOException, SQLException {
        try (var entry = new ZipInputStream(Files.newInputStream(zip))) {
            entry.getNextEntry();
            Files.copy(entry, folder.resolve("again.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var store = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("again"), "sa", "");
                var statement = store.createStatement();
                var rows = statement.executeQuery("select count(*) from one where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Files whose writes can be stalled. */
    public static final class SlowDisk extends FilePathWrapper {
        private static volatile CountDownLatch goesOn = new CountDownLatch(0);
        private static volatile CountDownLatch isWriting = new CountDownLatch(0);

        static void stall() {
            isWriting = new CountDownLatch(1);
            goesOn = new CountDownLatch(1);
        }

        @Override
        public String getScheme() {
            return "slow";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new SlowFile(getBase().open(mode));
        }
    }

    private static final class SlowFile extends FileBase {
        private final FileChannel file;

        SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            SlowDisk.isWriting.countDown();
            try {
                SlowDisk.goesOn.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return file.write(bytes, at);
        }

        @Override
        public int read(ByteBuffer bytes, long at) throws IOException {
            return file.read(bytes, at);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            file.position(at);
            return this;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long at, long size, boolean isShared) throws IOException {
            return file.tryLock(at, size, isShared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
