package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No account fills the disk with files that it never adds to a record, nor with many in a day. */
class UploadQuotaTest {
    private static final StaffId DESK = new StaffId(new UUID(0, 1));
    private static final StaffId OTHER = new StaffId(new UUID(0, 2));
    private static final long MEGABYTE = 1024L * 1024;

    private final MovableClock clock = new MovableClock();
    private final UploadQuota quota = new UploadQuota(clock);

    @TempDir
    Path folder;

    @Test
    void tenFilesWaitAndTheNextOneAfterOneWasAddedOrRemoved() throws IOException {
        var first = send(DESK, 1);
        for (int n = 1; n < 10; n++) {
            send(DESK, 1);
        }
        assertThatThrownBy(() -> send(DESK, 1)).isInstanceOf(Refused.class).hasMessageContaining("Ten of your files");
        assertThatCode(() -> send(OTHER, 1)).doesNotThrowAnyException();
        Files.delete(first.received());
        assertThatCode(() -> send(DESK, 1)).doesNotThrowAnyException();
    }

    @Test
    void filesThatArriveAtTheSameTimeCount() {
        for (int n = 0; n < 10; n++) {
            quota.begin(DESK);
        }
        assertThatThrownBy(() -> quota.begin(DESK)).isInstanceOf(Refused.class);
        quota.end(DESK);
        assertThatCode(() -> quota.begin(DESK)).doesNotThrowAnyException();
    }

    @Test
    void atMostTwoHundredMegabytesWait() throws IOException {
        for (int n = 0; n < 4; n++) {
            send(DESK, 50);
        }
        assertThatThrownBy(() -> send(DESK, 1)).isInstanceOf(Refused.class).hasMessageContaining("200 MB");
    }

    @Test
    void atMostAGigabyteIsSentOnADayWhateverBecameOfIt() throws IOException {
        for (int n = 0; n < 20; n++) {
            Files.delete(send(DESK, 50).received());
        }
        assertThatThrownBy(() -> send(DESK, 50))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1 GB of files today");
        assertThatThrownBy(() -> send(DESK, 1)).isInstanceOf(Refused.class);
        clock.pass(Duration.ofDays(1));
        assertThatCode(() -> send(DESK, 50)).doesNotThrowAnyException();
    }

    private ReceivedFile send(StaffId person, int megabytes) throws IOException {
        quota.begin(person);
        try {
            // of its length, the quota is only told
            var file = new ReceivedFile("", Files.createTempFile(folder, "received", ""), megabytes * MEGABYTE, "");
            quota.count(person, file);
            return file;
        } finally {
            quota.end(person);
        }
    }
}
