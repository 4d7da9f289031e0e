package io.plumbline.audit.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.audit.AuditHead;
import io.plumbline.audit.AuditHeadStore;
import io.plumbline.shared.signing.KeyedHash;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Signed heads in a folder outside: one for each hour, never changed, and an alarm where that cannot be. */
@StoreTest
class CheckpointJobTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:30Z");

    @Autowired
    AuditHeadStore heads;

    @Autowired
    KeyedHash key;

    @Autowired
    CheckpointService service;

    @Autowired
    Staff staff;

    @Autowired
    TestGroup group;

    @TempDir
    Path share;

    @Test
    void aCheckpointIsAddedEachHourForItsOwnerOnlyAndNoneIsChanged() throws IOException {
        at(NOW).look();
        at(NOW.plusSeconds(60)).look();
        at(NOW.plusSeconds(3540)).look();
        assertThat(names()).singleElement().asString().startsWith("checkpoint-2026-11-24T17-00-30Z-");
        var first = share.resolve(names().getFirst());
        var before = Files.readString(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rw-------");
        at(NOW.plusSeconds(3601)).look();
        assertThat(names()).hasSize(2);
        assertThat(Files.readString(first)).isEqualTo(before);
        var all = folder(share).readAll();
        assertThat(all.altered()).isEmpty();
        assertThat(all.heads()).hasSize(2).allSatisfy(kept -> assertThat(heads.holds(kept.head()))
                .isTrue());
    }

    @Test
    void aMissingFolderIsNotCreatedAndRaisesTheAlarmUntilItIsThere() throws IOException {
        var away = share.resolve("away");
        var job = job(away, NOW);
        job.look();
        assertThat(job.alarm()).hasValueSatisfying(wrong -> assertThat(wrong)
                .contains("No checkpoint", away.toString(), "not mounted"));
        assertThat(new CheckpointHealth(List.of(job)).health().getStatus().getCode())
                .isEqualTo("WARNING");
        assertThat(away).doesNotExist();
        assertThatThrownBy(() -> folder(away).readAll())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
        Files.createDirectory(away);
        job.look();
        assertThat(job.alarm()).isEmpty();
        assertThat(new CheckpointHealth(List.of(job)).health().getStatus().getCode())
                .isEqualTo("UP");
        assertThat(away).isNotEmptyDirectory();
    }

    @Test
    void anAlteredCheckpointIsNamedAndNothingIsAddedBesideIt() throws IOException {
        at(NOW).look();
        var file = share.resolve(names().getFirst());
        var text = Files.readString(file);
        for (var altered : List.of(
                text.replace("17:00:30", "16:00:30"),
                text.replaceFirst("head [0-9]+", "head 7"),
                text.substring(0, text.length() - 9),
                text + "more\n",
                "",
                "\u00e9")) {
            Files.writeString(file, altered);
            assertThat(folder(share).readAll().altered()).as(altered).contains("checkpoint " + file.getFileName());
        }
        var job = at(NOW.plus(Duration.ofHours(2)));
        job.look();
        assertThat(job.alarm()).hasValueSatisfying(wrong -> assertThat(wrong).contains("did not write"));
        assertThat(names()).hasSize(1);
    }

    @Test
    void aTrailWithoutTheHeadOfTheNewestCheckpointRaisesTheAlarm() throws IOException {
        var lost = new Checkpoint(new AuditHead(987_654_321, "ab".repeat(32)), NOW);
        Files.writeString(share.resolve(lost.fileName()), lost.text(key));
        assertThat(folder(share).readAll().altered()).isEmpty();
        var job = at(NOW.plus(Duration.ofHours(2)));
        job.look();
        assertThat(job.alarm()).hasValueSatisfying(wrong -> assertThat(wrong)
                .contains("does not contain the head of " + lost.fileName()));
        assertThat(names()).hasSize(1);
    }

    @Test
    void withoutAFolderThereAreNoCheckpointsAndNoAlarm() {
        assertThat(staff.as("auditor", service::alarm)).isEmpty();
        var none = new CheckpointFolder(new CheckpointSettings("", Duration.ofHours(1), ""), key);
        assertThat(none.readAll().heads()).isEmpty();
        assertThatThrownBy(() -> new CheckpointSettings(null, Duration.ofSeconds(5), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoAddressOfAnAuditorIsRefusedAtStart() {
        assertThatThrownBy(() -> new CheckpointSettings(null, Duration.ofHours(1), "auditor"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plumbline.audit.checkpoints.mail");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(share)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private CheckpointJob at(Instant now) {
        return job(share, now);
    }

    private CheckpointJob job(Path place, Instant now) {
        return new CheckpointJob(folder(place), settings(place), heads, Clock.fixed(now, ZoneOffset.UTC));
    }

    private CheckpointFolder folder(Path place) {
        return new CheckpointFolder(settings(place), key);
    }

    private static CheckpointSettings settings(Path place) {
        return new CheckpointSettings(place.toString(), Duration.ofHours(1), null);
    }
}
