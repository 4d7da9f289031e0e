package io.plumbline.documents;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Limits the files from outside that one person makes the portal hold: of those that wait to be kept ten and 200 MB, and
 * 1 GB on a day (UTC), on each node. So no account fills the disk.
 */
@Component
public class UploadQuota {
    private static final int MOST_WAITING = 10;
    private static final long MOST_WAITING_BYTES = 200L * 1024 * 1024;
    private static final long MOST_OF_A_DAY = 1024L * 1024 * 1024;

    private final Clock clock;
    private final Map<StaffId, Uploads> people = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    UploadQuota(Clock clock) {
        this.clock = clock;
    }

    /** What a person sent. */
    private static final class Uploads {
        private final List<ReceivedFile> waiting = new ArrayList<>();
        private int arriving;
        private long ofDay;

        private boolean isNothing() {
            return waiting.isEmpty() && arriving == 0 && ofDay == 0;
        }
    }

    /**
     * Begins to receive a file; {@link #end} follows whatever comes of it.
     *
     * @throws Refused if the person sent enough; the message is for the user
     */
    public synchronized void begin(StaffId person) {
        var today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            people.values().forEach(uploads -> uploads.ofDay = 0);
        }
        people.values().forEach(UploadQuota::forget);
        people.values().removeIf(Uploads::isNothing);
        var own = people.computeIfAbsent(person, id -> new Uploads());
        if (own.waiting.size() + own.arriving >= MOST_WAITING) {
            throw new Refused("Ten of your files wait to be added. Add or remove them first");
        }
        requireRoom(own, 0);
        own.arriving++;
    }

    /**
     * Counts a file that was received.
     *
     * @throws Refused if the person sent too much; the file is to be discarded then
     */
    public synchronized void count(StaffId person, ReceivedFile file) {
        var own = people.computeIfAbsent(person, id -> new Uploads());
        own.ofDay += file.bytes();
        requireRoom(own, file.bytes());
        own.waiting.add(file);
    }

    /** Ends what {@link #begin} began. */
    public synchronized void end(StaffId person) {
        people.computeIfAbsent(person, id -> new Uploads()).arriving--;
    }

    private static void requireRoom(Uploads own, long more) {
        if (own.waiting.stream().mapToLong(ReceivedFile::bytes).sum() + more > MOST_WAITING_BYTES) {
            throw new Refused("Your files waiting to be added exceed 200 MB. Add or remove them first");
        }
        if (own.ofDay > MOST_OF_A_DAY) {
            throw new Refused("You added 1 GB of files today, which is the most for one day. Add the others tomorrow");
        }
    }

    /** What was kept or discarded no longer lies where it was received. */
    private static void forget(Uploads own) {
        own.waiting.removeIf(file -> !Files.exists(file.received()));
    }
}
