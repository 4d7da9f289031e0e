package io.plumbline.patients.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who began before a merge and locks the header after it goes on with the records after it. */
@StoreTest
@OnMySql("at MySQL's default isolation, a transaction would not see the merge that it waited for")
class RecordsUnderLockTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientMergeService merges;

    @Autowired
    PatientService patients;

    @Autowired
    PatientRecords records;

    @Autowired
    RelationService relations;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMergeSinceTheBeginningIsKnownUnderTheLock() {
        var kept = care.treated("Awaited Kept");
        var merged = care.treated("Awaited Merged");
        var after = during(
                () -> merges.merge(merged, kept, "The same person, confirmed by phone"),
                "chiropractor",
                () -> assertThat(scopeOf(merged)).containsExactly(merged),
                () -> {
                    patients.holdHeader(merged);
                    assertThat(isLocked(kept)).as("the header of both").isTrue();
                    assertThat(scopeOf(merged)).containsExactlyInAnyOrder(kept, merged);
                    return List.copyOf(records.of(merged));
                });
        assertThat(after).containsExactly(kept, merged);
    }

    @Test
    void anUnmergeSinceTheBeginningTakesTheAccessByTheOtherRecord() {
        var kept = care.treated("Left Kept");
        var merged = care.patient("Left Merged", group.west);
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, confirmed by phone"));
        var after = during(
                () -> merges.unmerge(merged),
                "therapist",
                () -> assertThat(scopeOf(merged)).containsExactlyInAnyOrder(kept, merged),
                () -> {
                    patients.holdHeader(merged);
                    assertThat(isLocked(merged)).as("its own header").isTrue();
                    assertThat(scopeOf(merged)).as("no relation to it").isEmpty();
                    return List.copyOf(records.of(merged));
                });
        assertThat(after).containsExactly(merged);
    }

    /**
     * Begins a transaction of somebody, lets another one change the merges, and goes on with the first. On the same
     * thread: on H2 only so can two transactions that write be open at a time.
     */
    private <T> T during(Runnable change, String who, Runnable before, Supplier<T> after) {
        return staff.as(who, () -> new TransactionTemplate(transactions).execute(status -> {
            before.run();
            another().executeWithoutResult(changing -> staff.doAs("manager", change));
            return after.get();
        }));
    }

    private TransactionTemplate another() {
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return another;
    }

    private List<PatientId> scopeOf(PatientId patient) {
        return List.copyOf(relations.scopeOf(patient).patients());
    }

    /** Returns whether somebody else has to wait for the header of a record. */
    private boolean isLocked(PatientId record) {
        var impatient = another();
        impatient.setTimeout(1);
        try {
            impatient.executeWithoutResult(status -> jdbc.sql(
                            "update patient_summary set open_flag_level = open_flag_level where patient_id = ?")
                    .param(Ids.bytes(record.value()))
                    .update());
            return false;
        } catch (ConcurrencyFailureException | QueryTimeoutException waited) {
            return true;
        }
    }
}
