package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.MovableClock;
import io.plumbline.support.StoreTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the sealed trail promises: no row is altered, removed, put between or moved without being named; on both stores. */
@StoreTest
@TestPropertySource(
        properties = {"plumbline.test=trail", "plumbline.audit.head-file=target/test-data/trail-${random.uuid}.head"})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // notes its head when it ends, while its store is there
class TrailTest {
    private record Happened(String kind, UUID subject) implements Recorded {
        @Override
        public String detail() {
            return "status, phone";
        }
    }

    @Autowired
    AuditChainJob chainJob;

    @Autowired
    AuditChainVerifier walk;

    @Autowired
    AuditHeadStore heads;

    @Autowired
    AuditHeadInitializer birth;

    @Autowired
    NotedHeadJob watch;

    @Autowired
    NotedHeadFile noted;

    @Autowired
    AuditAcceptCommand accept;

    @Autowired
    AuditKey key;

    @Autowired
    AuditVerifyCommand command;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SystemActor system;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    JdbcClient owner;

    @BeforeEach
    void beginAnewAsOneWhoOwnsTheStoreCould(@Autowired Environment environment, @Autowired JdbcClient portal)
            throws IOException {
        var url = environment.getRequiredProperty("spring.datasource.url");
        // on H2 there is one user, and the address of the test's store differs each time it is asked
        owner = url.startsWith("jdbc:h2:")
                ? portal
                : JdbcClient.create(new DriverManagerDataSource(
                        url,
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password")));
        for (var sql : List.of(
                "drop trigger if exists audit_event_only_sealed",
                "drop trigger if exists audit_event_never_deleted",
                "delete from audit_event",
                "delete from audit_head")) {
            owner.sql(sql).update();
        }
        Files.deleteIfExists(Path.of(noted.toString()));
        birth.start();
    }

    @Test
    void everyRowGetsItsNumberInOrderAndTheTrailIsWhole() {
        var written = happen(5);
        chainJob.chainPending();
        assertThat(owner.sql("select subject from audit_event order by seq").query(byte[].class).list().stream()
                        .map(Ids::uuid))
                .containsExactlyElementsOf(written);
        var verdict = verify();
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.rows()).isEqualTo(5);
        assertThat(verdict.head().seq()).isEqualTo(5);
        assertThat(verdict.waiting()).isZero();
    }

    @Test
    void anEmptyTrailIsWhole() {
        chainJob.chainPending();
        assertThat(verify()).isEqualTo(new AuditVerdict(0, 0, AuditHead.NONE, 0, null, false));
    }

    @Test
    void whatWaitsIsSealedHoweverMuchItIs() {
        happen(2_300);
        assertThat(verify().waiting()).isEqualTo(2_300);
        chainJob.chainPending();
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::rows)
                .isEqualTo(2_300L);
    }

    @Test
    void ofSeveralNodesOneSealsAndNoNumberIsGivenTwiceWhileOthersWrite() throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (int node = 0; node < 4; node++) {
            work.add(Executors.callable(() -> {
                for (int round = 0; round < 10; round++) {
                    chainJob.chainPending();
                }
            }));
            work.add(Executors.callable(() -> happenOneByOne(25)));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        chainJob.chainPending();
        assertThat(owner.sql("select seq from audit_event order by seq")
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void aNodeThatDiesWhileItSealsLeavesNothingHalf() {
        happen(3);
        chainJob.chainPending();
        happen(4);
        new TransactionTemplate(transactions).executeWithoutResult(dying -> {
            assertThat(chainJob.chainBatch()).isEqualTo(4);
            dying.setRollbackOnly();
        });
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::waiting)
                .isEqualTo(4L);
        chainJob.chainPending();
        assertThat(verify().rows()).isEqualTo(7);
    }

    @Test
    void whoWritesNeverWaitsForTheSealer() {
        happen(3);
        chainJob.chainPending();
        happen(3);
        new TransactionTemplate(transactions).executeWithoutResult(sealing -> {
            chainJob.chainBatch();
            assertThat(CompletableFuture.supplyAsync(() -> happen(1))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .hasSize(1);
        });
        chainJob.chainPending();
        assertThat(verify().rows()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detail = 'status'",
                "kind = 'test.other'",
                "actor = subject",
                "patient = subject",
                "at = '2026-01-01 00:00:00'"
            })
    void aRowThatWasAlteredIsNamed(String change) {
        happenAndSeal(6);
        owner.sql("update audit_event set " + change + " where seq = 3").update();
        assertNamed(3, Kind.ALTERED);
    }

    @Test
    void aRowThatWasAlteredTogetherWithItsCodeIsNamed() {
        happenAndSeal(6);
        owner.sql("update audit_event set detail = 'status', mac = chain where seq = 3")
                .update();
        assertNamed(3, Kind.INSERTED);
    }

    @Test
    void aRowThatWasRemovedIsNamed() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq = 4").update();
        assertNamed(4, Kind.REMOVED);
    }

    @Test
    void aRowThatWasRemovedAndWhoseGapWasClosedIsNoticedAtTheRowThatTookItsPlace() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq = 4").update();
        owner.sql("update audit_event set seq = 4 where seq = 5").update();
        owner.sql("update audit_event set seq = 5 where seq = 6").update();
        assertNamed(4, Kind.OUT_OF_PLACE);
    }

    @Test
    void theLastRowsCannotBeCutOff() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq > 4").update();
        assertNamed(5, Kind.CUT_OFF);
    }

    @Test
    void theWholeTrailCannotBeEmptied() {
        happenAndSeal(6);
        owner.sql("delete from audit_event").update();
        assertNamed(1, Kind.CUT_OFF);
    }

    @Test
    void rowsThatChangedPlacesAreNamed() {
        happenAndSeal(6);
        for (var sql : List.of(
                "update audit_event set seq = 100 where seq = 2",
                "update audit_event set seq = 2 where seq = 5",
                "update audit_event set seq = 5 where seq = 100")) {
            owner.sql(sql).update();
        }
        assertNamed(2, Kind.OUT_OF_PLACE);
    }

    @Test
    void rowsThatChangedPlacesTogetherWithTheirChainAreNamed() {
        happenAndSeal(6);
        for (var sql : List.of(
                "update audit_event set seq = 100 where seq = 2",
                "update audit_event set seq = 2 where seq = 3",
                "update audit_event set seq = 3 where seq = 100")) {
            owner.sql(sql).update();
        }
        var second = chainAt(3);
        var third = chainAt(2);
        owner.sql("update audit_event set chain = ? where seq = 2")
                .param(second)
                .update();
        owner.sql("update audit_event set chain = ? where seq = 3").param(third).update();
        assertNamed(2, Kind.OUT_OF_PLACE);
    }

    @Test
    void aRowThatWasPutBetweenIsNamed() {
        happenAndSeal(6);
        owner.sql("update audit_event set seq = 7 where seq = 6").update();
        insertForged(6L);
        assertNamed(6, Kind.INSERTED);
    }

    @Test
    void aRowThatWasPutAtTheEndIsNamed() {
        happenAndSeal(6);
        insertForged(7L);
        assertNamed(7, Kind.INSERTED);
    }

    @Test
    void aForgedRowIsNamedBeforeItsSealAndTheSealMakesItNoBetter() {
        happenAndSeal(6);
        insertForged(null);
        assertThat(verify().flaw())
                .isNotNull()
                .matches(flaw -> flaw.kind() == Kind.INSERTED && flaw.seq() == null && flaw.row() != null);
        chainJob.chainPending();
        assertNamed(7, Kind.ALTERED);
    }

    @Test
    void aRowWhoseNumberWasTakenAwayIsMissed() {
        happenAndSeal(6);
        owner.sql("update audit_event set seq = null, chain = null where seq = 2")
                .update();
        assertNamed(2, Kind.REMOVED);
    }

    @Test
    void aChainThatWasAlteredIsNamed() {
        happenAndSeal(6);
        owner.sql("update audit_event set chain = mac where seq = 6").update();
        assertNamed(6, Kind.OUT_OF_PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_head",
                "update audit_head set mac = chain",
                "update audit_head set seq = 5",
                "update audit_head set seq = 6, chain = mac"
            })
    void aHeadThatIsMissingOrAlteredIsNoticedAndNothingIsSealedAnyMore(String tampering) {
        happenAndSeal(6);
        owner.sql(tampering).update();
        assertThat(verify().flaw()).isNotNull();
        happen(1);
        chainJob.chainPending();
        assertThat(owner.sql("select count(*) from audit_event where seq is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(verify().flaw()).isNotNull();
    }

    @Test
    void thatNothingIsSealedAnyMoreIsSaidAtOnceAndThenEachHour(
            CapturedOutput log, @Autowired JdbcClient portal, @Autowired JdbcOperations batches) {
        var time = new MovableClock();
        var watched = new AuditChainJob(portal, batches, heads, key, transactions, time);
        happen(1);
        owner.sql("update audit_head set mac = chain").update();
        var before = timesSaid(log);
        for (int round = 0; round < 5; round++) {
            watched.chainPending();
        }
        assertThat(timesSaid(log) - before).isEqualTo(1);
        time.pass(Duration.ofHours(1));
        watched.chainPending();
        watched.chainPending();
        assertThat(timesSaid(log) - before).as("an hour later").isEqualTo(2);
        owner.sql("delete from audit_head").update();
        watched.chainPending();
        assertThat(timesSaid(log) - before).as("another flaw").isEqualTo(3);
    }

    private static int timesSaid(CapturedOutput log) {
        return log.getAll().split("The audit trail is not sealed any further", -1).length;
    }

    @Test
    void anOlderHeadThatWasPutBackIsOlderThanTheRows() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        owner.sql("update audit_head set seq = ?, chain = ?, mac = ?")
                .params(older.get("seq"), older.get("chain"), older.get("mac"))
                .update();
        assertNamed(6, Kind.HEAD);
    }

    @Test
    void aTrailThatWasCutOffTogetherWithItsHeadIsNoticedByAHeadThatWasNotedOutside() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        var noted = verify().head();
        owner.sql("delete from audit_event where seq > 4").update();
        owner.sql("update audit_head set seq = ?, chain = ?, mac = ?")
                .params(older.get("seq"), older.get("chain"), older.get("mac"))
                .update();
        assertThat(verify().isWhole()).as("the store alone cannot tell").isTrue();
        assertThat(said(noted.toString()).status()).isEqualTo(1);
        assertThat(said(noted.toString()).answer()).contains("row 5", "the last rows were removed");
    }

    @Test
    void aTrailThatWasWrittenAnewIsNotTheOneThatWasNoted() {
        happenAndSeal(4);
        var noted = verify().head();
        owner.sql("delete from audit_event").update();
        owner.sql("delete from audit_head").update();
        restart();
        happenAndSeal(4);
        assertThat(verify().isWhole()).isTrue();
        assertThat(walk.walk(List.of(noted), rows -> {}, () -> false).flaw())
                .isNotNull()
                .matches(flaw -> flaw.kind() == Kind.OUT_OF_PLACE);
        happenAndSeal(1);
        assertThat(walk.walk(List.of(verify().head()), rows -> {}, () -> false).isWhole())
                .isTrue();
    }

    @Test
    void theFirstOfSeveralFlawsIsNamed() {
        happenAndSeal(9);
        owner.sql("update audit_event set detail = 'x' where seq in (4, 8)").update();
        owner.sql("delete from audit_event where seq = 6").update();
        assertNamed(4, Kind.ALTERED);
    }

    @Test
    void theCommandSaysInOneSentenceThatTheTrailIsWholeOrWhereItIsNot() {
        happenAndSeal(3);
        happen(1);
        var whole = said();
        assertThat(whole.status()).isZero();
        assertThat(whole.answer())
                .isEqualTo("Audit trail verified: 3 rows, head " + verify().head()
                        + "; 1 newer row is not chained yet.\n");
        var id = Ids.uuid(owner.sql("select id from audit_event where seq = 2")
                .query(byte[].class)
                .single());
        owner.sql("update audit_event set detail = 'status' where seq = 2").update();
        var broken = said();
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.answer()).startsWith("Audit trail not verified. First, row 2, id " + id + ", of 20");
        assertThat(broken.answer().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1:2", "-1:00", "1 2"})
    void aNotedHeadThatIsNoneIsNotUnderstood(String noted) {
        assertThat(said(noted).status()).isEqualTo(2);
        assertThat(said(noted).answer()).isEmpty();
        assertThatThrownBy(() -> AuditHead.parse(noted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWalkTellsHowFarItIsAndEndsWhenItIsTold() {
        happenAndSeal(4_500);
        var told = new ArrayList<Long>();
        assertThat(walk.walk(List.of(), told::add, () -> false).rows()).isEqualTo(4_500);
        assertThat(told).containsExactly(2_000L, 4_000L, 4_500L);
        var pages = new AtomicLong();
        var stopped = walk.walk(List.of(), rows -> {}, () -> pages.incrementAndGet() > 1);
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.isWhole()).isFalse();
        assertThat(stopped.rows()).isEqualTo(2_000);
    }

    /** What the review did by SQL alone, the portal stopped; the second place is out of reach for it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTrailThatWasCutAndResetIsNamedBeforeAndAfterTheNextStart(boolean isNoted) throws IOException {
        happenAndSeal(40);
        if (isNoted) {
            watch.look();
        }
        for (var sql : List.of(
                "delete from audit_event where seq in (1, 2, 20, 21, 22) or seq > 35",
                "update audit_event set seq = null, chain = null",
                "delete from audit_head")) {
            owner.sql(sql).update();
        }
        var kind = isNoted ? Kind.CUT_OFF : Kind.HEAD;
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains(kind.sentence());
        restart();
        happen(3);
        chainJob.chainPending();
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains(kind.sentence());
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("has no head"));
        assertThat(unsealed()).as("no head is begun over rows").isEqualTo(33);
    }

    @Test
    void theHeadOfAnEmptyTrailThatSomebodyCopiedBeginsNoTrailAnew() {
        var ofBirth =
                owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(9);
        watch.look();
        var before = noted();
        for (var sql :
                List.of("delete from audit_event where seq = 5", "update audit_event set seq = null, chain = null")) {
            owner.sql(sql).update();
        }
        putBack(ofBirth);
        assertThat(said().answer()).contains(Kind.CUT_OFF.sentence());
        restart();
        happenAndSeal(5);
        assertThat(verify().isWhole()).as("the store alone cannot tell").isTrue();
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains("row 9", Kind.OUT_OF_PLACE.sentence());
        assertThat(watch.alarm()).isPresent();
        assertThat(noted()).as("what was noted stays").isEqualTo(before);
    }

    @Test
    void aTrailThatWasEmptiedWithItsHeadIsMissedByTheSecondPlace() {
        happenAndSeal(6);
        watch.look();
        owner.sql("delete from audit_event").update();
        owner.sql("delete from audit_head").update();
        restart();
        happenAndSeal(8);
        assertThat(said().status()).isEqualTo(1);
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("does not hold the head"));
    }

    @Test
    void aRowThatWaitsLongerThanAnHourForItsSealIsNamed() {
        happenAndSeal(4);
        var row = writtenHoursAgo(2);
        assertThat(verify().flaw()).isNotNull().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.NOT_CHAINED);
            assertThat(flaw.row()).isEqualTo(row);
        });
        owner.sql("delete from audit_event where seq is null").update();
        owner.sql("update audit_event set seq = null, chain = null").update();
        owner.sql("delete from audit_head").update();
        assertThat(verify().flaw()).isNotNull().matches(flaw -> flaw.kind() == Kind.HEAD);
    }

    @Test
    void whatAKilledPortalLeftUnsealedIsNoFlawHoweverLateItIsStartedAgain() {
        writtenHoursAgo(49);
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::waiting)
                .isEqualTo(1L);
        restart();
        happenAndSeal(2);
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void howFarTheTrailIsSealedIsNotedBesideTheStoreForItsOwnerAlone() throws IOException {
        happenAndSeal(3);
        watch.look();
        assertThat(noted()).isEqualTo(verify().head().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(noted.toString()))))
                .isEqualTo("rw-------");
        happen(2);
        watch.stop();
        watch.start();
        assertThat(noted()).startsWith("5:").isEqualTo(verify().head().toString());
        assertThat(said(noted()).status()).isZero();
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void ofSeveralNodesEachNotesTheSameTrailAndAnOlderNoteIsHeldToo() throws IOException {
        happenAndSeal(3);
        watch.look();
        var older = noted();
        happenAndSeal(3);
        watch.look();
        Files.writeString(Path.of(noted.toString()), older);
        assertThat(said().status()).isZero();
        watch.look();
        assertThat(watch.alarm()).isEmpty();
        assertThat(noted()).startsWith("6:");
    }

    @Test
    void aRestoreIsAnAlarmUntilItIsAcceptedWhichStaysOnRecord() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        watch.look();
        var lost = noted();
        owner.sql("delete from audit_event where seq > 4").update();
        putBack(older);
        restart();
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains(lost));
        assertThat(said().status()).isEqualTo(1);
        assertThat(accepted()).isZero();
        watch.look();
        assertThat(watch.alarm()).isEmpty();
        assertThat(said().status()).isZero();
        assertThat(owner.sql("select detail from audit_event where kind = 'audit.accepted'")
                        .query(String.class)
                        .single())
                .contains(lost);
        assertThat(accepted()).as("nothing more to accept").isZero();
        assertThat(verify().rows()).isEqualTo(5);
    }

    @Test
    void aStoreFromBeforeTheSealIsSealedOnceSomebodyAtTheMachineSaysSo() {
        happen(7);
        owner.sql("delete from audit_head").update();
        restart();
        chainJob.chainPending();
        assertThat(verify().flaw()).isNotNull().matches(flaw -> flaw.kind() == Kind.HEAD);
        assertThat(accepted()).isZero();
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::rows)
                .isEqualTo(8L);
    }

    @Test
    void aSealedTrailWithoutItsHeadIsNeverAccepted() {
        happenAndSeal(4);
        owner.sql("delete from audit_head").update();
        assertThat(accepted()).isEqualTo(1);
        assertThat(verify().flaw()).isNotNull();
        assertThat(owner.sql("select count(*) from audit_head")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecondPlaceThatSaysNoHeadIsSaid() throws IOException {
        happenAndSeal(2);
        Files.writeString(Path.of(noted.toString()), "nothing");
        watch.look();
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("is no head"));
        assertThat(said().status()).isEqualTo(2);
        assertThat(accepted()).isZero();
        assertThat(said().status()).isZero();
    }

    /** What a start does with the trail before anybody can do anything. */
    private void restart() {
        birth.start();
        watch.start();
    }

    private int accepted() {
        return accept.run(List.of(), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private void putBack(Map<String, Object> head) {
        owner.sql("delete from audit_head").update();
        owner.sql("insert into audit_head (id, seq, chain, mac) values (1, ?, ?, ?)")
                .params(head.get("seq"), head.get("chain"), head.get("mac"))
                .update();
    }

    private String noted() {
        try {
            return Files.readString(Path.of(noted.toString())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long unsealed() {
        return owner.sql("select count(*) from audit_event where seq is null")
                .query(Long.class)
                .single();
    }

    /** A row as the portal would have written it some hours ago. */
    private UUID writtenHoursAgo(int hours) {
        var now = Ids.next();
        var id = new UUID(
                now.getMostSignificantBits() - (Duration.ofHours(hours).toMillis() << 16),
                now.getLeastSignificantBits());
        var row = new TrailRow(id, Utc.of(clock.instant()), id, "test.happened", id, null, "");
        owner.sql("""
                insert into audit_event (id, at, actor, kind, subject, detail, mac) values (?, ?, ?, ?, ?, '', ?)""")
                .params(Ids.bytes(id), row.at(), Ids.bytes(id), row.kind(), Ids.bytes(id), key.codeOf(row.fields()))
                .update();
        return id;
    }

    private List<UUID> happen(int times) {
        return system.call(() -> new TransactionTemplate(transactions).execute(transaction -> {
            var subjects = new ArrayList<UUID>();
            for (int i = 0; i < times; i++) {
                subjects.add(Ids.next());
                events.publishEvent(new Happened("test.happened", subjects.getLast()));
            }
            return subjects;
        }));
    }

    private void happenOneByOne(int times) {
        for (int i = 0; i < times; i++) {
            happen(1);
        }
    }

    private void happenAndSeal(int times) {
        happen(times);
        chainJob.chainPending();
    }

    private void insertForged(Long seq) {
        owner.sql("""
                insert into audit_event (id, at, actor, kind, subject, detail, mac, seq, chain)
                values (?, ?, ?, 'test.forged', ?, '', ?, ?, ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Utc.of(clock.instant()),
                        Ids.bytes(UUID.randomUUID()),
                        Ids.bytes(UUID.randomUUID()),
                        new byte[32],
                        seq,
                        seq == null ? null : new byte[32])
                .update();
    }

    private byte[] chainAt(long seq) {
        return owner.sql("select chain from audit_event where seq = ?")
                .param(seq)
                .query(byte[].class)
                .single();
    }

    private AuditVerdict verify() {
        return walk.walk(List.of(), rows -> {}, () -> false);
    }

    private void assertNamed(long seq, Kind kind) {
        assertThat(verify().flaw()).isNotNull().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(kind);
            assertThat(flaw.seq()).isEqualTo(seq);
        });
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains("row " + seq, kind.sentence());
    }

    private record Said(int status, String answer) {}

    private Said said(String... arguments) {
        var out = new ByteArrayOutputStream();
        var status = command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }
}
