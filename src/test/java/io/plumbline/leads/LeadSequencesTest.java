package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever four people do to the same leads at once, each lead stands in one place and its history is whole. The number
 * of sequences and the seed are set by {@code plumbline.sequences} and {@code plumbline.seed}.
 */
@StoreTest
@OnMySql("actions on leads by many people at once take row locks in many orders")
class LeadSequencesTest {
    private static final int SEQUENCES = Integer.getInteger("plumbline.sequences", 200);
    private static final long SEED = Long.getLong("plumbline.seed", 20260304L);
    private static final int THREADS = 4;
    private static final int LEADS_OF_A_ROUND = 3;
    private static final int STEPS = 12;

    @Autowired
    TestGroup group;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    Clock clock;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    LeadReturnService returns;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger slots = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void concurrentSequencesKeepEveryLeadConsistentAndItsHistoryComplete() throws Exception {
        var random = new SplittableRandom(SEED);
        var all = new ArrayList<LeadId>();
        try (var people = Executors.newFixedThreadPool(THREADS)) {
            for (var round = 0; round < SEQUENCES / THREADS; round++) {
                var some = IntStream.range(0, LEADS_OF_A_ROUND)
                        .mapToObj(n -> receive())
                        .toList();
                all.addAll(some);
                var sequences = IntStream.range(0, THREADS)
                        .mapToObj(n -> sequence(some, random.split()))
                        .toList();
                for (var sequence : people.invokeAll(sequences)) {
                    sequence.get();
                }
            }
        }
        // each sequence does something: else this would hold by itself
        assertThat(done).hasValueGreaterThan(SEQUENCES);
        var queued = queued();
        assertThat(queued).doesNotHaveDuplicates();
        var inQueue = new HashSet<>(queued);
        for (var lead : all) {
            var now = staff.as("manager", () -> leads.open(lead)).orElseThrow();
            assertThat(now.followUp() != null)
                    .as("seed %s", SEED)
                    .isEqualTo(now.status().isOpen());
            assertThat(inQueue.contains(lead)).isEqualTo(now.status().isOpen());
            assertThat(now.readUnder() != null).isEqualTo(now.status() == LeadStatus.MERGED);
            assertThat(moves(lead)).isEqualTo(now.status().name());
            assertThat(count("audit_event where kind = 'lead.called' and subject = ?", lead))
                    .isEqualTo(count("call_attempt where lead_id = ?", lead));
            assertThat(count("audit_event where kind = 'lead.merged' and subject = ?", lead))
                    .isEqualTo(count("lead_alias where lead_id = ?", lead));
            assertThat(count("audit_event where kind = 'lead.unmerged' and subject = ?", lead))
                    .isEqualTo(count("lead_alias where unmerged_at is not null and lead_id = ?", lead));
        }
    }

    private Callable<Boolean> sequence(List<LeadId> some, SplittableRandom random) {
        return () -> {
            for (var step = 0; step < STEPS; step++) {
                var lead = some.get(random.nextInt(some.size()));
                var other = some.get(random.nextInt(some.size()));
                var deed = random.nextInt(8);
                var who = random.nextBoolean() ? "manager" : "westdesk";
                try {
                    staff.doAs(who, () -> act(deed, lead, other));
                    done.incrementAndGet();
                } catch (StaleVersion | Refused refused) {
                    // said in words on the screen, and nothing was done
                }
            }
            return true;
        };
    }

    private void act(int deed, LeadId lead, LeadId other) {
        var version = leads.open(lead).orElseThrow().version();
        switch (deed) {
            case 0 -> leads.claim(lead, version);
            case 1 -> leads.logCall(lead, version, CallOutcome.NO_ANSWER);
            case 2 -> leads.logCall(lead, version, CallOutcome.REACHED);
            case 3 -> leads.nurture(lead, version, clock.instant().plusSeconds(86_400));
            case 4 -> leads.lose(lead, version, "No time");
            case 5 -> returns.merge(lead, version, other);
            case 6 -> {
                if (slots.get() % 2 == 0) {
                    returns.unmerge(lead, version);
                } else {
                    returns.reopen(lead, version, "Called back and wants a visit");
                }
                slots.incrementAndGet();
            }
            default -> consultations.convert(lead, version, conversion());
        }
    }

    private Conversion conversion() {
        var slot = slots.getAndIncrement();
        return new Conversion(
                new PatientDraft("Sequence", "Person " + slot, null, new PhoneNumber("+16025550199"), null),
                group.west,
                group.therapist,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(100 + slot / 12 % 75),
                LocalTime.of(6 + slot % 12, 0));
    }

    /** The status to which the moves on record lead, each from where the one before ended. */
    private String moves(LeadId lead) {
        var stands = LeadStatus.NEW.name();
        for (var move : jdbc.sql(
                        "select detail from audit_event where kind = 'lead.moved' and subject = ? order by at, id")
                .param(Ids.bytes(lead.value()))
                .query(String.class)
                .list()) {
            assertThat(move).as("seed %s", SEED).startsWith("status " + stands + " to ");
            stands = move.substring(move.lastIndexOf(' ') + 1);
        }
        return stands;
    }

    private List<LeadId> queued() {
        var ids = new ArrayList<LeadId>();
        var page = staff.as("manager", () -> callQueue.queue(null, 200));
        while (!page.isEmpty()) {
            ids.addAll(page.stream().map(LeadRow::id).toList());
            var last = page.getLast();
            page = staff.as("manager", () -> callQueue.queue(last, 200));
        }
        return ids;
    }

    private long count(String what, LeadId lead) {
        return jdbc.sql("select count(*) from " + what)
                .param(Ids.bytes(lead.value()))
                .query(Long.class)
                .single();
    }

    private LeadId receive() {
        return received.lead("Random Sequence", CallWindow.ANY_TIME, group.west);
    }
}
