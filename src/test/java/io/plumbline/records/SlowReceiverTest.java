package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.plans.worklist.PlanExportService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long somebody takes to receive an export, others have the connections to the database. */
@StoreTest
class SlowReceiverTest {
    private static final ExportReason COPY = new ExportReason(ExportReason.Kind.PATIENT_COPY, "");

    @Autowired
    RecordExportService exports;

    @Autowired
    PatientExportService lists;

    @Autowired
    PlanExportService plans;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    DataSource store;

    @Test
    void sendingARecordHoldsNoConnection() throws Exception {
        var patient = care.treated("Slowly Sent");
        var prepared = prepared(patient, (done, all) -> {});
        var arrived = new ByteArrayOutputStream();
        holdsNone(wait -> staff.doAs(
                "therapist",
                () -> send(prepared, new OutputStream() {
                    @Override
                    public void write(int one) {
                        wait.run();
                        arrived.write(one);
                    }
                })));
        assertThat(DigestUtils.sha256Hex(arrived.toByteArray())).isEqualTo(prepared.sha256());
    }

    @Test
    void puttingARecordTogetherHoldsNoConnectionBetweenItsSteps() throws Exception {
        var patient = care.treated("Slowly Made");
        holdsNone(wait -> {
            var prepared = prepared(patient, (done, all) -> wait.run());
            staff.doAs("therapist", () -> exports.discard(prepared));
        });
    }

    @Test
    void sendingAListOfPatientsHoldsNoConnection() throws Exception {
        care.treated("Slowly Listed");
        holdsNone(wait ->
                care.asProven("manager", () -> lists.export("Sent slowly to a receiver", patient -> wait.run())));
    }

    @Test
    void sendingAListOfPlansHoldsNoConnection() throws Exception {
        care.activePlan(care.treated("Slowly Planned"), "Sent slowly to a receiver");
        holdsNone(wait -> care.asProven(
                "manager",
                () -> plans.export(
                        PlanFilter.ALL, PlanNarrowing.NONE, "Sent slowly to a receiver", plan -> wait.run())));
    }

    @Test
    void aSecondDownloadOfTheSameExportIsRefusedAndTheFirstArrives() {
        var patient = care.treated("Clicked Twice");
        var prepared = prepared(patient, (done, all) -> {});
        var arrived = new ByteArrayOutputStream();
        staff.doAs(
                "therapist",
                () -> send(prepared, new OutputStream() {
                    @Override
                    public void write(int one) {
                        if (arrived.size() == 0) {
                            assertThatThrownBy(() -> send(prepared, new ByteArrayOutputStream()))
                                    .isInstanceOf(Refused.class)
                                    .hasMessage("The file is being sent already");
                        }
                        arrived.write(one);
                    }
                }));
        assertThat(DigestUtils.sha256Hex(arrived.toByteArray())).isEqualTo(prepared.sha256());
        assertThat(care.auditOf("record.exported", patient)).isOne();
        assertThat(care.auditOf("record.export-not-finished", patient)).isZero();
    }

    @Test
    void whatDidNotArriveIsSentOnceMoreAndWhatNobodyWantsIsDeleted() {
        var patient = care.treated("Broken Off");
        var prepared = prepared(patient, (done, all) -> {});
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> send(prepared, new OutputStream() {
                            @Override
                            public void write(int one) throws IOException {
                                throw new IOException("The receiver is gone");
                            }
                        })))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(care.auditOf("record.export-not-finished", patient)).isOne();
        assertThat(care.auditOf("record.exported", patient)).isZero();
        staff.doAs("therapist", () -> send(prepared, new ByteArrayOutputStream()));
        assertThat(care.auditOf("record.exported", patient)).isOne();
        assertThat(prepared.folder()).doesNotExist();

        var unwanted = prepared(patient, (done, all) -> {});
        staff.doAs("therapist", () -> exports.discard(unwanted));
        assertThat(unwanted.folder()).doesNotExist();
        assertThat(care.auditOf("record.export-not-finished", patient)).isEqualTo(2);
    }

    private PreparedRecord prepared(PatientId patient, ExportProgress progress) {
        return care.provenly("therapist", () -> {
            try {
                return exports.prepare(exports.begin(patient, COPY), progress, () -> false);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void send(PreparedRecord prepared, OutputStream out) {
        try {
            exports.send(prepared, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @param export gets what its receiver does once: wait for as long as it takes to look at the connections */
    private void holdsNone(Consumer<Runnable> export) throws Exception {
        var reached = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var failure = new AtomicReference<Throwable>();
        var person = Thread.ofPlatform()
                .unstarted(() -> export.accept(() -> {
                    reached.countDown();
                    try {
                        looked.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                }));
        person.setUncaughtExceptionHandler((thread, failed) -> {
            failure.set(failed);
            reached.countDown();
        });
        person.start();
        try {
            reached.await();
            // others work meanwhile, each for a moment; a connection of the receiver would be in use for as long as it
            // waits, so the time that others may take is no matter
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(connectionsInUse()).isZero());
            assertThat(person.isAlive()).as("still receiving").isTrue();
        } finally {
            looked.countDown();
        }
        person.join();
        assertThat(failure.get()).isNull();
    }

    private int connectionsInUse() throws SQLException {
        return Objects.requireNonNull(store.unwrap(HikariDataSource.class).getHikariPoolMXBean())
                .getActiveConnections();
    }
}
